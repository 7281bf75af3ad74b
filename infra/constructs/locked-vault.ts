import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { BackupVault } from "aws-cdk-lib/aws-backup";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { shortestDays } from "../backup-days.ts";
import type { WardStack } from "./ward-stack.ts";

/** A vault under the ward's own key, from which nothing is removed early and in which nothing outstays. */
export const lockedVault = (stack: WardStack, encryptionKey: IKey): BackupVault =>
  new BackupVault(stack, "Vault", {
    backupVaultName: stack.names.vault,
    encryptionKey,
    blockRecoveryPointDeletion: true,
    lockConfiguration: {
      minRetention: Duration.days(shortestDays),
      maxRetention: Duration.days(stack.parameter.retention.backupDays),
      ...(stack.parameter.vaultLock === "compliance" ? { changeableFor: Duration.days(3) } : {}),
    },
    removalPolicy: RemovalPolicy.RETAIN,
  });
