import type { App } from "aws-cdk-lib";
import type { Parameter } from "./parameter.ts";
import { ApiStack } from "./stacks/api.ts";
import { FunctionsStack } from "./stacks/functions.ts";
import { NetworkStack } from "./stacks/network.ts";
import { ProtectionStack } from "./stacks/protection.ts";
import { StorageStack } from "./stacks/storage.ts";
import { WorkflowStack } from "./stacks/workflow.ts";

/** Composes one environment. */
export const wardApp = (app: App, parameter: Parameter): void => {
  const protection = new ProtectionStack(app, parameter);
  const { data, audit } = protection;
  const network = new NetworkStack(app, parameter, { dataKeyArn: data.keyArn, auditKeyArn: audit.keyArn });
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
  });
  functions.addStackDependency(storage);
  const workflow = new WorkflowStack(app, parameter, { steps: functions.of("transmittal-steps"), auditKey: audit });
  const api = new ApiStack(app, parameter, { functionOf: (name) => functions.of(name), auditKey: audit });
  api.addStackDependency(workflow);
};
