import { Duration } from "aws-cdk-lib";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { WardStack } from "./ward-stack.ts";

/** Starts the 進達 every week. A start that never succeeds rests in a queue whose alarm has a runbook. */
export const weeklySchedule = (stack: WardStack, stateMachineArn: string, key: IKey): CfnSchedule => {
  const { parameter, names } = stack;
  const missed = new Queue(stack, "MissedStarts", {
    queueName: `${names.prefix}-missed-starts`,
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: key,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  const role = new Role(stack, "ScheduleRole", {
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
  return new CfnSchedule(stack, "Weekly", {
    name: `${names.prefix}-weekly-transmittal`,
    description: "進達を毎週始める",
    scheduleExpression: parameter.transmittalSchedule,
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
