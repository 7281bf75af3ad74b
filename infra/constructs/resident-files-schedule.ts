import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import type { WardStack } from "./ward-stack.ts";

/** Looks into the file drop of 住民記録の異動 every quarter of an hour. A turn that failed needs no second start: the next takes up what it left. */
export const residentFilesSchedule = (stack: WardStack, files: IFunction, key: IKey): CfnSchedule => {
  const { parameter, names } = stack;
  const role = new Role(stack, "ResidentFilesRole", {
    assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": parameter.account } },
    }),
    inlinePolicies: {
      own: new PolicyDocument({
        statements: [
          new PolicyStatement({ sid: "Turn", actions: ["lambda:InvokeFunction"], resources: [files.functionArn] }),
          new PolicyStatement({ sid: "OwnSchedule", actions: ["kms:Decrypt"], resources: [key.keyArn] }),
        ],
      }),
    },
  });
  return new CfnSchedule(stack, "ResidentFiles", {
    name: `${names.prefix}-resident-files`,
    description: "住民記録の異動ファイルを取り込む",
    scheduleExpression: "rate(15 minutes)",
    scheduleExpressionTimezone: "Asia/Tokyo",
    flexibleTimeWindow: { mode: "OFF" },
    kmsKeyArn: key.keyArn,
    target: {
      arn: files.functionArn,
      roleArn: role.roleArn,
      input: "{}",
      retryPolicy: { maximumEventAgeInSeconds: 600, maximumRetryAttempts: 2 },
    },
  });
};
