import type { FunctionName } from "../shared/contracts/environment.ts";
import type { TableName } from "../shared/stores/tables.ts";
import type { Parameter } from "./parameter.ts";

export const bucketNames = ["staging", "outbox", "linkage", "exports", "audit"] as const;
export type BucketName = (typeof bucketNames)[number];
/** Buckets of which some function may do something. */
export const fileBuckets = [
  "staging",
  "outbox",
  "linkage",
  "exports",
  "audit",
] as const satisfies readonly BucketName[];
/** State machines. */
export type MachineName = "transmittal" | "erasure";

/**
 * Physical names and ARNs. They are chosen, not generated, so that a policy can name a resource of a later stack, a restore
 * knows what to rebuild, and a reader of a policy sees what it opens.
 */
export const namesOf = ({ name, account, region, wardCode }: Parameter) => {
  const prefix = `kokunen-${name}`;
  const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`;
  const table = (table: TableName) => `${prefix}-${table}`;
  const bucket = (bucket: BucketName) => `${prefix}-${wardCode}-${bucket}-${account}`;
  const stateMachine = (machine: MachineName) => `${prefix}-${machine}`;
  return {
    prefix,
    table,
    tableArn: (name: TableName) => arn("dynamodb", `table/${table(name)}`),
    bucket,
    bucketArn: (name: BucketName) => `arn:aws:s3:::${bucket(name)}`,
    function: (fn: FunctionName) => `${prefix}-${fn}`,
    functionArn: (fn: FunctionName) => arn("lambda", `function:${prefix}-${fn}`),
    logGroup: (group: string) => `/kokunen/${name}/${group}`,
    logGroupArn: (group: string) => arn("logs", `log-group:/kokunen/${name}/${group}`),
    stateMachine,
    stateMachineArn: (machine: MachineName) => arn("states", `stateMachine:${stateMachine(machine)}`),
    trail: `${prefix}-trail`,
    trailArn: arn("cloudtrail", `trail/${prefix}-trail`),
    vault: `${prefix}-vault`,
    backupRole: `${prefix}-backup`,
    backupRoleArn: `arn:aws:iam::${account}:role/${prefix}-backup`,
  } as const;
};

export type Names = ReturnType<typeof namesOf>;
