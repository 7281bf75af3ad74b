import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import type { WardStack } from "./ward-stack.ts";

export interface FunctionScheduleProps {
  /** Behind the prefix of the environment. */
  readonly name: string;
  readonly description: string;
  /** Of EventBridge Scheduler, in Asia/Tokyo. */
  readonly expression: string;
  readonly target: IFunction;
  readonly key: IKey;
}

/** Calls a function by the clock. For functions whose next turn takes up what a failed one left: it needs no second start. */
export const functionSchedule = (
  stack: WardStack,
  id: string,
  { name, description, expression, target, key }: FunctionScheduleProps,
): CfnSchedule => {
  const { parameter, names } = stack;
  const role = new Role(stack, `${id}Role`, {
    assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": parameter.account } },
    }),
    inlinePolicies: {
      own: new PolicyDocument({
        statements: [
          new PolicyStatement({ sid: "Turn", actions: ["lambda:InvokeFunction"], resources: [target.functionArn] }),
          new PolicyStatement({ sid: "OwnSchedule", actions: ["kms:Decrypt"], resources: [key.keyArn] }),
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
      arn: target.functionArn,
      roleArn: role.roleArn,
      input: "{}",
      retryPolicy: { maximumEventAgeInSeconds: 600, maximumRetryAttempts: 2 },
    },
  });
};
