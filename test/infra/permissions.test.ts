import { describe, expect, it } from "vitest";
import { at, listed } from "../../infra/checks/template.ts";
import type { BucketName } from "../../infra/names.ts";
import { accessOf } from "../../infra/permissions.ts";
import { tableActions } from "../../infra/permitted-actions.ts";
import { entries, type FunctionName } from "../../shared/contracts/environment.ts";
import type { Operation } from "../../shared/contracts/operation.ts";
import { operations } from "../../shared/contracts/operations.ts";
import { tableNames } from "../../shared/stores/tables.ts";
import {
  keyArn,
  may,
  mayAdministrator,
  mayAfterWidening,
  names,
  ownEndpoint,
  parameter,
  stacks,
} from "./support/may.ts";
import { resourcesOf, theResource } from "./support/resources.ts";

const functionNames = Object.keys(entries) as FunctionName[];
const itemActions = [
  "dynamodb:GetItem",
  "dynamodb:BatchGetItem",
  "dynamodb:Query",
  "dynamodb:Scan",
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
  "dynamodb:DeleteItem",
  "dynamodb:ConditionCheckItem",
  "dynamodb:DeleteTable",
  "dynamodb:ExportTableToPointInTime",
];
/** Those who have to read the trail back, also to tell of a 訂正 whoever was given the item; everybody else only adds to it. */
const readersOfTrail: readonly FunctionName[] = ["audit", "audit-report", "outputs", "outputs-clock", "notices"];
/** The one function that goes through whole tables and takes away what is recorded, a person's key among it. */
const eraser: FunctionName = "erasure-turns";
/** Takes away versions of temporary files, and reads none. */
const sweeper: FunctionName = "temporary-files";
const dataKey = keyArn("Data");
const auditKey = keyArn("Audit");
const endpoint = { "aws:SourceVpce": ownEndpoint };

/** All but the one that only hands out files. */
const hasStores = (fn: FunctionName) => Object.keys(accessOf(fn).tables).length > 0;

describe("the console's function", () => {
  it("reaches no store, no bucket and no workflow, and no key but that of its own environment", async () => {
    for (const table of tableNames) {
      const encrypt = { "kms:ViaService": `dynamodb.${parameter.region}.amazonaws.com` };
      expect(await may("console", { action: "dynamodb:Query", resource: names.tableArn(table) })).toBe(false);
      expect(await may("console", { action: "kms:Decrypt", resource: dataKey, context: encrypt })).toBe(false);
    }
    expect(accessOf("console")).toEqual({ tables: {} });
    const own = { "kms:EncryptionContext:aws:lambda:FunctionArn": names.functionArn("console") };
    expect(await may("console", { action: "kms:Decrypt", resource: dataKey, context: own })).toBe(true);
    expect(functionNames.filter((fn) => !hasStores(fn))).toEqual(["console"]);
  });
});

