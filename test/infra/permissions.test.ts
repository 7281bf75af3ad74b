import { describe, expect, it } from "vitest";
import { at, listed } from "../../infra/checks/template.ts";
import type { BucketName } from "../../infra/names.ts";
import { accessOf, tableActions } from "../../infra/permissions.ts";
import { entries, type FunctionName } from "../../shared/contracts/environment.ts";
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

  it("may only add to the trail, and take no key and no person away", async () => {
    for (const [table, actions] of [
      ["audit", ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:UpdateItem", "dynamodb:DeleteItem"]],
      ["keys", ["dynamodb:UpdateItem", "dynamodb:DeleteItem"]],
      ["people", ["dynamodb:UpdateItem", "dynamodb:DeleteItem"]],
      ["filings", ["dynamodb:UpdateItem", "dynamodb:DeleteItem"]],
    ] as const) {
      for (const action of actions) expect(await may(fn, { action, resource: names.tableArn(table) })).toBe(false);
    }
    expect(await may(fn, { action: "dynamodb:PutItem", resource: names.tableArn("audit") })).toBe(hasStores(fn));
  });

  it("unwraps branch keys only for a stated purpose", async () => {
    const unwrap = (context: Record<string, string>) => may(fn, { action: "kms:Decrypt", resource: dataKey, context });
    expect(await unwrap({ "kms:EncryptionContext:kokunen:purpose": "branch" })).toBe(hasStores(fn));
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
    const writes = access.tables.keys === "write";
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
      for (const action of ["s3:GetObject", "s3:PutObject"]) expect(await mayFile(fn, action, "audit")).toBe(false);
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

describe("進達の実行", () => {
  it.each(functionNames)("%s starts and answers 進達 only as its row says, and only this one", async (fn) => {
    const allowed = accessOf(fn).workflow ?? [];
    const start = { action: "states:StartExecution", resource: names.stateMachineArn };
    expect(await may(fn, start)).toBe(allowed.includes("start"));
    expect(await may(fn, { ...start, resource: `${names.stateMachineArn}-other` })).toBe(false);
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
      allowed.includes("answer") ? [names.stateMachineArn] : [],
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
