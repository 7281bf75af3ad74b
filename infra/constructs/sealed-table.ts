import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, BillingMode, Table, TableEncryption } from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { type TableName, tables } from "../../shared/stores/tables.ts";
import { constructId } from "./construct-id.ts";
import type { WardStack } from "./ward-stack.ts";

/**
 * A table under the ward's own key, restorable to any second of 35 days, and not deletable by a slip.
 * `Table` rather than `TableV2`, because the local emulator honours deletion protection on it alone.
 */
export const sealedTable = (stack: WardStack, name: TableName, encryptionKey: IKey): Table =>
  new Table(stack, constructId(name), {
    tableName: stack.names.table(name),
    partitionKey: { name: "pk", type: AttributeType.STRING },
    sortKey: { name: "sk", type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    deletionProtection: true,
    ...(tables[name].expires ? { timeToLiveAttribute: "expiresAt" } : {}),
    removalPolicy: stack.parameter.emulated ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
  });