describe.each(functionNames)("%s", (fn) => {
  it("may do on each table just what its row says, and nothing else", async () => {
    for (const table of tableNames) {
      const level = accessOf(fn).tables[table];
      const allowed: readonly string[] = level === undefined ? [] : tableActions[level];
      for (const action of itemActions) {
        expect([table, action, await may(fn, { action, resource: names.tableArn(table) })]).toEqual([
          table,
          action,
          allowed.includes(action),
        ]);
      }
    }
  });

  it("may add to the trail or read it, both only for the auditor, whose reads are entries too, and change nothing of it; what is past its years, a key, a person, only the erasure takes away", async () => {
    for (const [table, actions] of [
      ["audit", ["dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"]],
      ["keys", ["dynamodb:UpdateItem", "dynamodb:DeleteItem"]],
      ["people", ["dynamodb:UpdateItem", "dynamodb:DeleteItem"]],
      ["filings", ["dynamodb:UpdateItem", "dynamodb:DeleteItem"]],
    ] as const) {
      for (const action of actions)
        expect([table, action, await may(fn, { action, resource: names.tableArn(table) })]).toEqual([
          table,
          action,
          fn === eraser && action === "dynamodb:DeleteItem",
        ]);
    }
    const trail = (action: string) => may(fn, { action, resource: names.tableArn("audit") });
    const both = readersOfTrail.includes(fn) || fn === eraser;
    expect(await trail("dynamodb:PutItem")).toBe(hasStores(fn) && (both || !(await trail("dynamodb:Query"))));
    if (both) expect(await trail("dynamodb:Query")).toBe(true);
  });

  it("unwraps branch keys only where it reaches them, and for a stated purpose", async () => {
    const unwrap = (context: Record<string, string>) => may(fn, { action: "kms:Decrypt", resource: dataKey, context });
    expect(await unwrap({ "kms:EncryptionContext:kokunen:purpose": "branch" })).toBe(
      accessOf(fn).tables.keys !== undefined,
    );
    expect(await unwrap({ "kms:EncryptionContext:kokunen:purpose": "export" })).toBe(false);
    expect(await unwrap({})).toBe(false);
  });

  it("puts a row of the keys only where its row says write, or the one row that starts the index", async () => {
    const put = (row: string) =>
      may(fn, {
        action: "dynamodb:PutItem",
        resource: names.tableArn("keys"),
        context: { "dynamodb:LeadingKeys": [row] },
      });
    const access = accessOf(fn);
    const writes = access.tables.keys === "write" || access.tables.keys === "erase";
    expect(await put("PERSON#01")).toBe(writes);
    expect(await put("BRANCH#2026")).toBe(writes);
    expect(await put("INDEX")).toBe(writes || access.startsIndex === true);
    const generate = (purpose: string) =>
      may(fn, {
        action: "kms:GenerateDataKey",
        resource: dataKey,
        context: { "kms:EncryptionContext:kokunen:purpose": purpose },
      });
    expect(await generate("branch")).toBe(writes);
    expect(await generate("index")).toBe(writes || access.startsIndex === true);
  });

  it("may neither end a key nor change who may use it, nor sign the trail", async () => {
    for (const action of ["kms:ScheduleKeyDeletion", "kms:DisableKey", "kms:PutKeyPolicy"]) {
      expect(await may(fn, { action, resource: dataKey })).toBe(false);
    }
    expect(await may(fn, { action: "kms:Sign", resource: keyArn("AuditSigning") })).toBe(false);
  });

  it("makes no network interface by its own code, though Lambda makes one with its role", async () => {
    const ask = {
      action: "ec2:CreateNetworkInterface",
      resource: `arn:aws:ec2:${parameter.region}:${parameter.account}:network-interface/eni-1`,
    };
    expect(await may(fn, ask)).toBe(true);
    expect(await may(fn, { ...ask, context: { "lambda:SourceFunctionArn": names.functionArn(fn) } })).toBe(false);
  });

  it("writes to its own log group alone", async () => {
    for (const other of functionNames) {
      const resource = `${names.logGroupArn(`function/${other}`)}:log-stream:one`;
      expect(await may(fn, { action: "logs:PutLogEvents", resource })).toBe(other === fn);
    }
  });
});

describe("権限の台帳とセッション", () => {
  const mayDo = (fn: FunctionName, action: string, table: "rights" | "sessions") =>
    may(fn, { action: `dynamodb:${action}`, resource: names.tableArn(table) });

  it("are written by the function of rights alone, and a line of the ledger is taken away by nobody", async () => {
    for (const fn of functionNames) {
      expect([fn, await mayDo(fn, "PutItem", "rights")]).toEqual([fn, fn === "rights"]);
      for (const action of ["DeleteItem", "UpdateItem", "Scan"])
        expect([fn, action, await mayDo(fn, action, "rights")]).toEqual([
          fn,
          action,
          fn === eraser && action === "Scan",
        ]);
    }
  });

  it("are read at each call by whoever answers the API, the ledger by the monthly report too, both by the read-back of the erasure, and by nobody else", async () => {
    const answering = new Set<FunctionName>(Object.values<Operation>(operations).map((each) => each.function));
    for (const fn of functionNames) {
      const reads = await Promise.all(
        (["rights", "sessions"] as const).map((table) => mayDo(fn, "BatchGetItem", table)),
      );
      expect([fn, reads]).toEqual([
        fn,
        [answering.has(fn) || fn === "audit-report" || fn === eraser, answering.has(fn) || fn === eraser],
      ]);
    }
  });
});

