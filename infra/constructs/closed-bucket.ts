import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { AnyPrincipal, Effect, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { BucketName } from "../names.ts";
import { constructId } from "./construct-id.ts";
import type { WardStack } from "./ward-stack.ts";

interface ClosedBucketProps {
  readonly key: IKey;
  /** VPC endpoints through which objects may be read and written. Absent: AWS services write and auditors read. */
  readonly endpoints?: readonly string[];
  /** Nobody, the account's root included, deletes or shortens for so many years. */
  readonly lockYears?: number;
  /** Days after which a file goes, whether anyone took it or not, and further days after which its versions do. */
  readonly temporary?: { readonly keptDays: number; readonly supersededDays: number };
}

/**
 * A bucket that takes TLS only, one key only and, where endpoints are given, one network only. The refusals name object
 * actions alone, so a deployment can always repair the bucket's own settings.
 */
export const closedBucket = (stack: WardStack, name: BucketName, props: ClosedBucketProps): Bucket => {
  const { emulated, retention } = stack.parameter;
  const bucket = new Bucket(stack, `${constructId(name)}Bucket`, {
    bucketName: stack.names.bucket(name),
    encryption: BucketEncryption.KMS,
    encryptionKey: props.key,
    bucketKeyEnabled: true,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: emulated ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    ...(props.lockYears === undefined
      ? {}
      : { objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(props.lockYears * 365 + 2)) }),
    lifecycleRules: [
      {
        id: "superseded",
        abortIncompleteMultipartUploadAfter: Duration.days(1),
        noncurrentVersionExpiration: Duration.days(props.temporary?.supersededDays ?? retention.supersededFileDays),
        ...(props.temporary === undefined ? {} : { expiration: Duration.days(props.temporary.keptDays) }),
      },
    ],
  });
  const objects = bucket.arnForObjects("*");
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: "OtherKey",
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ["s3:PutObject"],
      resources: [objects],
      conditions: {
        StringNotEquals: { "s3:x-amz-server-side-encryption-aws-kms-key-id": props.key.keyArn },
        Null: { "s3:x-amz-server-side-encryption-aws-kms-key-id": "false" },
      },
    }),
  );
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: "OtherEncryption",
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ["s3:PutObject"],
      resources: [objects],
      conditions: {
        StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" },
        Null: { "s3:x-amz-server-side-encryption": "false" },
      },
    }),
  );
  if (props.endpoints !== undefined) bucket.addToResourcePolicy(otherNetwork(stack, objects, props.endpoints));
  return bucket;
};

/** Backups come from AWS's side of the network: the backup role is let through, by name. */
const otherNetwork = (stack: WardStack, objects: string, endpoints: readonly string[]) =>
  new PolicyStatement({
    sid: "OtherNetwork",
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: [
      "s3:GetObject",
      "s3:GetObjectVersion",
      "s3:PutObject",
      "s3:DeleteObject",
      "s3:DeleteObjectVersion",
      "s3:RestoreObject",
    ],
    resources: [objects],
    conditions: {
      StringNotEquals: { "aws:SourceVpce": [...endpoints] },
      ArnNotEquals: { "aws:PrincipalArn": stack.names.backupRoleArn },
    },
  });
