import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { CfnStateMachine } from "aws-cdk-lib/aws-stepfunctions";
import type { MachineName } from "../names.ts";
import { constructId } from "./construct-id.ts";
import { logGroup } from "./log-group.ts";
import type { WardStack } from "./ward-stack.ts";

interface StateMachineProps {
  readonly machine: MachineName;
  /** What the text calls its function: `${<name>}`. */
  readonly functionName: string;
  /** The one function that it calls. */
  readonly target: IFunction;
  readonly key: IKey;
}

/** A state machine whose text is `workflows/<machine>.asl.json`, logged without its data. */
export const stateMachine = (
  stack: WardStack,
  { machine, functionName, target, key }: StateMachineProps,
): CfnStateMachine => {
  const id = constructId(machine);
  const log = logGroup(stack, `${id}Log`, `workflow/${machine}`, key);
  const role = new Role(stack, `${id}Role`, {
    assumedBy: new ServicePrincipal("states.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": stack.parameter.account } },
    }),
    inlinePolicies: { own: new PolicyDocument({ statements: mayDo(target) }) },
  });
  return new CfnStateMachine(stack, id, {
    stateMachineName: stack.names.stateMachine(machine),
    stateMachineType: "STANDARD",
    roleArn: role.roleArn,
    definitionString: readFileSync(join(import.meta.dirname, `../workflows/${machine}.asl.json`), "utf8"),
    definitionSubstitutions: { [functionName]: target.functionArn },
    loggingConfiguration: {
      level: "ALL",
      includeExecutionData: false,
      destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: log.logGroupArn } }],
    },
    tracingConfiguration: { enabled: true },
  });
};

const mayDo = (target: IFunction): PolicyStatement[] => [
  new PolicyStatement({ sid: "Steps", actions: ["lambda:InvokeFunction"], resources: [target.functionArn] }),
  new PolicyStatement({
    sid: "LogDelivery",
    actions: [
      "logs:CreateLogDelivery",
      "logs:GetLogDelivery",
      "logs:UpdateLogDelivery",
      "logs:DeleteLogDelivery",
      "logs:ListLogDeliveries",
      "logs:PutResourcePolicy",
      "logs:DescribeResourcePolicies",
      "logs:DescribeLogGroups",
    ],
    resources: ["*"],
  }),
  new PolicyStatement({
    sid: "Traces",
    actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets"],
    resources: ["*"],
  }),
];
