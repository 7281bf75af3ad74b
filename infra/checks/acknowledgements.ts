import { entries, type FunctionName } from "../../shared/contracts/environment.ts";
import { constructId } from "../constructs/construct-id.ts";
import type { BucketName, Names } from "../names.ts";
import { accessOf, objectsOf } from "../permissions.ts";

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

/** One reason, which may answer the same finding of several packs. */
const because = (scope: string, reason: string, rules: string[], since = "2026-11-23" as const): Acknowledgement[] =>
  rules.map((rule) => ({ rule, scope, reason, since }));

const inlinePolicy = (scope: string) =>
  because(scope, "the policy belongs to this role alone and must not be attachable to another", [
    "NIST.800.53.R5-IAMNoInlinePolicy",
  ]);

const network = [
  ...because("network/Vpc", "availability zones are a parameter, so that a synth never has to ask an account", [
    "CloudFormation-Validate::W3010",
  ]),
  ...because("network/Vpc", "the flow log is in the trail stack, where a test asserts it; the rule sees one stack", [
    "AwsSolutions-VPC7",
    "NIST.800.53.R5-VPCFlowLogsEnabled",
  ]),
  ...because("network/Vpc", "emptying the default group takes a function outside the VPC; nothing is attached to it", [
    "NIST.800.53.R5-VPCDefaultSecurityGroupClosed",
  ]),
];

const nightlyCopy = "AWS Backup copies the bucket to Osaka each night (backup stack)";

const storage = [
  ...["StagingBucket", "OutboxBucket", "LinkageBucket", "ExportsBucket", "AuditBucket"].flatMap((bucket) =>
    because(`storage/${bucket}`, "every object access is a CloudTrail data event, kept in the locked audit bucket", [
      "AwsSolutions-S1",
      "NIST.800.53.R5-S3BucketLoggingEnabled",
    ]),
  ),
  ...because("storage/StagingBucket", "files in passing: a run whose files are gone is sent back and made anew", [
    "NIST.800.53.R5-S3BucketReplicationEnabled",
  ]),
  ...because("storage/OutboxBucket", nightlyCopy, ["NIST.800.53.R5-S3BucketReplicationEnabled"]),
  ...because("storage/ExportsBucket", "an output is gone within days and can be asked for again", [
    "NIST.800.53.R5-S3BucketReplicationEnabled",
  ]),
  ...because("storage/LinkageBucket", "files in passing: the system that sent one can send it again", [
    "NIST.800.53.R5-S3BucketReplicationEnabled",
  ]),
  ...because("storage/AuditBucket", "locked against any deletion in Tokyo; a copy elsewhere is not yet made", [
    "NIST.800.53.R5-S3BucketReplicationEnabled",
  ]),
  ...because("storage", "the plans are in the backup stack, where a test asserts each table; the rule sees one stack", [
    "NIST.800.53.R5-DynamoDBInBackupPlan",
  ]),
];

const workflow = [
  ...because("workflow/MissedStarts", "it is itself the dead-letter queue of the schedule", [
    "AwsSolutions-SQS3",
    "Serverless-SQSRedrivePolicy",
  ]),
  ...["workflow/TransmittalRole", "workflow/ErasureRole"].flatMap((role) => [
    ...because(role, "log delivery and X-Ray actions know no resources; traces hold no data", [
      "AwsSolutions-IAM5[Resource::*]",
      "Kokunen::no-wildcard.LogDelivery",
      "Kokunen::no-wildcard.Traces",
    ]),
    ...inlinePolicy(role),
  ]),
  ...inlinePolicy("workflow/ScheduleRole"),
  ...inlinePolicy("workflow/NightlyErasureRole"),
  ...inlinePolicy("workflow/ResidentFilesRole"),
  ...inlinePolicy("workflow/IncomeFilesRole"),
  ...inlinePolicy("workflow/NightlyBatchesRole"),
  ...inlinePolicy("workflow/AuditDigestRole"),
  ...inlinePolicy("workflow/AuditReconciliationRole"),
  ...inlinePolicy("workflow/AuditReportRole"),
  ...inlinePolicy("workflow/OutputsClockRole"),
  ...inlinePolicy("workflow/TemporaryFilesRole"),
];

