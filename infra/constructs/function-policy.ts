import { Effect, PolicyDocument, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { FunctionName } from "../../shared/contracts/environment.ts";
import { tableNames } from "../../shared/stores/tables.ts";
import { fileBuckets } from "../names.ts";
import { accessOf, objectsOf } from "../permissions.ts";
import {
  listActionsOf,
  objectActionsOf,
  stateActionsOf,
  tableActions,
  trailKeyActionsOf,
} from "../permitted-actions.ts";
import { constructId } from "./construct-id.ts";
import type { WardStack } from "./ward-stack.ts";

interface Keys {
  readonly dataKeyArn: string;
  readonly auditKeyArn: string;
  readonly signingKeyArn: string;
}

const allow = (sid: string, actions: readonly string[], resources: string[], conditions?: Record<string, unknown>) =>
  new PolicyStatement({ sid, actions: [...actions], resources, ...(conditions === undefined ? {} : { conditions }) });

/** Only who may store a new key may ask for one. */
const branchKeyActions = (level: string | undefined) =>
  level === "write" || level === "erase" ? ["kms:Decrypt", "kms:GenerateDataKey"] : ["kms:Decrypt"];

/** Of the tables' own encryption, and of what is sealed in them. */
const storeKeys = (keysLevel: string | undefined, keys: Keys, viaTables: Record<string, string>) => [
  allow("StoreKeys", ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"], [keys.dataKeyArn, keys.auditKeyArn], {
    StringEquals: viaTables,
  }),
  // Whoever does not reach the wrapped keys has nothing to unwrap: the auditor's functions among them.
  ...(keysLevel === undefined
    ? []
    : [
        allow("BranchKeys", branchKeyActions(keysLevel), [keys.dataKeyArn], {
          StringEquals: { "kms:EncryptionContext:kokunen:purpose": ["branch", "index"] },
        }),
      ]),
];

/** The whole of what a function may do, from its row in `permissions.ts`. */
export const functionPolicy = (stack: WardStack, fn: FunctionName, keys: Keys): PolicyDocument => {
  const { names, parameter } = stack;
  const access = accessOf(fn);
  const via = (service: string) => ({ "kms:ViaService": `${service}.${parameter.region}.amazonaws.com` });
  const ownArn = names.functionArn(fn);
  const statements = [
    allow("OwnLog", ["logs:CreateLogStream", "logs:PutLogEvents"], [`${names.logGroupArn(`function/${fn}`)}:*`]),
    allow("OwnEnvironment", ["kms:Decrypt"], [keys.dataKeyArn], {
      StringEquals: { "kms:EncryptionContext:aws:lambda:FunctionArn": ownArn },
    }),
  ];
  if (Object.keys(access.tables).length > 0) statements.push(...storeKeys(access.tables.keys, keys, via("dynamodb")));
  for (const table of tableNames) {
    const level = access.tables[table];
    if (level !== undefined) {
      statements.push(allow(`Table${constructId(table)}`, tableActions[level], [names.tableArn(table)]));
    }
  }
  for (const bucket of fileBuckets) {
    const level = access.buckets?.[bucket];
    if (level !== undefined) {
      const objects = objectsOf(access, bucket, names.bucketArn(bucket));
      statements.push(allow(`Bucket${constructId(bucket)}`, objectActionsOf(level), objects));
      // Without it S3 answers 403 for a file that is not there, and an absent file looks like a lost permission.
      statements.push(allow(`Bucket${constructId(bucket)}Absence`, listActionsOf(level), [names.bucketArn(bucket)]));
    }
  }
  // The locked bucket has the trail's own key; the others have that of the data. Who reads and puts nothing needs neither.
  const used = fileBuckets
    .filter((bucket) => access.buckets?.[bucket] !== undefined && access.buckets[bucket] !== "sweep")
    .map((bucket) => (bucket === "audit" ? keys.auditKeyArn : keys.dataKeyArn));
  if (used.length > 0) {
    statements.push(
      allow("FileKeys", ["kms:Decrypt", "kms:GenerateDataKey"], [...new Set(used)], { StringEquals: via("s3") }),
    );
  }
  if (access.certifies === true) {
    statements.push(allow("Certificates", ["s3:PutObject"], [`${names.bucketArn("audit")}/certificates/*`]));
  }
  if (access.erasesTrail === true) {
    statements.push(allow("TrailPastItsYears", ["s3:DeleteObjectVersion"], [`${names.bucketArn("audit")}/trail/*`]));
  }
  if (access.trailKey !== undefined) {
    statements.push(...trailKey(trailKeyActionsOf(access.trailKey), keys.signingKeyArn));
  }
  if (access.readsAccessLog === true) {
    statements.push(
      allow(
        "AccessLog",
        ["logs:FilterLogEvents"],
        [names.logGroupArn("api/access"), `${names.logGroupArn("api/access")}:*`],
      ),
    );
  }
  if (access.workflow !== undefined) {
    const { machine, may } = access.workflow;
    statements.push(allow("Workflow", stateActionsOf(may), [names.stateMachineArn(machine)]));
  }
  if (access.asksTaxSystem === true && parameter.taxReference !== null) {
    statements.push(
      allow("TaxSystemSecret", ["kms:GenerateMac"], [parameter.taxReference.hmacKeyArn], {
        StringEquals: { "kms:MacAlgorithm": "HMAC_SHA_256" },
      }),
    );
  }
  if (access.startsIndex === true) statements.push(...indexStart(names.tableArn("keys"), keys.dataKeyArn));
  return new PolicyDocument({ statements: [...statements, ...networkInterfaces(ownArn)] });
};

/** Signatures of one kind over a digest made here: nothing else is signed with that key. */
const trailKey = (actions: readonly string[], signingKeyArn: string) => [
  allow("TrailPublicKey", ["kms:GetPublicKey"], [signingKeyArn]),
  ...(actions.includes("kms:Sign")
    ? [
        allow("TrailSignature", ["kms:Sign"], [signingKeyArn], {
          StringEquals: { "kms:SigningAlgorithm": "ECDSA_SHA_256", "kms:MessageType": "DIGEST" },
        }),
      ]
    : []),
];

/** The row `INDEX` of the keys and nothing else of them. "Any value" refuses where the row is not stated. */
const indexStart = (keysTableArn: string, dataKeyArn: string) => [
  allow("IndexKeyRow", ["dynamodb:PutItem"], [keysTableArn], {
    "ForAnyValue:StringEquals": { "dynamodb:LeadingKeys": ["INDEX"] },
  }),
  allow("IndexKey", ["kms:GenerateDataKey"], [dataKeyArn], {
    StringEquals: { "kms:EncryptionContext:kokunen:purpose": "index" },
  }),
];

/** Lambda itself attaches the function to the VPC with the function's role; the function's own code may not. */
const networkInterfaces = (ownArn: string) => {
  const actions = [
    "ec2:CreateNetworkInterface",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSubnets",
    "ec2:AssignPrivateIpAddresses",
    "ec2:UnassignPrivateIpAddresses",
  ];
  return [
    allow("NetworkInterfaces", actions, ["*"]),
    new PolicyStatement({
      sid: "NetworkInterfacesNotByCode",
      effect: Effect.DENY,
      actions,
      resources: ["*"],
      conditions: { ArnEquals: { "lambda:SourceFunctionArn": ownArn } },
    }),
  ];
};
