import { CfnOutput } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Key } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { customerKey } from "../constructs/customer-key.ts";
import { WardStack } from "../constructs/ward-stack.ts";
import type { Parameter } from "../parameter.ts";

/** The keys. Data and trail have keys of their own, so that whoever may read the one cannot read the other. */
export class ProtectionStack extends WardStack {
  /** Stores and files of 国民年金ファイル, and the wrapping of branch keys. */
  readonly data: Key;
  /** Logs, the access trail and its bucket, alarms. */
  readonly audit: Key;
  /** Backups at rest in Tokyo. */
  readonly backup: Key;

  /** Signs the digests of the trail, and nothing else. */
  readonly signing: Key;

  constructor(scope: Construct, parameter: Parameter) {
    super(scope, "protection", parameter);
    this.data = customerKey(this, "Data", {
      name: "data",
      description: "Kokunen: stores, files and branch keys",
      multiRegion: true,
    });
    new CfnOutput(this, "DataKeyArn", { value: this.data.keyArn });
    this.audit = customerKey(this, "Audit", {
      name: "audit",
      description: "Kokunen: logs, access trail, alarms",
      services: this.trailServices(),
    });
    this.backup = customerKey(this, "Backup", { name: "backup", description: "Kokunen: backups in Tokyo" });
    this.signing = customerKey(this, "AuditSigning", {
      name: "audit-signing",
      description: "Kokunen: signatures of the access trail's digests",
      use: "sign",
    });
    new CfnOutput(this, "SigningKeyArn", { value: this.signing.keyArn });
  }

  /** CloudWatch Logs, CloudTrail and alarms encrypt without a caller whose policy could allow it. */
  private trailServices(): PolicyStatement[] {
    const encrypting = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey"];
    const { account, region } = this.parameter;
    return [
      new PolicyStatement({
        sid: "LogGroups",
        principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
        actions: [...encrypting, "kms:DescribeKey"],
        resources: ["*"],
        conditions: {
          ArnLike: { "kms:EncryptionContext:aws:logs:arn": this.names.logGroupArn("*") },
        },
      }),
      new PolicyStatement({
        sid: "TrailFiles",
        principals: [new ServicePrincipal("cloudtrail.amazonaws.com")],
        actions: ["kms:GenerateDataKey", "kms:DescribeKey"],
        resources: ["*"],
        conditions: { StringEquals: { "aws:SourceArn": this.names.trailArn } },
      }),
      new PolicyStatement({
        sid: "AlarmsToTopic",
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["kms:GenerateDataKey", "kms:Decrypt"],
        resources: ["*"],
        conditions: { StringEquals: { "aws:SourceAccount": account } },
      }),
    ];
  }
}
