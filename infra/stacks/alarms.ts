import { Duration } from "aws-cdk-lib";
import { Alarm, type AlarmProps, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { FilterPattern, type ILogGroup, LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Topic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { entries } from "../../shared/contracts/environment.ts";
import { serviceAlarms, signalMetric, signalNamespace } from "../constructs/alarm-metrics.ts";
import { heartbeats, type LogSignal, logSignals, trailSignals } from "../constructs/signals.ts";
import { WardStack } from "../constructs/ward-stack.ts";
import type { Parameter } from "../parameter.ts";

interface AlarmsProps {
  readonly auditKey: IKey;
  readonly trailLog: ILogGroup;
}

/** Every alarm has a runbook of the same name in `docs/runbooks`; a test holds the two sets equal. */
export class AlarmsStack extends WardStack {
  private readonly topic: Topic;

  constructor(scope: Construct, parameter: Parameter, { auditKey, trailLog }: AlarmsProps) {
    super(scope, "alarms", parameter);
    this.topic = this.alarmTopic(auditKey);
    for (const [name, { title, metric, threshold }] of Object.entries(serviceAlarms)) {
      this.alarm(name, title, metric(this.names), threshold);
    }
    for (const [name, { title, pattern, threshold }] of Object.entries(trailSignals)) {
      this.filter(`${name}-filter`, trailLog, pattern, name);
      this.alarm(name, title, signalMetric(this.names, name), threshold);
    }
    for (const [name, { title, code, threshold, hours }] of Object.entries<LogSignal>(logSignals)) {
      for (const fn of Object.keys(entries)) {
        const group = LogGroup.fromLogGroupName(this, `${name}-${fn}`, this.names.logGroup(`function/${fn}`));
        this.filter(`${name}-${fn}-filter`, group, `{ $.code = "${code}" }`, name);
      }
      const over = hours === undefined ? undefined : Duration.hours(hours);
      this.alarm(name, title, signalMetric(this.names, name, over), threshold);
    }
    for (const [name, { title, code, fn, hours }] of Object.entries(heartbeats)) {
      const group = LogGroup.fromLogGroupName(this, `${name}-log`, this.names.logGroup(`function/${fn}`));
      this.filter(`${name}-filter`, group, `{ $.code = "${code}" }`, name);
      this.silence(name, title, signalMetric(this.names, name, Duration.hours(1)), hours);
    }
  }

  private alarmTopic(masterKey: IKey): Topic {
    const topic = new Topic(this, "Topic", { topicName: `${this.names.prefix}-alarms`, masterKey, enforceSSL: true });
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: "AlarmsPublish",
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": this.parameter.account } },
      }),
    );
    return topic;
  }

  private filter(id: string, logGroup: ILogGroup, pattern: string, signal: string): void {
    new MetricFilter(this, id, {
      logGroup,
      filterPattern: FilterPattern.literal(pattern),
      metricNamespace: signalNamespace,
      metricName: signalMetric(this.names, signal).metricName,
      metricValue: "1",
    });
  }

  private alarm(name: string, title: string, metric: IMetric, threshold: number): void {
    this.raise(name, title, {
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  /** Raised when nothing was counted in any of the hours: no data is the very thing looked for. */
  private silence(name: string, title: string, metric: IMetric, hours: number): void {
    this.raise(name, title, {
      metric,
      threshold: 1,
      evaluationPeriods: hours,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }

  private raise(name: string, title: string, props: AlarmProps): void {
    const alarm = new Alarm(this, name, {
      ...props,
      alarmName: `${this.names.prefix}-${name}`,
      alarmDescription: `${title}。対処: docs/runbooks/${name}.md`,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}
