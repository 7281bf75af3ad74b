import { AnyPrincipal, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { tableNames } from "../../shared/stores/tables.ts";
import { fileBuckets, namesOf } from "../names.ts";
import type { Parameter } from "../parameter.ts";

/**
 * What may pass through each endpoint of the functions' network: this account's principals, to this system's own
 * resources. A stolen foreign credential cannot carry data out to another account's bucket or table.
 */
export const endpointPolicies = (
  parameter: Parameter,
  { dataKeyArn, signingKeyArn }: { readonly dataKeyArn: string; readonly signingKeyArn: string },
) => {
  const names = namesOf(parameter);
  const allow = (actions: string[], resources: string[]) => [
    new PolicyStatement({
      principals: [new AnyPrincipal()],
      actions,
      resources,
      conditions: { StringEquals: { "aws:PrincipalAccount": parameter.account } },
    }),
  ];
  return {
    dynamodb: allow(
      [
        "dynamodb:BatchGetItem",
        "dynamodb:ConditionCheckItem",
        "dynamodb:DeleteItem",
        "dynamodb:PutItem",
        "dynamodb:Query",
        "dynamodb:Scan",
      ],
      tableNames.map(names.tableArn),
    ),
    s3: [
      ...allow(
        ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"],
        fileBuckets.map((bucket) => `${names.bucketArn(bucket)}/*`),
      ),
      ...allow(["s3:DeleteObject"], [`${names.bucketArn("linkage")}/*`]),
      ...allow(
        ["s3:DeleteObjectVersion"],
        fileBuckets.map((bucket) => `${names.bucketArn(bucket)}/${bucket === "audit" ? "trail/" : ""}*`),
      ),
      ...allow(["s3:ListBucket", "s3:ListBucketVersions"], fileBuckets.map(names.bucketArn)),
    ],
    // DynamoDB and S3 call KMS from their own side: only branch keys and the trail's signatures pass here.
    kms: [
      ...allow(["kms:Decrypt", "kms:GenerateDataKey"], [dataKeyArn]),
      ...allow(["kms:GetPublicKey", "kms:Sign"], [signingKeyArn]),
      ...(parameter.taxReference === null ? [] : allow(["kms:GenerateMac"], [parameter.taxReference.hmacKeyArn])),
    ],
    logs: allow(["logs:FilterLogEvents"], [names.logGroupArn("api/access"), `${names.logGroupArn("api/access")}:*`]),
    states: allow(
      ["states:SendTaskSuccess", "states:StartExecution"],
      (["transmittal", "erasure"] as const).map(names.stateMachineArn),
    ),
  };
};