describe("進達のファイル", () => {
  const file = (bucket: BucketName) => `${names.bucketArn(bucket)}/runs/R1/media.dat`;
  const mayFile = (fn: FunctionName, action: string, bucket: BucketName, context = {}) =>
    may(fn, { action, resource: file(bucket), context: { ...endpoint, ...context } });

  it.each([
    ["transmittal-steps", "staging", "s3:PutObject", true],
    ["transmittal-steps", "staging", "s3:GetObject", true],
    ["transmittal-steps", "outbox", "s3:PutObject", true],
    ["transmittal-steps", "outbox", "s3:GetObject", false],
    ["transmittal", "outbox", "s3:GetObject", true],
    ["transmittal", "outbox", "s3:PutObject", false],
    ["transmittal", "staging", "s3:PutObject", false],
    ["results", "staging", "s3:PutObject", true],
    ["results", "outbox", "s3:PutObject", false],
    ["income-outputs", "staging", "s3:PutObject", true],
    ["income-outputs", "outbox", "s3:PutObject", true],
    ["income-outputs", "linkage", "s3:GetObject", false],
    ["qualification", "staging", "s3:GetObject", false],
    ["qualification", "outbox", "s3:GetObject", false],
    ["people", "staging", "s3:GetObject", false],
    ["register", "outbox", "s3:GetObject", false],
    ["resident-files", "linkage", "s3:GetObject", true],
    ["resident-files", "linkage", "s3:PutObject", true],
    ["resident-files", "linkage", "s3:DeleteObject", true],
    ["resident-files", "staging", "s3:GetObject", false],
    ["income-files", "linkage", "s3:GetObject", true],
    ["income-files", "linkage", "s3:DeleteObject", true],
    ["income-files", "staging", "s3:GetObject", false],
    ["incomes", "linkage", "s3:GetObject", false],
    ["residents", "linkage", "s3:GetObject", false],
    ["results", "linkage", "s3:GetObject", false],
  ] as const)("%s on %s, %s: %s", async (fn, bucket, action, expected) => {
    expect(await mayFile(fn, action, bucket)).toBe(expected);
  });

  it("nobody but the file drops takes one of its files away", async () => {
    for (const fn of functionNames)
      expect([fn, await mayFile(fn, "s3:DeleteObject", "linkage")]).toEqual([
        fn,
        fn === "resident-files" || fn === "income-files",
      ]);
  });

  it("nobody deletes a file of 進達 or touches the audit bucket", async () => {
    for (const fn of functionNames) {
      for (const bucket of ["staging", "outbox"] as const)
        expect(await mayFile(fn, "s3:DeleteObject", bucket)).toBe(false);
      expect([fn, await mayFile(fn, "s3:PutObject", "audit")]).toEqual([fn, false]);
      expect([fn, await mayFile(fn, "s3:GetObject", "audit")]).toEqual([fn, fn === eraser]);
    }
  });

  it("what is staged is taken away in every version by whoever puts it there, the sweep of temporary files and the erasure, and by nobody else", async () => {
    for (const fn of functionNames)
      expect([fn, await mayFile(fn, "s3:DeleteObjectVersion", "staging")]).toEqual([
        fn,
        ["transmittal-steps", "results", "income-outputs", sweeper, eraser].includes(fn),
      ]);
  });

  it("approved outputs are put and given by the two functions of outputs alone, and taken away in every version by them, the sweep of temporary files and the erasure", async () => {
    const bucket = names.bucketArn("exports");
    for (const fn of functionNames) {
      const own = fn === "outputs" || fn === "outputs-clock";
      for (const [action, allowed] of [
        ["s3:GetObject", own || fn === eraser],
        ["s3:PutObject", own],
        ["s3:DeleteObjectVersion", own || fn === sweeper || fn === eraser],
        ["s3:DeleteObject", false],
        ["s3:GetObjectVersion", fn === eraser],
      ] as const)
        expect([fn, action, await mayFile(fn, action, "exports")]).toEqual([fn, action, allowed]);
      const list = { action: "s3:ListBucketVersions", context: endpoint };
      expect([fn, await may(fn, { ...list, resource: bucket })]).toEqual([fn, own || fn === sweeper || fn === eraser]);
      expect([fn, await may(fn, { ...list, resource: names.bucketArn("outbox") })]).toEqual([fn, fn === eraser]);
      expect([fn, await mayFile(fn, "s3:DeleteObjectVersion", "outbox")]).toEqual([fn, fn === eraser]);
      expect(await may(fn, { action: "s3:GetObject", resource: `${bucket}/O1/a` })).toBe(false);
    }
  });

  it("even an administrator neither reads nor writes them from another network, without TLS, or under another key", async () => {
    const read = (context: Record<string, string>) =>
      mayAdministrator("anyone", { action: "s3:GetObject", resource: file("outbox"), context });
    expect(await read(endpoint)).toBe(true);
    expect(await read({ "aws:SourceVpce": parameter.wardEndpoints.s3[0] ?? "" })).toBe(true);
    expect(await read({ "aws:SourceVpce": "vpce-of-somebody-else" })).toBe(false);
    expect(await read({})).toBe(false);
    expect(await read({ ...endpoint, "aws:SecureTransport": "false" })).toBe(false);
    const write = (context: Record<string, string>) =>
      mayAdministrator("anyone", {
        action: "s3:PutObject",
        resource: file("outbox"),
        context: { ...endpoint, ...context },
      });
    const encryption = "s3:x-amz-server-side-encryption";
    expect(await write({})).toBe(true);
    expect(await write({ [encryption]: "aws:kms", [`${encryption}-aws-kms-key-id`]: dataKey })).toBe(true);
    expect(await write({ [encryption]: "AES256" })).toBe(false);
    expect(await write({ [encryption]: "aws:kms", [`${encryption}-aws-kms-key-id`]: auditKey })).toBe(false);
  });
});

