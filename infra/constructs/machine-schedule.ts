import { Duration } from "aws-cdk-lib";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { MachineName } from "../names.ts";
import type { WardStack } from "./ward-stack.ts";

interface MachineScheduleProps {
  readonly machine: MachineName;
  /** Behind the prefix of the environment. */
  readonly name: string;
  readonly description: string;
  /** Of EventBridge Scheduler, in Asia/Tokyo. */
  readonly expression: string;
  /** Where a start rests that never succeeded; its alarm has a runbook. */
  readonly missed: Queue;
  readonly key: IKey;
}

/** The queue of starts that never succeeded. */
export const missedStarts = (stack: WardStack, key: IKey): Queue =>
  new Queue(stack, "MissedStarts", {
    queueName: `${stack.names.prefix}-missed-starts`,
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: key,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });

/** Starts a state machine by the clock. `id` is before the names of what is made for it. */
export const machineSchedule = (
  stack: WardStack,
  { id, roleId }: { readonly id: string; readonly roleId: string },
  { machine, name, description, expression, missed, key }: MachineScheduleProps,
): CfnSchedule => {
  const { parameter, names } = stack;
  const stateMachineArn = names.stateMachineArn(machine);
  const role = new Role(stack, roleId, {
    assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": parameter.account } },
    }),
    inlinePolicies: {
      own: new PolicyDocument({
        statements: [
          new PolicyStatement({ sid: "Start", actions: ["states:StartExecution"], resources: [stateMachineArn] }),
          new PolicyStatement({ sid: "Missed", actions: ["sqs:SendMessage"], resources: [missed.queueArn] }),
          new PolicyStatement({ sid: "OwnSchedule", actions: ["kms:Decrypt"], resources: [key.keyArn] }),
          new PolicyStatement({
            sid: "MissedKey",
            actions: ["kms:GenerateDataKey", "kms:Decrypt"],
            resources: [key.keyArn],
            conditions: { StringEquals: { "kms:ViaService": `sqs.${parameter.region}.amazonaws.com` } },
          }),
        ],
      }),
    },
  });
  return new CfnSchedule(stack, id, {
    name: `${names.prefix}-${name}`,
    description,
    scheduleExpression: expression,
    scheduleExpressionTimezone: "Asia/Tokyo",
    flexibleTimeWindow: { mode: "OFF" },
    kmsKeyArn: key.keyArn,
    target: {
      arn: stateMachineArn,
      roleArn: role.roleArn,
      input: "{}",
      deadLetterConfig: { arn: missed.queueArn },
      retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 20 },
    },
  });
};
