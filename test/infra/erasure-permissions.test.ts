import { describe, expect, it } from "vitest";
import { entries, type FunctionName } from "../../shared/contracts/environment.ts";
import { tableNames } from "../../shared/stores/tables.ts";
import { keyArn, may, names, ownEndpoint } from "./support/may.ts";

const functionNames = Object.keys(entries) as FunctionName[];
/** The one function that goes through whole tables and takes away what is recorded, a person's key among it. */
const eraser: FunctionName = "erasure-turns";
const endpoint = { "aws:SourceVpce": ownEndpoint };

describe("消去", () => {
  const turns = (action: string, resource: string, context: Record<string, string> = endpoint) =>
    may(eraser, { action, resource, context });
  const buckets = ["staging", "outbox", "linkage", "exports"] as const;

  it("goes through every table, and no other function through any", async () => {
    for (const table of tableNames)
      for (const fn of functionNames)
        expect([table, fn, await may(fn, { action: "dynamodb:Scan", resource: names.tableArn(table) })]).toEqual([
          table,
          fn,
          fn === eraser,
        ]);
  });

  it("takes rows away of all that is recorded of people, and none of the ledger of rights or the sessions", async () => {
    for (const table of tableNames)
      expect([table, await turns("dynamodb:DeleteItem", names.tableArn(table))]).toEqual([
        table,
        table !== "rights" && table !== "sessions",
      ]);
  });

  it("is the only one to destroy a person's key or to take away a person, a 届出 or an entry of the trail", async () => {
    for (const fn of functionNames)
      for (const table of ["keys", "people", "filings", "audit"] as const)
        expect([fn, table, await may(fn, { action: "dynamodb:DeleteItem", resource: names.tableArn(table) })]).toEqual([
          fn,
          table,
          fn === eraser,
        ]);
  });

  it("looks into every version of every file and takes versions away, but puts none", async () => {
    for (const bucket of buckets) {
      const file = `${names.bucketArn(bucket)}/some/file`;
      for (const [action, resource, allowed] of [
        ["s3:ListBucketVersions", names.bucketArn(bucket), true],
        ["s3:GetObjectVersion", file, true],
        ["s3:DeleteObjectVersion", file, true],
        ["s3:PutObject", file, false],
        ["s3:DeleteObject", file, false],
      ] as const)
        expect([bucket, action, await turns(action, resource)]).toEqual([bucket, action, allowed]);
    }
  });

  it("reads the locked bucket, adds certificates to it and nothing else, and takes away nothing there but versions of the trail", async () => {
    const audit = names.bucketArn("audit");
    expect(await turns("s3:GetObjectVersion", `${audit}/reports/2026-10.json`)).toBe(true);
    expect(await turns("s3:ListBucketVersions", audit)).toBe(true);
    expect(await turns("s3:PutObject", `${audit}/certificates/X.json`)).toBe(true);
    for (const folder of ["trail", "reports", "cloudtrail"])
      expect([folder, await turns("s3:PutObject", `${audit}/${folder}/one`)]).toEqual([folder, false]);
    for (const action of ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:BypassGovernanceRetention"])
      expect([action, await turns(action, `${audit}/certificates/X.json`)]).toEqual([action, false]);
    for (const folder of ["trail", "reports", "cloudtrail"])
      for (const action of ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:BypassGovernanceRetention"])
        expect([folder, action, await turns(action, `${audit}/${folder}/one`)]).toEqual([
          folder,
          action,
          folder === "trail" && action === "s3:DeleteObjectVersion",
        ]);
  });

  it("is decided on at a desk that reads certificates, signs none, and takes away nothing but a hold", async () => {
    const audit = names.bucketArn("audit");
    const desk = (action: string, resource: string) => may("erasure", { action, resource, context: endpoint });
    expect(await desk("s3:GetObject", `${audit}/certificates/X.json`)).toBe(true);
    expect(await desk("s3:GetObject", `${audit}/trail/one`)).toBe(false);
    expect(await desk("s3:PutObject", `${audit}/certificates/X.json`)).toBe(false);
    expect(await desk("kms:GetPublicKey", keyArn("AuditSigning"))).toBe(true);
    for (const table of tableNames)
      expect([table, await desk("dynamodb:DeleteItem", names.tableArn(table))]).toEqual([table, table === "erasures"]);
    for (const table of ["people", "keys"] as const)
      expect([table, await desk("dynamodb:PutItem", names.tableArn(table))]).toEqual([table, false]);
  });

  it("shares the taking away of staged files with those who stage them and the sweep of temporary files, and of released ones with nobody", async () => {
    const stagers: readonly FunctionName[] = ["transmittal-steps", "results", "income-outputs", "temporary-files"];
    for (const fn of functionNames)
      for (const [bucket, allowed] of [
        ["staging", fn === eraser || stagers.includes(fn)],
        ["outbox", fn === eraser],
      ] as const) {
        const file = { action: "s3:DeleteObjectVersion", resource: `${names.bucketArn(bucket)}/some/file` };
        expect([fn, bucket, await may(fn, { ...file, context: endpoint })]).toEqual([fn, bucket, allowed]);
      }
  });
});
