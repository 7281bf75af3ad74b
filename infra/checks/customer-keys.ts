import { at, type Check, eachResource, isRecord, listed } from "./template.ts";

/** Where each type that keeps data says which key it keeps it under. */
const keyOf: Readonly<Record<string, (properties: unknown) => unknown>> = {
  "AWS::DynamoDB::Table": (p) =>
    at(p, ["SSESpecification", "SSEEnabled"]) === true ? at(p, ["SSESpecification", "KMSMasterKeyId"]) : undefined,
  "AWS::S3::Bucket": (p) =>
    at(listed(at(p, ["BucketEncryption", "ServerSideEncryptionConfiguration"]))[0], [
      "ServerSideEncryptionByDefault",
      "KMSMasterKeyID",
    ]),
  "AWS::Logs::LogGroup": (p) => at(p, ["KmsKeyId"]),
  "AWS::SQS::Queue": (p) => at(p, ["KmsMasterKeyId"]),
  "AWS::SNS::Topic": (p) => at(p, ["KmsMasterKeyId"]),
  "AWS::Backup::BackupVault": (p) => at(p, ["EncryptionKeyArn"]),
  "AWS::Lambda::Function": (p) => at(p, ["KmsKeyArn"]),
  "AWS::CloudTrail::Trail": (p) => at(p, ["KMSKeyId"]),
  "AWS::Scheduler::Schedule": (p) => at(p, ["KmsKeyArn"]),
};

/** Stores nobody has thought through here: adding one means adding its row above first. */
const unknownStore =
  /^AWS::(?:DynamoDB::GlobalTable|RDS::|EFS::|ElastiCache::|Kinesis::|KinesisFirehose::|OpenSearchService::|SecretsManager::Secret$|SSM::Parameter$)/;

/** A key made in one of our own stacks: a reference, never `alias/aws/…`. */
const isOurs = (key: unknown) => isRecord(key) && ("Fn::GetAtt" in key || "Fn::ImportValue" in key || "Ref" in key);

/** Every store, log group, queue, topic, vault and environment is encrypted under a key of the ward's own. */
export const customerKeys: Check = eachResource(({ Type, Properties }) => {
  if (unknownStore.test(Type)) {
    return [{ rule: "customer-key", location: "Type", description: `a store of a type without a row: ${Type}` }];
  }
  const key = keyOf[Type];
  return key === undefined || isOurs(key(Properties))
    ? []
    : [{ rule: "customer-key", location: "Properties", description: "a store without a key of the ward's own" }];
});
