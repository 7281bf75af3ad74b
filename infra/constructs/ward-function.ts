import { dirname } from "node:path";
import { AssetHashType, DockerImage, Duration } from "aws-cdk-lib";
import type { ISecurityGroup, IVpc } from "aws-cdk-lib/aws-ec2";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from "aws-cdk-lib/aws-lambda";
import type { FunctionName } from "../../shared/contracts/environment.ts";
import { bundle, entryOf } from "../bundling/bundle.ts";
import { constructId } from "./construct-id.ts";
import { functionEnvironment } from "./function-environment.ts";
import { functionPolicy } from "./function-policy.ts";
import { logGroup } from "./log-group.ts";
import type { WardStack } from "./ward-stack.ts";

export interface WardFunctionProps {
  readonly vpc: IVpc;
  readonly securityGroup: ISecurityGroup;
  readonly dataKey: IKey;
  readonly auditKey: IKey;
  /** Signs the trail's digests. */
  readonly signingKey: IKey;
}

/** Memory in MB (CPU follows it) and the longest a call may take. The API itself gives up after 29 seconds. */
const sizes: Partial<Record<FunctionName, { readonly memory: number; readonly timeout: Duration }>> = {
  "transmittal-steps": { memory: 2048, timeout: Duration.minutes(10) },
  "resident-files": { memory: 1769, timeout: Duration.minutes(10) },
  // The whole ward's 所得情報 fits into one file of 20 MB: 290,000 rows, some 600 MB once read.
  "income-files": { memory: 3008, timeout: Duration.minutes(10) },
  incomes: { memory: 1024, timeout: Duration.seconds(28) },
  results: { memory: 1769, timeout: Duration.seconds(28) },
  "income-outputs": { memory: 1769, timeout: Duration.seconds(28) },
  batches: { memory: 1769, timeout: Duration.seconds(28) },
  "nightly-batches": { memory: 1769, timeout: Duration.minutes(10) },
  lists: { memory: 1769, timeout: Duration.seconds(28) },
  // Hours of the trail that are not digested yet are read entry by entry.
  notices: { memory: 1769, timeout: Duration.seconds(28) },
  "audit-digest": { memory: 1769, timeout: Duration.minutes(10) },
  "audit-reconciliation": { memory: 1769, timeout: Duration.minutes(10) },
  audit: { memory: 1769, timeout: Duration.seconds(28) },
  // Twice through a month of 300,000 entries and the days around it: minutes, and some 550 MB.
  "audit-report": { memory: 2048, timeout: Duration.minutes(15) },
  outputs: { memory: 1769, timeout: Duration.seconds(28) },
  "outputs-clock": { memory: 1769, timeout: Duration.minutes(10) },
  "temporary-files": { memory: 1024, timeout: Duration.minutes(10) },
  // Counts through what is due before it is approved: some 60,000 items.
  erasure: { memory: 1769, timeout: Duration.seconds(28) },
  // Goes through every table of a ward of 300,000 people.
  "erasure-turns": { memory: 3008, timeout: Duration.minutes(15) },
  console: { memory: 256, timeout: Duration.seconds(10) },
};
/** Functions that no caller waits for. */
const byTheClock: readonly FunctionName[] = [
  "transmittal-steps",
  "resident-files",
  "income-files",
  "nightly-batches",
  "audit-reconciliation",
  "audit-report",
  "outputs-clock",
  "temporary-files",
];
/** Never two at once: each turn goes on from where the one before it came to. */
const oneAtATime: readonly FunctionName[] = ["audit-digest", "erasure-turns"];
const usual = { memory: 1024, timeout: Duration.seconds(20) };

const code = (fn: FunctionName) =>
  Code.fromAsset(dirname(entryOf(fn)), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry("none"),
      local: {
        tryBundle: (directory) => {
          bundle(fn, directory);
          return true;
        },
      },
    },
  });

/** One function of the application in the closed network, with a role, a log group and an environment of its own. */
export const wardFunction = (stack: WardStack, fn: FunctionName, props: WardFunctionProps): LambdaFunction => {
  const id = constructId(fn);
  const size = sizes[fn] ?? usual;
  const keys = {
    dataKeyArn: props.dataKey.keyArn,
    auditKeyArn: props.auditKey.keyArn,
    signingKeyArn: props.signingKey.keyArn,
  };
  return new LambdaFunction(stack, id, {
    functionName: stack.names.function(fn),
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: "index.handler",
    code: code(fn),
    memorySize: size.memory,
    timeout: size.timeout,
    reservedConcurrentExecutions: oneAtATime.includes(fn)
      ? 1
      : stack.parameter.concurrency[byTheClock.includes(fn) ? "steps" : "api"],
    environment: functionEnvironment(stack, fn, keys),
    environmentEncryption: props.dataKey,
    logGroup: logGroup(stack, `${id}Log`, `function/${fn}`, props.auditKey),
    loggingFormat: LoggingFormat.TEXT,
    role: new Role(stack, `${id}Role`, {
      roleName: `${stack.names.function(fn)}-function`,
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      inlinePolicies: { own: functionPolicy(stack, fn, keys) },
    }),
    vpc: props.vpc,
    vpcSubnets: { subnets: props.vpc.isolatedSubnets },
    securityGroups: [props.securityGroup],
  });
};
