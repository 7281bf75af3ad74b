import type { App } from "aws-cdk-lib";
import type { Parameter } from "./parameter.ts";
import { AlarmsStack } from "./stacks/alarms.ts";
import { ApiStack } from "./stacks/api.ts";
import { BackupStack } from "./stacks/backup.ts";
import { FunctionsStack } from "./stacks/functions.ts";
import { NetworkStack } from "./stacks/network.ts";
import { OsakaStack } from "./stacks/osaka.ts";
import { ProtectionStack } from "./stacks/protection.ts";
import { StorageStack } from "./stacks/storage.ts";
import { TrailStack } from "./stacks/trail.ts";
import { WorkflowStack } from "./stacks/workflow.ts";

/** Composes one environment. */
export const wardApp = (app: App, parameter: Parameter): void => {
  const protection = new ProtectionStack(app, parameter);
  const { data, audit, signing } = protection;
  const network = new NetworkStack(app, parameter, {
    dataKeyArn: data.keyArn,
    signingKeyArn: signing.keyArn,
  });
  const storage = new StorageStack(app, parameter, {
    dataKey: data,
    auditKey: audit,
    s3EndpointId: network.s3Endpoint.vpcEndpointId,
  });
  const functions = new FunctionsStack(app, parameter, {
    vpc: network.vpc,
    securityGroup: network.functions,
    dataKey: data,
    auditKey: audit,
    signingKey: signing,
  });
  functions.addStackDependency(storage);
  const workflow = new WorkflowStack(app, parameter, {
    steps: functions.of("transmittal-steps"),
    erasureTurns: functions.of("erasure-turns"),
    residentFiles: functions.of("resident-files"),
    incomeFiles: functions.of("income-files"),
    nightlyBatches: functions.of("nightly-batches"),
    auditDigest: functions.of("audit-digest"),
    auditReconciliation: functions.of("audit-reconciliation"),
    auditReport: functions.of("audit-report"),
    outputsClock: functions.of("outputs-clock"),
    temporaryFiles: functions.of("temporary-files"),
    auditKey: audit,
  });
  const api = new ApiStack(app, parameter, { functionOf: (name) => functions.of(name), auditKey: audit });
  api.addStackDependency(workflow);
  if (!parameter.emulated) overseen(app, parameter, protection, network, storage);
};

/** The stacks that the local environment leaves out, because its emulator lacks their types. */
const overseen = (
  app: App,
  parameter: Parameter,
  { audit, backup, data }: ProtectionStack,
  { vpc }: NetworkStack,
  storage: StorageStack,
): void => {
  const trail = new TrailStack(app, parameter, { auditKey: audit, vpcId: vpc.vpcId });
  trail.addStackDependency(storage);
  new AlarmsStack(app, parameter, { auditKey: audit, trailLog: trail.log });
  const osaka = new OsakaStack(app, parameter);
  const backups = new BackupStack(app, parameter, { backupKey: backup, storeKeys: [data, audit] });
  backups.addStackDependency(storage);
  backups.addStackDependency(osaka);
};
