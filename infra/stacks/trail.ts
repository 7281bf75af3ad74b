import { CfnTrail } from "aws-cdk-lib/aws-cloudtrail";
import { CfnFlowLog } from "aws-cdk-lib/aws-ec2";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { ILogGroup, LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { logGroup } from "../constructs/log-group.ts";
import { trailSelectors } from "../constructs/trail-selectors.ts";
import { WardStack } from "../constructs/ward-stack.ts";
import type { Parameter } from "../parameter.ts";

interface TrailProps {
  readonly auditKey: IKey;
  readonly vpcId: string;
}

/** Who called which AWS API, into the locked audit bucket; and which connections the network saw. */
export class TrailStack extends WardStack {
  readonly log: LogGroup;

  constructor(scope: Construct, parameter: Parameter, { auditKey, vpcId }: TrailProps) {
    super(scope, "trail", parameter);
    this.log = logGroup(this, "TrailLog", "trail", auditKey);
    new CfnTrail(this, "Trail", {
      trailName: this.names.trail,
      isLogging: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      kmsKeyId: auditKey.keyArn,
      s3BucketName: this.names.bucket("audit"),
      s3KeyPrefix: "cloudtrail",
      cloudWatchLogsLogGroupArn: this.log.logGroupArn,
      cloudWatchLogsRoleArn: this.writer("TrailRole", "cloudtrail.amazonaws.com", this.log).roleArn,
      advancedEventSelectors: trailSelectors(this.names),
    });
    const flow = logGroup(this, "FlowLog", "network/flow", auditKey);
    new CfnFlowLog(this, "Flow", {
      resourceId: vpcId,
      resourceType: "VPC",
      trafficType: "ALL",
      logDestinationType: "cloud-watch-logs",
      logGroupName: flow.logGroupName,
      deliverLogsPermissionArn: this.writer("FlowRole", "vpc-flow-logs.amazonaws.com", flow).roleArn,
      maxAggregationInterval: 60,
    });
  }

  private writer(id: string, service: string, group: ILogGroup): Role {
    return new Role(this, id, {
      assumedBy: new ServicePrincipal(service, {
        conditions: { StringEquals: { "aws:SourceAccount": this.parameter.account } },
      }),
      inlinePolicies: {
        own: new PolicyDocument({
          statements: [
            new PolicyStatement({
              sid: "OwnLog",
              actions: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
              resources: [group.logGroupArn],
            }),
          ],
        }),
      },
    });
  }
}
