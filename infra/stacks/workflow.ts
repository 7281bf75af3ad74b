import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CfnOutput } from "aws-cdk-lib";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { CfnStateMachine } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import { functionSchedule } from "../constructs/function-schedule.ts";
import { logGroup } from "../constructs/log-group.ts";
import { WardStack } from "../constructs/ward-stack.ts";
import { weeklySchedule } from "../constructs/weekly-schedule.ts";
import type { Parameter } from "../parameter.ts";

interface WorkflowProps {
  readonly steps: IFunction;
  readonly residentFiles: IFunction;
  readonly incomeFiles: IFunction;
  readonly nightlyBatches: IFunction;
  readonly auditDigest: IFunction;
  readonly auditReconciliation: IFunction;
  readonly auditReport: IFunction;
  readonly outputsClock: IFunction;
  readonly auditKey: IKey;
}

/** The 進達 as a state machine whose text is `workflows/transmittal.asl.json`, and what starts by the clock: it, the file drops, the batches of the night, and outputs. */
export class WorkflowStack extends WardStack {
  constructor(scope: Construct, parameter: Parameter, { steps, auditKey, ...byTheClock }: WorkflowProps) {
    super(scope, "workflow", parameter);
    const { names } = this;
    const log = logGroup(this, "TransmittalLog", "workflow/transmittal", auditKey);
    const role = new Role(this, "TransmittalRole", {
      assumedBy: new ServicePrincipal("states.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": parameter.account } },
      }),
      inlinePolicies: { own: new PolicyDocument({ statements: this.mayDo(steps) }) },
    });
    const machine = new CfnStateMachine(this, "Transmittal", {
      stateMachineName: names.stateMachine,
      stateMachineType: "STANDARD",
      roleArn: role.roleArn,
      definitionString: readFileSync(join(import.meta.dirname, "../workflows/transmittal.asl.json"), "utf8"),
      definitionSubstitutions: { StepsFunctionArn: steps.functionArn },
      loggingConfiguration: {
        level: "ALL",
        includeExecutionData: false,
        destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: log.logGroupArn } }],
      },
      tracingConfiguration: { enabled: true },
    });
    this.schedules(byTheClock, auditKey);
    weeklySchedule(this, names.stateMachineArn, auditKey).addResourceDependency(machine);
    new CfnOutput(this, "StateMachineArn", { value: names.stateMachineArn });
  }

  /** What is called by the clock, in Asia/Tokyo. */
  private schedules(targets: Omit<WorkflowProps, "steps" | "auditKey">, key: IKey): void {
    functionSchedule(this, "ResidentFiles", {
      name: "resident-files",
      description: "住民記録の異動ファイルを取り込む",
      expression: "rate(15 minutes)",
      target: targets.residentFiles,
      key,
    });
    functionSchedule(this, "IncomeFiles", {
      name: "income-files",
      description: "所得情報ファイルを取り込む",
      expression: "rate(15 minutes)",
      target: targets.incomeFiles,
      key,
    });
    functionSchedule(this, "NightlyBatches", {
      name: "nightly-batches",
      description: "60歳到達・20歳到達の一括処理",
      expression: "cron(0 2 * * ? *)",
      target: targets.nightlyBatches,
      key,
    });
    functionSchedule(this, "AuditDigest", {
      name: "audit-digest",
      description: "アクセス記録の1時間をダイジェストにし署名する",
      expression: "cron(20 * * * ? *)",
      target: targets.auditDigest,
      key,
    });
    functionSchedule(this, "AuditReconciliation", {
      name: "audit-reconciliation",
      description: "API呼出しとアクセス記録を突き合わせる",
      expression: "cron(40 3 * * ? *)",
      target: targets.auditReconciliation,
      key,
    });
    functionSchedule(this, "AuditReport", {
      name: "audit-report",
      description: "アクセス記録の月次報告を作る",
      expression: "cron(0 3 1 * ? *)",
      target: targets.auditReport,
      key,
    });
    functionSchedule(this, "OutputsClock", {
      name: "outputs-clock",
      description: "承認された出力の続きを作り、期限の過ぎたものを消す",
      expression: "rate(15 minutes)",
      target: targets.outputsClock,
      key,
    });
  }

  private mayDo(steps: IFunction): PolicyStatement[] {
    return [
      new PolicyStatement({ sid: "Steps", actions: ["lambda:InvokeFunction"], resources: [steps.functionArn] }),
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
        actions: [
          "xray:PutTraceSegments",
          "xray:PutTelemetryRecords",
          "xray:GetSamplingRules",
          "xray:GetSamplingTargets",
        ],
        resources: ["*"],
      }),
    ];
  }
}
