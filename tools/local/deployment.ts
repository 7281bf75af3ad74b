import * as z from "zod";
import { type TableName, tableNames } from "../../shared/stores/tables.ts";

/** Name of the stack output that carries a table's physical name: `people` → `TablePeople`. */
export const tableOutput = (table: TableName) => `Table${table.charAt(0).toUpperCase()}${table.slice(1)}`;

const name = z.string().min(3);
const arn = z.string().startsWith("arn:");

/** The outputs the CDK app gives, whichever of its stacks gives them; others are left aside. */
const outputs = z.object({
  ApiId: z.string().min(1),
  StageName: z.string().min(1),
  BucketStaging: name,
  BucketOutbox: name,
  StateMachineArn: arn,
  DataKeyArn: arn,
  ...Object.fromEntries(tableNames.map((table) => [tableOutput(table), name])),
});

const perStack = z.record(z.string(), z.record(z.string(), z.string()));

/** Where the deployed parts of the app are. */
const deploymentSchema = z.strictObject({
  /** Base address; a path such as `/v1/filings` is appended to it. */
  apiUrl: z.url(),
  tables: z.record(z.enum(tableNames), name),
  stagingBucket: name,
  outboxBucket: name,
  stateMachineArn: arn,
  dataKeyArn: arn,
});

export type Deployment = z.infer<typeof deploymentSchema>;

/**
 * Reads the file that `cdk deploy --outputs-file` writes.
 * @throws ZodError naming each output that is missing or malformed.
 */
export const parseDeployment = (written: unknown, endpoint: string): Deployment => {
  const merged = outputs.catchall(z.string()).parse(Object.assign({}, ...Object.values(perStack.parse(written))));
  return deploymentSchema.parse({
    apiUrl: `${endpoint}/restapis/${merged.ApiId}/${merged.StageName}/_user_request_`,
    tables: Object.fromEntries(tableNames.map((table) => [table, merged[tableOutput(table)]])),
    stagingBucket: merged.BucketStaging,
    outboxBucket: merged.BucketOutbox,
    stateMachineArn: merged.StateMachineArn,
    dataKeyArn: merged.DataKeyArn,
  });
};
