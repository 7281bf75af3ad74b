import { CfnOutput } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { temporaryBuckets } from "../../shared/domain/temporary-files.ts";
import { tableNames } from "../../shared/stores/tables.ts";
import { closedBucket } from "../constructs/closed-bucket.ts";
import { constructId } from "../constructs/construct-id.ts";
import { sealedTable } from "../constructs/sealed-table.ts";
import { WardStack } from "../constructs/ward-stack.ts";
import { bucketNames } from "../names.ts";
import type { Parameter } from "../parameter.ts";
import { supersededTemporaryDays, temporaryFileDays } from "../temporary-file-days.ts";

interface StorageProps {
  readonly dataKey: IKey;
  readonly auditKey: IKey;
  /** The functions' own gateway endpoint. */
  readonly s3EndpointId: string;
}

/** Every store: the tables of `shared/stores/tables.ts`, staged and released files, the linkage drop, and the locked audit bucket. */
export class StorageStack extends WardStack {
  constructor(scope: Construct, parameter: Parameter, props: StorageProps) {
    super(scope, "storage", parameter);
    for (const table of tableNames) {
      sealedTable(this, table, table === "audit" ? props.auditKey : props.dataKey);
      new CfnOutput(this, `Table${constructId(table)}`, { value: this.names.table(table) });
    }
    const endpoints = [props.s3EndpointId, ...parameter.wardEndpoints.s3];
    closedBucket(this, "outbox", { key: props.dataKey, endpoints });
    const days = temporaryFileDays(parameter.retention);
    for (const bucket of temporaryBuckets) {
      const temporary = { keptDays: days[bucket], supersededDays: supersededTemporaryDays };
      closedBucket(this, bucket, { key: props.dataKey, endpoints, temporary });
    }
    const audit = closedBucket(this, "audit", { key: props.auditKey, lockYears: parameter.retention.auditYears });
    for (const statement of this.trailMayWrite(audit.bucketArn)) audit.addToResourcePolicy(statement);
    for (const bucket of bucketNames) {
      new CfnOutput(this, `Bucket${constructId(bucket)}`, { value: this.names.bucket(bucket) });
    }
  }

  private trailMayWrite(bucketArn: string): PolicyStatement[] {
    const cloudtrail = [new ServicePrincipal("cloudtrail.amazonaws.com")];
    const fromOurTrail = { "aws:SourceArn": this.names.trailArn };
    return [
      new PolicyStatement({
        sid: "TrailChecksBucket",
        principals: cloudtrail,
        actions: ["s3:GetBucketAcl"],
        resources: [bucketArn],
        conditions: { StringEquals: fromOurTrail },
      }),
      new PolicyStatement({
        sid: "TrailWritesFiles",
        principals: cloudtrail,
        actions: ["s3:PutObject"],
        resources: [`${bucketArn}/cloudtrail/AWSLogs/${this.parameter.account}/*`],
        conditions: { StringEquals: { ...fromOurTrail, "s3:x-amz-acl": "bucket-owner-full-control" } },
      }),
    ];
  }
}
