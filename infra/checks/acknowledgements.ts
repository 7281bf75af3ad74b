import { entries, type FunctionName } from "../../shared/contracts/environment.ts";
import { constructId } from "../constructs/construct-id.ts";
import type { BucketName, Names } from "../names.ts";
import { accessOf } from "../permissions.ts";

export interface Acknowledgement {
  /** As the rule's owner writes it. `Kokunen::` rules are this project's own. */
  readonly rule: string;
  /** Path of the construct it is confined to, after the environment's prefix. */
  readonly scope: string;
  /** Why the finding may stand. */
  readonly reason: string;
  /** The day it was last thought through. */
  readonly since: `${number}-${number}-${number}`;
}

const since = "2026-11-23" as const;

const everywhere: readonly Acknowledgement[] = [
  {
    rule: "CloudFormation-Validate::W3010",
    scope: "network/Vpc",
    reason: "availability zones are a parameter, so that a synth never asks an account and never changes by itself",
    since,
  },
  {
    rule: "AwsSolutions-VPC7",
    scope: "network/Vpc",
    reason: "the flow log is in the trail stack, where a test asserts it; the rule looks within one stack",
    since,
  },
  {
    rule: "NIST.800.53.R5-VPCFlowLogsEnabled",
    scope: "network/Vpc",
    reason: "the flow log is in the trail stack, where a test asserts it; the rule looks within one stack",
    since,
  },
  {
    rule: "NIST.800.53.R5-VPCDefaultSecurityGroupClosed",
    scope: "network/Vpc",
    reason: "emptying the default group needs a function outside the VPC; nothing is ever attached to it",
    since,
  },
  ...["StagingBucket", "OutboxBucket", "AuditBucket"].flatMap((bucket): Acknowledgement[] => [
    {
      rule: "AwsSolutions-S1",
      scope: `storage/${bucket}`,
      reason: "every object access is a CloudTrail data event, in the locked audit bucket and signed",
      since,
    },
    {
      rule: "NIST.800.53.R5-S3BucketLoggingEnabled",
      scope: `storage/${bucket}`,
      reason: "every object access is a CloudTrail data event, in the locked audit bucket and signed",
      since,
    },
    {
      rule: "NIST.800.53.R5-S3BucketReplicationEnabled",
      scope: `storage/${bucket}`,
      reason:
        bucket === "AuditBucket"
          ? "locked against any deletion in Tokyo; a second copy of the trail is left to the ward's account baseline"
          : "AWS Backup copies the bucket to Osaka each night (backup stack)",
      since,
    },
  ]),
  {
    rule: "NIST.800.53.R5-DynamoDBInBackupPlan",
    scope: "storage",
    reason: "the plans are in the backup stack, where a test asserts each table; the rule looks within one stack",
    since,
  },
  {
    rule: "AwsSolutions-SQS3",
    scope: "workflow/MissedStarts",
    reason: "it is itself the dead-letter queue of the schedule",
    since,
  },
  {
    rule: "Serverless-SQSRedrivePolicy",
    scope: "workflow/MissedStarts",
    reason: "it is itself the dead-letter queue of the schedule",
    since,
  },
  {
    rule: "AwsSolutions-IAM5[Resource::*]",
    scope: "workflow/TransmittalRole",
    reason: "log delivery and X-Ray know no resources; each statement is dated below",
    since,
  },
  {
    rule: "Kokunen::no-wildcard.LogDelivery",
    scope: "workflow/TransmittalRole",
    reason: "the log delivery actions of a state machine know no resources",
    since,
  },
  {
    rule: "Kokunen::no-wildcard.Traces",
    scope: "workflow/TransmittalRole",
    reason: "the X-Ray actions know no resources; the traces hold no execution data",
    since,
  },
  {
    rule: "AwsSolutions-APIG2",
    scope: "api/Api",
    reason: "the function parses every request with the contract's strict schema, and says which field is wrong",
    since,
  },
  {
    rule: "AwsSolutions-APIG3",
    scope: "api/Api",
    reason: "the API is private: only the ward's VPC endpoints reach it",
    since,
  },
  {
    rule: "NIST.800.53.R5-APIGWAssociatedWithWAF",
    scope: "api/Api",
    reason: "the API is private: only the ward's VPC endpoints reach it",
    since,
  },
  {
    rule: "AwsSolutions-APIG4",
    scope: "api/Api",
    reason: "the function verifies the ward's OIDC token itself, offline; an authorizer would see it a second time",
    since,
  },
  {
    rule: "AwsSolutions-COG4",
    scope: "api/Api",
    reason: "the ward's own identity provider, not Cognito, issues the tokens",
    since,
  },
  {
    rule: "AwsSolutions-APIG6",
    scope: "api/Api",
    reason: "execution logs hold whole requests, that is personal data; the access log holds none",
    since,
  },
  {
    rule: "NIST.800.53.R5-APIGWExecutionLoggingEnabled",
    scope: "api/Api",
    reason: "execution logs hold whole requests, that is personal data; the access log holds none",
    since,
  },
  {
    rule: "NIST.800.53.R5-APIGWCacheEnabledAndEncrypted",
    scope: "api/Api",
    reason: "there is no cache: personal data must not rest in one",
    since,
  },
  {
    rule: "NIST.800.53.R5-APIGWSSLEnabled",
    scope: "api/Api",
    reason: "a client certificate is for HTTP backends; the backend is Lambda",
    since,
  },
  {
    rule: "Serverless-APIGWXrayEnabled",
    scope: "api/Api",
    reason: "a trace would hold the path as called, with the number of a person",
    since,
  },
  {
    rule: "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]",
    scope: "api/AccountLogRole",
    reason: "API Gateway accepts the account's log role only with the actions of this policy",
    since,
  },
];

