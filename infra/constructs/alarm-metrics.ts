import { Duration } from "aws-cdk-lib";
import { type IMetric, Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { MachineName, Names } from "../names.ts";

const period = Duration.minutes(5);

/** Namespace of the metrics that metric filters make. */
export const signalNamespace = "Kokunen/Signals";

export const signalMetric = (names: Names, signal: string, over = period): Metric =>
  new Metric({ namespace: signalNamespace, metricName: `${names.prefix}-${signal}`, statistic: "Sum", period: over });

const execution = (machine: MachineName, metricName: string) => (names: Names) =>
  new Metric({
    namespace: "AWS/States",
    metricName,
    dimensionsMap: { StateMachineArn: names.stateMachineArn(machine) },
    statistic: "Sum",
    period,
  });

/**
 * Over every function of the account, which is the environment's own. Named one by one they would be a sum of more than ten
 * metrics, which an alarm does not take.
 */
const overFunctions = (metricName: string) => () =>
  new Metric({ namespace: "AWS/Lambda", metricName, statistic: "Sum", period });

interface ServiceAlarm {
  readonly title: string;
  readonly metric: (names: Names) => IMetric;
  readonly threshold: number;
}

/** What AWS itself counts and someone must look at. Threshold: occurrences in five minutes. */
export const serviceAlarms = {
  "transmittal-not-started": {
    title: "週次の進達を始められなかった",
    metric: (names) =>
      new Metric({
        namespace: "AWS/SQS",
        metricName: "ApproximateNumberOfMessagesVisible",
        dimensionsMap: { QueueName: `${names.prefix}-missed-starts` },
        statistic: "Maximum",
        period,
      }),
    threshold: 1,
  },
  "transmittal-failed": {
    title: "進達が途中で失敗した",
    metric: execution("transmittal", "ExecutionsFailed"),
    threshold: 1,
  },
  "transmittal-aborted": {
    title: "進達が中止された",
    metric: execution("transmittal", "ExecutionsAborted"),
    threshold: 1,
  },
  "transmittal-timed-out": {
    title: "進達が時間切れになった",
    metric: execution("transmittal", "ExecutionsTimedOut"),
    threshold: 1,
  },
  "erasure-failed": {
    title: "消去が途中で失敗した",
    metric: execution("erasure", "ExecutionsFailed"),
    threshold: 1,
  },
  "function-errors": { title: "関数が異常終了した", metric: overFunctions("Errors"), threshold: 1 },
  "function-throttled": { title: "関数の同時実行が上限に達した", metric: overFunctions("Throttles"), threshold: 1 },
  "api-server-errors": {
    title: "APIが5xxを返した",
    metric: (names) =>
      new Metric({
        namespace: "AWS/ApiGateway",
        metricName: "5XXError",
        dimensionsMap: { ApiName: `${names.prefix}-api`, Stage: "ward" },
        statistic: "Sum",
        period,
      }),
    threshold: 1,
  },
} as const satisfies Record<string, ServiceAlarm>;
