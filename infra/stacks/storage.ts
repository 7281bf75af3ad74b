import { CfnOutput } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { tableNames } from "../../shared/stores/tables.ts";
import { closedBucket } from "../constructs/closed-bucket.ts";
import { constructId } from "../constructs/construct-id.ts";
import { sealedTable } from "../constructs/sealed-table.ts";
import { WardStack } from "../constructs/ward-stack.ts";
import { bucketNames } from "../names.ts";
import type { Parameter } from "../parameter.ts";

interface StorageProps {
  readonly dataKey: IKey;
  readonly auditKey: IKey;
  /** The functions' own gateway endpoint. */
  readonly s3EndpointId: string;
}

/**
 * A staged file goes by its own work, and by the sweep (functions/temporary-files) once nobody needs it. This is for the day on
 * which neither ran: even one that waits for a decision is gone then, and its run can only be refused and made anew.
 */
const stagedDays = 120;

/** Every store: the tables of `shared/stores/tables.ts`, staged and released files, the linkage drop, and the locked audit bucket. */
export class StorageStack extends WardStack {
  constructor(scope: Construct, parameter: Parameter, props: StorageProps) {
    super(scope, "storage", parameter);
    for (const table of tableNames) {
      sealedTable(this, table, table === "audit" ? props.auditKey : props.dataKey);
      new CfnOutput(this, `Table${constructId(table)}`, { value: this.names.table(table) });
    }
    const endpoints = [props.s3EndpointId, ...parameter.wardEndpoints.s3];
    closedBucket(this, "staging", { key: props.dataKey, endpoints, keptDays: stagedDays });
    closedBucket(this, "outbox", { key: props.dataKey, endpoints });
    closedBucket(this, "linkage", { key: props.dataKey, endpoints, keptDays: parameter.retention.linkageFileDays });
    closedBucket(this, "exports", { key: props.dataKey, endpoints, keptDays: parameter.retention.exportDays });
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