describe("アクセス記録のダイジェスト", () => {
  const signing = keyArn("AuditSigning");
  const context = { "kms:SigningAlgorithm": "ECDSA_SHA_256", "kms:MessageType": "DIGEST" };
  const sign = (fn: FunctionName, over = {}) =>
    may(fn, { action: "kms:Sign", resource: signing, context: { ...context, ...over } });

  it("is signed by the digest function, as certificates are by the erasure, in one way alone", async () => {
    for (const fn of functionNames) expect([fn, await sign(fn)]).toEqual([fn, fn === "audit-digest" || fn === eraser]);
    expect(await sign("audit-digest", { "kms:MessageType": "RAW" })).toBe(false);
    expect(await sign("audit-digest", { "kms:SigningAlgorithm": "ECDSA_SHA_384" })).toBe(false);
  });

  it("is added below trail/ by the digest function, read there, and past its lock taken away by the erasure alone", async () => {
    const of = (fn: FunctionName, action: string, name: string) =>
      may(fn, { action, resource: `${names.bucketArn("audit")}/${name}`, context: endpoint });
    const name = "trail/digests/2026/11/26/2026-11-26T02.json";
    expect(await of("audit-digest", "s3:PutObject", name)).toBe(true);
    expect(await of("audit-digest", "s3:PutObject", "cloudtrail/AWSLogs/one")).toBe(false);
    expect(await of("audit-reconciliation", "s3:GetObject", name)).toBe(true);
    expect(await of("audit-reconciliation", "s3:PutObject", name)).toBe(false);
    for (const fn of functionNames)
      for (const action of ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:BypassGovernanceRetention"])
        expect([fn, action, await of(fn, action, name)]).toEqual([
          fn,
          action,
          fn === eraser && action === "s3:DeleteObjectVersion",
        ]);
  });

  it("is held against the access log of the API, which the reconciliation alone reads, and no other log", async () => {
    const read = (fn: FunctionName, group: string) =>
      may(fn, { action: "logs:FilterLogEvents", resource: names.logGroupArn(group) });
    for (const fn of functionNames)
      expect([fn, await read(fn, "api/access")]).toEqual([fn, fn === "audit-reconciliation"]);
    expect(await read("audit-reconciliation", "function/people")).toBe(false);
  });
});

describe("監査人の関数", () => {
  const auditors = ["audit", "audit-report"] as const;
  const object = (fn: FunctionName, action: string, name: string) =>
    may(fn, { action, resource: `${names.bucketArn("audit")}/${name}`, context: endpoint });

  it.each(auditors)("%s reaches neither people nor keys, nor anything that they filed", async (fn) => {
    for (const table of ["people", "keys", "filings", "incomes", "residents", "transmittals", "outputs"] as const)
      for (const action of itemActions)
        expect([table, action, await may(fn, { action, resource: names.tableArn(table) })]).toEqual([
          table,
          action,
          false,
        ]);
    for (const purpose of ["branch", "index"]) {
      const context = { "kms:EncryptionContext:kokunen:purpose": purpose };
      expect(await may(fn, { action: "kms:Decrypt", resource: dataKey, context })).toBe(false);
    }
  });

  it("the desk changes nothing but that it adds its own entries: no row that leads to one, no right, no report", async () => {
    for (const table of ["traces", "rights"] as const)
      for (const action of ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"])
        expect(await may("audit", { action, resource: names.tableArn(table) })).toBe(false);
    expect(await object("audit", "s3:PutObject", "reports/2026-10.json")).toBe(false);
    expect(await object("audit", "s3:GetObject", "reports/2026-10.json")).toBe(true);
    // What a certificate says of the trail's beginning is part of its verification.
    expect(await object("audit", "s3:GetObject", "certificates/X.json")).toBe(true);
    expect(await object("audit", "s3:GetObject", "cloudtrail/AWSLogs/one")).toBe(false);
  });

  it("the report adds reports and nothing of the chain, and changes no right", async () => {
    expect(await object("audit-report", "s3:PutObject", "reports/2026-10.json")).toBe(true);
    expect(await object("audit-report", "s3:PutObject", "trail/digests/2026/10/31/2026-10-31T14.json")).toBe(false);
    expect(await may("audit-report", { action: "dynamodb:PutItem", resource: names.tableArn("rights") })).toBe(false);
  });
});

describe("進達と消去の実行", () => {
  const machines = ["transmittal", "erasure"] as const;

  it.each(functionNames)("%s starts and answers only the machine of its row", async (fn) => {
    const { machine: own, may: allowed } = accessOf(fn).workflow ?? { machine: null, may: [] };
    for (const machine of machines) {
      const start = { action: "states:StartExecution", resource: names.stateMachineArn(machine) };
      expect([machine, await may(fn, start)]).toEqual([machine, machine === own && allowed.includes("start")]);
      expect(await may(fn, { ...start, resource: `${start.resource}-other` })).toBe(false);
    }
    // AWS checks an answer against the state machine's ARN, but publishes it as an action without resources, which the
    // simulation goes by: so the statement itself is read.
    const { properties } = theResource(
      stacks,
      "AWS::IAM::Role",
      ({ RoleName }) => RoleName === `${names.function(fn)}-function`,
    );
    const statements = listed(properties.Policies).flatMap((policy) =>
      listed(at(policy, ["PolicyDocument", "Statement"])),
    );
    const answering = statements.filter((one) => listed(at(one, ["Action"])).includes("states:SendTaskSuccess"));
    expect(answering.map((one) => at(one, ["Resource"]))).toEqual(
      own !== null && allowed.includes("answer") ? [names.stateMachineArn(own)] : [],
    );
  });
});

describe("鍵の終わり", () => {
  const deployer = `cdk-hnb659fds-cfn-exec-role-${parameter.account}-${parameter.region}`;
  const { keyAdministrator, erasure } = parameter.principals;

  it.each([
    ["anyone with every permission", "anyone", "kms:ScheduleKeyDeletion", false],
    ["anyone with every permission", "anyone", "kms:DisableKey", false],
    ["anyone with every permission", "anyone", "kms:PutKeyPolicy", false],
    ["the deployment", deployer, "kms:PutKeyPolicy", true],
    ["the deployment", deployer, "kms:ScheduleKeyDeletion", false],
    ["the key administrator", keyAdministrator, "kms:PutKeyPolicy", true],
    ["the key administrator", keyAdministrator, "kms:ScheduleKeyDeletion", false],
    ["the erasure role", erasure, "kms:ScheduleKeyDeletion", true],
    ["the erasure role", erasure, "kms:PutKeyPolicy", false],
  ])("%s (%s) %s: %s", async (_, role, action, expected) => {
    const keys = resourcesOf(stacks, "AWS::KMS::Key").filter(({ stack }) => !stack.endsWith("osaka"));
    expect(keys.length).toBe(4);
    for (const { logicalId } of keys) {
      expect(await mayAdministrator(role, { action, resource: keyArn(logicalId) })).toBe(expected);
    }
  });

  it("stays with the erasure role, and the policy with its two, even if a statement hands out everything", async () => {
    const ask = (action: string) => ({ action, resource: dataKey });
    for (const action of ["kms:ScheduleKeyDeletion", "kms:DisableKey", "kms:DisableKeyRotation"]) {
      for (const role of ["anyone", deployer, keyAdministrator]) {
        expect(await mayAfterWidening(role, ask(action))).toBe(false);
      }
      expect(await mayAfterWidening(erasure, ask(action))).toBe(true);
    }
    expect(await mayAfterWidening("anyone", ask("kms:PutKeyPolicy"))).toBe(false);
    expect(await mayAfterWidening("anyone", ask("kms:DescribeKey"))).toBe(true);
  });

  it("a copy of the data key is made in Osaka or nowhere", async () => {
    const replicate = (region: string) =>
      mayAdministrator(deployer, {
        action: "kms:ReplicateKey",
        resource: dataKey,
        context: { "kms:ReplicaRegion": region },
      });
    expect(await replicate("ap-northeast-3")).toBe(true);
    expect(await replicate("us-east-1")).toBe(false);
  });
});
