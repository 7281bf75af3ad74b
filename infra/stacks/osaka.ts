import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { CfnReplicaKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { customerKey } from "../constructs/customer-key.ts";
import { keyPolicy } from "../constructs/key-policy.ts";
import { lockedVault } from "../constructs/locked-vault.ts";
import { WardStack } from "../constructs/ward-stack.ts";
import type { Parameter } from "../parameter.ts";

/** Where copies rest 400 km away: a vault under a key of its own, and a replica of the key the data was sealed with. */
export class OsakaStack extends WardStack {
  constructor(scope: Construct, parameter: Parameter) {
    super(scope, "osaka", parameter, "backup");
    lockedVault(this, customerKey(this, "Backup", { name: "backup", description: "Kokunen: backups in Osaka" }));
    if (parameter.dataKeyToReplicate !== null) {
      new CfnReplicaKey(this, "DataReplica", {
        primaryKeyArn: parameter.dataKeyToReplicate,
        description: "Kokunen: stores, files and branch keys (replica)",
        keyPolicy: keyPolicy(parameter, this.region, "encrypt", []),
        pendingWindowInDays: Duration.days(30).toDays(),
      }).applyRemovalPolicy(RemovalPolicy.RETAIN);
    }
  }
}
