import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import type { Instant } from "../../shared/law/calendar.ts";
import { kmsMasterKey } from "../../shared/protection/master-key.ts";
import { dynamoDatabase } from "../../shared/stores/dynamo-database.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { localClient } from "./aws.ts";
import type { LocalCloud } from "./local-cloud.ts";

/** The stores of a local deployment, opened as an operator of the takeover would: with the deployment's own keys and tables. */
export const localStores = ({ endpoint, deployment }: Pick<LocalCloud, "endpoint" | "deployment">) => {
  const dynamo = new DynamoDBClient(localClient(endpoint));
  const kms = new KMSClient(localClient(endpoint));
  const database = dynamoDatabase(dynamo, deployment.tables);
  const clock = () => new Date().toISOString() as Instant;
  return {
    database,
    keyring: keyring(database, kmsMasterKey(kms, deployment.dataKeyArn), clock),
    clock,
    close: () => {
      dynamo.destroy();
      kms.destroy();
    },
  };
};