const api = [
  ...because(
    "api/Api",
    "the function parses every request with the contract's strict schema and names the wrong field",
    ["AwsSolutions-APIG2"],
  ),
  ...because("api/Api", "the API is private: only the ward's VPC endpoints reach it", [
    "AwsSolutions-APIG3",
    "NIST.800.53.R5-APIGWAssociatedWithWAF",
  ]),
  ...because("api/Api", "the function verifies the token of the ward's own OIDC provider itself, offline", [
    "AwsSolutions-APIG4",
    "AwsSolutions-COG4",
  ]),
  ...because("api/Api", "execution logs hold whole requests, that is personal data; the access log holds none", [
    "AwsSolutions-APIG6",
    "NIST.800.53.R5-APIGWExecutionLoggingEnabled",
  ]),
  ...because("api/Api", "there is no cache: personal data must not rest in one", [
    "NIST.800.53.R5-APIGWCacheEnabledAndEncrypted",
  ]),
  ...because("api/Api", "a client certificate is for HTTP backends; the backend is Lambda", [
    "NIST.800.53.R5-APIGWSSLEnabled",
  ]),
  ...because("api/Api", "a trace would hold the path as called, with the number of a person", [
    "Serverless-APIGWXrayEnabled",
  ]),
  ...because("api/AccountLogRole", "API Gateway takes an account's log role only with the actions of this policy", [
    "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]",
  ]),
];

const failuresOfTurns: Partial<Record<FunctionName, string>> = {
  "resident-files": "what a failed turn left in the inbox is taken up by the next, a quarter of an hour later",
  "income-files": "what a failed turn left in the inbox is taken up by the next, a quarter of an hour later",
  "nightly-batches": "what a failed night left is taken up by the next",
  "audit-digest": "what a failed turn left is taken up by the next, an hour later, and its silence raises an alarm",
  "audit-reconciliation": "its silence raises an alarm, and a day can be compared again",
  "erasure-turns": "called by a state machine that tries again and whose failure raises an alarm",
  "temporary-files": "what a failed turn left is taken up by the next, an hour later, and its silence raises an alarm",
  "outputs-clock": "what a failed turn left of an output is taken up by the next, a quarter of an hour later",
};

const failureOf = (fn: FunctionName) =>
  failuresOfTurns[fn] ?? "always called synchronously; a failure is the caller's answer";

const ofFunction =
  (names: Names) =>
  (fn: FunctionName): Acknowledgement[] => {
    const own = `functions/${constructId(fn)}`;
    const role = `${own}Role`;
    const buckets = Object.keys(accessOf(fn).buckets ?? {}) as BucketName[];
    return [
      ...because(
        role,
        "the objects of one bucket",
        buckets
          .flatMap((bucket) => objectsOf(accessOf(fn), bucket, names.bucketArn(bucket)))
          .map((objects) => `AwsSolutions-IAM5[Resource::${objects}]`),
      ),
      ...because(
        role,
        "the certificates of erasure, in one folder of the locked bucket",
        accessOf(fn).certifies === true
          ? [`AwsSolutions-IAM5[Resource::${names.bucketArn("audit")}/certificates/*]`]
          : [],
      ),
      ...because(
        role,
        "the trail past its years and its lock, in one folder of the locked bucket",
        accessOf(fn).erasesTrail === true ? [`AwsSolutions-IAM5[Resource::${names.bucketArn("audit")}/trail/*]`] : [],
      ),
      ...because(
        role,
        "the streams of one log group: the access log of the API, to be read",
        accessOf(fn).readsAccessLog === true
          ? [`AwsSolutions-IAM5[Resource::${names.logGroupArn("api/access")}:*]`]
          : [],
      ),
      ...because(role, "the streams of its own log group", [
        `AwsSolutions-IAM5[Resource::${names.logGroupArn(`function/${fn}`)}:*]`,
      ]),
      ...because(role, "Lambda attaches a function to a VPC only so; the function's own code is denied the same", [
        "AwsSolutions-IAM5[Resource::*]",
        "Kokunen::no-wildcard.NetworkInterfaces",
        "Serverless-LambdaStarPermissions",
      ]),
      ...inlinePolicy(role),
      ...because(own, failureOf(fn), ["NIST.800.53.R5-LambdaDLQ", "Serverless-LambdaDLQ"]),
      ...because(own, "a trace would hold the path as called, with the number of a person", [
        "Serverless-LambdaTracing",
      ]),
    ];
  };

const overseeing = [
  ...inlinePolicy("trail/TrailRole"),
  ...inlinePolicy("trail/FlowRole"),
  ...inlinePolicy("backup/Role"),
  ...because("backup/Role", "AWS keeps these policies in step with what its backup service needs", [
    "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]",
    "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup]",
  ]),
];

/** Every finding that may stand, and why. A test fails for a row that no longer covers any. */
export const acknowledgementsOf = (names: Names, emulated: boolean): readonly Acknowledgement[] => [
  ...network,
  ...storage,
  ...workflow,
  ...api,
  ...(Object.keys(entries) as FunctionName[]).flatMap(ofFunction(names)),
  ...(emulated ? [] : overseeing),
];
