import { Annotations, CfnOutput } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { defaultRetention } from "../../shared/domain/retention.ts";
import { functionSchedule } from "../constructs/function-schedule.ts";
import { machineSchedule, missedStarts } from "../constructs/machine-schedule.ts";
import { stateMachine } from "../constructs/state-machine.ts";
import { WardStack } from "../constructs/ward-stack.ts";
import type { Parameter } from "../parameter.ts";

interface WorkflowProps {
  readonly steps: IFunction;
  readonly erasureTurns: IFunction;
  readonly residentFiles: IFunction;
  readonly incomeFiles: IFunction;
  readonly nightlyBatches: IFunction;
  readonly auditDigest: IFunction;
  readonly auditReconciliation: IFunction;
  readonly auditReport: IFunction;
  readonly outputsClock: IFunction;
  readonly temporaryFiles: IFunction;
  readonly auditKey: IKey;
}

/** 進達 and 消去 as state machines, and what starts by the clock: they, the file drops, the batches of the night, and outputs. */
export class WorkflowStack extends WardStack {
  constructor(scope: Construct, parameter: Parameter, { steps, erasureTurns, auditKey, ...byTheClock }: WorkflowProps) {
    super(scope, "workflow", parameter);
    const { names } = this;
    const transmittal = stateMachine(this, {
      machine: "transmittal",
      functionName: "StepsFunctionArn",
      target: steps,
      key: auditKey,
    });
    const erasure = stateMachine(this, {
      machine: "erasure",
      functionName: "TurnsFunctionArn",
      target: erasureTurns,
      key: auditKey,
    });
    this.schedules(byTheClock, auditKey);
    const missed = missedStarts(this, auditKey);
    machineSchedule(
      this,
      { id: "Weekly", roleId: "ScheduleRole" },
      {
        machine: "transmittal",
        name: "weekly-transmittal",
        description: "進達を毎週始める",
        expression: parameter.transmittalSchedule,
        missed,
        key: auditKey,
      },
    ).addResourceDependency(transmittal);
    machineSchedule(
      this,
      { id: "NightlyErasure", roleId: "NightlyErasureRole" },
      {
        machine: "erasure",
        name: "nightly-erasure",
        description: "満了した記録を毎夜集め、始まった消去を続ける",
        expression: "cron(10 3 * * ? *)",
        missed,
        key: auditKey,
      },
    ).addResourceDependency(erasure);
    new CfnOutput(this, "StateMachineArn", { value: names.stateMachineArn("transmittal") });
    new CfnOutput(this, "ErasureMachineArn", { value: names.stateMachineArn("erasure") });
    this.warnOfStatedYears();
  }

  /** The years that this repository states are no ward's: a production that still has them is told so at every synth. */
  private warnOfStatedYears(): void {
    const { name, retention } = this.parameter;
    const stated = new Set(defaultRetention.map(({ source }) => source));
    const left = retention.schedule.filter(({ source }) => stated.has(source)).map((row) => row.class);
    if (name === "production" && left.length > 0)
      Annotations.of(this).addWarningV2(
        "kokunen:retention-stated",
        `the years of ${left.join(", ")} are not the ward's own yet (docs/retention.md)`,
      );
  }

  /** What is called by the clock, in Asia/Tokyo. */
  private schedules(targets: Omit<WorkflowProps, "steps" | "erasureTurns" | "auditKey">, key: IKey): void {
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
    functionSchedule(this, "TemporaryFiles", {
      name: "temporary-files",
      description: "要らなくなった一時ファイルを消し、残るものを知らせる",
      expression: "cron(50 * * * ? *)",
      target: targets.temporaryFiles,
      key,
    });
  }
}
