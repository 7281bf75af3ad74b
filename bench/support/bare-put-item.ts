import { DynamoDBClient, PutItemCommand, type PutItemCommandInput } from "@aws-sdk/client-dynamodb";

const client = new DynamoDBClient({});

/** What a function that only writes one item with the official SDK would be: the yardstick of the cold start. */
export const handler = async (event: PutItemCommandInput): Promise<unknown> => client.send(new PutItemCommand(event));
