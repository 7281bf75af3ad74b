import { Duration } from "aws-cdk-lib";
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from "aws-cdk-lib/aws-backup";
import { Schedule } from "aws-cdk-lib/aws-events";
import { ManagedPolicy, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { tableNames } from "../../shared/stores/tables.ts";
import { shortestDays } from "../backup-days.ts";
import { lockedVault } from "../constructs/locked-vault.ts";
import { WardStack } from "../constructs/ward-stack.ts";
import type { Parameter } from "../parameter.ts";

interface BackupProps {
  readonly backupKey: IKey;
  /** Keys under which the stores are encrypted. */
  readonly storeKeys: readonly IKey[];
}

/**
 * A daily backup of every store of records, copied to Osaka the same night. What lies in a bucket for a while only (staging,
 * linkage, exports) is in none: it would live on there for as long as backups are kept, and can be made or sent once more.
 *
 * Person keys have a plan of their own that keeps 35 days and no more: a person is erased by erasing their key, and that
 * must reach the backups too. Erased today, no backup holds the key after 35 days, however long the sealed data is kept.
 */
export class BackupStack extends WardStack {
  constructor(scope: Construct, parameter: Parameter, { backupKey, storeKeys }: BackupProps) {
    super(scope, "backup", parameter);
    const vault = lockedVault(this, backupKey);
    const role = this.role([backupKey, ...storeKeys]);
    const arn = (resources: readonly string[]) => resources.map((resource) => BackupResource.fromArn(resource));
    this.plan("Stores", vault, parameter.retention.backupDays).addSelection("Stores", {
      role,
      resources: arn([
        ...tableNames.filter((table) => table !== "keys" && table !== "idempotency").map(this.names.tableArn),
        this.names.bucketArn("outbox"),
      ]),
    });
    this.plan("Keys", vault, shortestDays).addSelection("Keys", {
      role,
      resources: arn([this.names.tableArn("keys")]),
    });
  }

  private plan(id: string, vault: BackupVault, days: number): BackupPlan {
    const { backupRegion, account } = this.parameter;
    const osaka = BackupVault.fromBackupVaultArn(
      this,
      `${id}Osaka`,
      `arn:aws:backup:${backupRegion}:${account}:backup-vault:${this.names.vault}`,
    );
    const rule = new BackupPlanRule({
      ruleName: `${id.toLowerCase()}-daily`,
      // 02:00 in Tokyo.
      scheduleExpression: Schedule.cron({ hour: "17", minute: "0" }),
      startWindow: Duration.hours(1),
      completionWindow: Duration.hours(6),
      deleteAfter: Duration.days(days),
      copyActions: [{ destinationBackupVault: osaka, deleteAfter: Duration.days(days) }],
    });
    return new BackupPlan(this, `${id}Plan`, {
      backupPlanName: `${this.names.prefix}-${id.toLowerCase()}`,
      backupVault: vault,
      backupPlanRules: [rule],
    });
  }

  private role(keys: readonly IKey[]): Role {
    const managed = ["service-role/AWSBackupServiceRolePolicyForBackup", "AWSBackupServiceRolePolicyForS3Backup"];
    return new Role(this, "Role", {
      roleName: this.names.backupRole,
      assumedBy: new ServicePrincipal("backup.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": this.parameter.account } },
      }),
      managedPolicies: managed.map((name) => ManagedPolicy.fromAwsManagedPolicyName(name)),
      inlinePolicies: {
        keys: new PolicyDocument({
          statements: [
            new PolicyStatement({
              sid: "StoreKeys",
              actions: ["kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey"],
              resources: keys.map((key) => key.keyArn),
            }),
          ],
        }),
      },
    });
  }
}
