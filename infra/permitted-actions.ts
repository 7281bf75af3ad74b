/**
 * DynamoDB actions by what a function does with a table. A transaction is authorised through the actions of its parts.
 * Items are only ever put whole, so nobody may update one; and only lists of what waits (the 進達 queue, 異動 and
 * 更正 by state, 利用停止, notices and holds) lose rows. The erasure alone goes through whole tables and takes away what is
 * recorded.
 */
export const tableActions = {
  /** One row by its key. */
  look: ["dynamodb:BatchGetItem"],
  read: ["dynamodb:BatchGetItem", "dynamodb:Query"],
  /** Also holds what was read to its version while something else is written. */
  consult: ["dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:ConditionCheckItem"],
  write: ["dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:ConditionCheckItem", "dynamodb:PutItem"],
  /** Also takes rows away: a filing leaves the queue, a run its open place. */
  replace: [
    "dynamodb:BatchGetItem",
    "dynamodb:Query",
    "dynamodb:ConditionCheckItem",
    "dynamodb:PutItem",
    "dynamodb:DeleteItem",
  ],
  /** The trail: entries go in and are not seen again by who wrote them. */
  append: ["dynamodb:PutItem"],
  /** The trail and the ways to it, for whoever reads them: that they did goes in as well. */
  oversee: ["dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:PutItem"],
  /** Rows looked up by their keys and put: first answers, sessions, and the ways to the trail's entries. */
  remember: ["dynamodb:BatchGetItem", "dynamodb:PutItem"],
  /** Every row of a table, whatever it is, to look for what should be gone. */
  search: ["dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan"],
  /** The same, and what is past its years goes. */
  erase: [
    "dynamodb:BatchGetItem",
    "dynamodb:Query",
    "dynamodb:Scan",
    "dynamodb:ConditionCheckItem",
    "dynamodb:PutItem",
    "dynamodb:DeleteItem",
  ],
} as const satisfies Record<string, readonly string[]>;

export const objectActions = {
  get: ["s3:GetObject"],
  put: ["s3:PutObject"],
  "get-put": ["s3:GetObject", "s3:PutObject"],
  /** The file drop: what was taken in leaves the inbox. */
  take: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
  /** Approved outputs and what is staged: what was taken, has expired or is not needed any more goes, in every version. */
  "keep-briefly": ["s3:GetObject", "s3:PutObject", "s3:DeleteObjectVersion"],
  /** What is not needed any more goes, in every version, unread. */
  sweep: ["s3:DeleteObjectVersion"],
  /** Every version, to look for what should be gone. */
  search: ["s3:GetObject", "s3:GetObjectVersion"],
  /** The same, and what is past its years goes, version by version. */
  erase: ["s3:GetObject", "s3:GetObjectVersion", "s3:DeleteObjectVersion"],
} as const;

/** What the bucket itself is asked by who may do that with its objects. */
const listActions = {
  get: ["s3:ListBucket"],
  put: ["s3:ListBucket"],
  "get-put": ["s3:ListBucket"],
  take: ["s3:ListBucket"],
  "keep-briefly": ["s3:ListBucket", "s3:ListBucketVersions"],
  sweep: ["s3:ListBucketVersions"],
  search: ["s3:ListBucket", "s3:ListBucketVersions"],
  erase: ["s3:ListBucket", "s3:ListBucketVersions"],
} as const satisfies Record<keyof typeof objectActions, readonly string[]>;

export const stateActions = { start: "states:StartExecution", answer: "states:SendTaskSuccess" } as const;

export const trailKeyActions = {
  sign: ["kms:GetPublicKey", "kms:Sign"],
  verify: ["kms:GetPublicKey"],
} as const;

export const objectActionsOf = (access: keyof typeof objectActions): string[] => [...objectActions[access]];
export const trailKeyActionsOf = (use: keyof typeof trailKeyActions): string[] => [...trailKeyActions[use]];
export const listActionsOf = (access: keyof typeof objectActions): string[] => [...listActions[access]];
export const stateActionsOf = (access: readonly (keyof typeof stateActions)[]): string[] =>
  access.map((one) => stateActions[one]);