const ofFunction =
  (names: Names) =>
  (fn: FunctionName): Acknowledgement[] => {
    const role = `functions/${constructId(fn)}Role`;
    const own = `functions/${constructId(fn)}`;
    const buckets = Object.keys(accessOf(fn).buckets ?? {}) as BucketName[];
    return [
      ...buckets.map((bucket) => ({
        rule: `AwsSolutions-IAM5[Resource::${names.bucketArn(bucket)}/*]`,
        scope: role,
        reason: "the objects of one bucket",
        since,
      })),
      {
        rule: `AwsSolutions-IAM5[Resource::${names.logGroupArn(`function/${fn}`)}:*]`,
        scope: role,
        reason: "the streams of its own log group",
        since,
      },
      {
        rule: "AwsSolutions-IAM5[Resource::*]",
        scope: role,
        reason: "network interfaces, dated below",
        since,
      },
      {
        rule: "Kokunen::no-wildcard.NetworkInterfaces",
        scope: role,
        reason: "Lambda attaches a function to a VPC only so; the function's own code is denied the same actions",
        since,
      },
      {
        rule: "Serverless-LambdaStarPermissions",
        scope: role,
        reason: "network interfaces, dated above",
        since,
      },
      {
        rule: "NIST.800.53.R5-IAMNoInlinePolicy",
        scope: role,
        reason: "the policy belongs to this role alone and must not be attachable to another",
        since,
      },
      {
        rule: "NIST.800.53.R5-LambdaDLQ",
        scope: own,
        reason: "always called synchronously; a failure is the caller's answer",
        since,
      },
      {
        rule: "Serverless-LambdaDLQ",
        scope: own,
        reason: "always called synchronously; a failure is the caller's answer",
        since,
      },
      {
        rule: "Serverless-LambdaTracing",
        scope: own,
        reason: "a trace would hold the path as called, with the number of a person",
        since,
      },
    ];
  };

const inlineRoles = ["workflow/TransmittalRole", "workflow/ScheduleRole"];
const overseeingInlineRoles = ["trail/TrailRole", "trail/FlowRole", "backup/Role"];

const inline = (scope: string): Acknowledgement => ({
  rule: "NIST.800.53.R5-IAMNoInlinePolicy",
  scope,
  reason: "the policy belongs to this role alone and must not be attachable to another",
  since,
});

const overseeing: readonly Acknowledgement[] = [
  ...overseeingInlineRoles.map(inline),
  ...["service-role/AWSBackupServiceRolePolicyForBackup", "AWSBackupServiceRolePolicyForS3Backup"].map(
    (policy): Acknowledgement => ({
      rule: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`,
      scope: "backup/Role",
      reason: "AWS keeps this policy in step with what its backup service needs",
      since,
    }),
  ),
];

/** Every finding that may stand, and why. A test fails for a row that no longer covers any. */
export const acknowledgementsOf = (names: Names, emulated: boolean): readonly Acknowledgement[] => [
  ...everywhere,
  ...(Object.keys(entries) as FunctionName[]).flatMap(ofFunction(names)),
  ...inlineRoles.map(inline),
  ...(emulated ? [] : overseeing),
];
