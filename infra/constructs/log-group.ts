import { RemovalPolicy } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { CfnLogGroup, LogGroup } from "aws-cdk-lib/aws-logs";
import type { WardStack } from "./ward-stack.ts";

/** `/kokunen/<env>/<name>`, encrypted with the audit key and kept for the environment's log days. */
export const logGroup = (stack: WardStack, id: string, name: string, key: IKey): LogGroup => {
  const group = new LogGroup(stack, id, {
    logGroupName: stack.names.logGroup(name),
    encryptionKey: key,
    retention: stack.parameter.retention.logDays,
    removalPolicy: stack.parameter.emulated ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
  });
  const resource = group.node.defaultChild;
  if (resource instanceof CfnLogGroup && !stack.parameter.emulated) resource.deletionProtectionEnabled = true;
  return group;
};
