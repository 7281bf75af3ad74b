import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DeleteItemCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetPublicKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { DeleteObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { namesOf } from "../../infra/names.ts";
import { parameterFor } from "../../infra/parameter.ts";
import { ownActor } from "../../shared/access/caller.ts";
import { readPublicKey } from "../../shared/audit/signature.ts";
import { verifyTrail } from "../../shared/audit/verify-trail.ts";
import { trailEntry } from "../../shared/http/call.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import { auditWrite } from "../../shared/stores/audit.ts";
import { s3TrailFiles } from "../../shared/stores/trail-files.ts";
import { openDesk } from "../../tools/demo/client.ts";
import { localClient } from "../../tools/local/aws.ts";
import { localStores } from "../../tools/local/stores.ts";
import { localCloud, runByTheClock } from "../support/local-cloud.ts";

const names = namesOf(parameterFor("local"));
const bucket = names.bucket("audit");
const hour = 60 * 60 * 1000;

/** Three hours before this test began: over, digested and verified whatever the minute. */
const earlier = new Date(Date.now() - 3 * hour).toISOString() as Instant;
const day = (instant: string, days: number) =>
  new Date(Date.parse(instant) + 9 * hour + days * 24 * hour).toISOString().slice(0, 10);
const period = { from: day(earlier, -1), to: day(earlier, 1) };

/**
 * The emulator's schedule may have begun a chain before this test, at an hour after the entries that it is about: it begins anew.
 * Only an emulator lets go of what is under Object Lock.
 */
const beginAnew = async (s3: S3Client, { endpoint, deployment }: Awaited<ReturnType<typeof localCloud>>) => {
  for await (const Key of s3TrailFiles(s3, bucket).list("trail/"))
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
  const dynamo = new DynamoDBClient(localClient(endpoint));
  const head = { pk: { S: "HEAD" }, sk: { S: "HEAD" } };
  await dynamo.send(new DeleteItemCommand({ TableName: deployment.tables.traces, Key: head }));
  dynamo.destroy();
};

describe("the trail of the deployed application", () => {
  let s3: S3Client;
  let publicKey: ReturnType<typeof readPublicKey>;
  let folder: string;

  beforeAll(async () => {
    const cloud = await localCloud();
    s3 = new S3Client(localClient(cloud.endpoint));
    const kms = new KMSClient(localClient(cloud.endpoint));
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: `alias/${names.prefix}/audit-signing` }));
    kms.destroy();
    publicKey = readPublicKey(Buffer.from(PublicKey ?? []));
    folder = await mkdtemp(path.join(tmpdir(), "kokunen-trail-"));
    const stores = localStores(cloud);
    try {
      for (const nth of [0, 1, 2]) {
        const origin = {
          caller: ownActor("clerk-of-yesterday"),
          correlationId: `earlier-${nth}`,
          action: "showPerson",
          kind: "read",
          random: randomBytes,
        } as const;
        const at = new Date(Date.parse(earlier) + nth).toISOString() as Instant;
        await stores.database.transact([auditWrite(trailEntry(origin, at, {}))]);
      }
    } finally {
      stores.close();
    }
    await beginAnew(s3, cloud);
    expect(await runByTheClock(cloud.endpoint, "audit-digest")).toBe(200);
  });

  afterAll(async () => {
    s3.destroy();
    await rm(folder, { recursive: true });
  });

  const verified = () =>
    verifyTrail({ reader: s3TrailFiles(s3, bucket), publicKey, now: new Date().toISOString() as Instant });

  it("is digested, signed by KMS, and verified with the public key alone", async () => {
    const { ok, hours, entries, faults } = await verified();
    expect([ok, faults]).toEqual([true, []]);
    expect(hours).toBeGreaterThanOrEqual(2);
    expect(entries).toBeGreaterThanOrEqual(3);
  });

  it("answers the auditor: entries, digests and the verification itself", async () => {
    const auditor = await openDesk(await localCloud(), "auditor-of-trail", "auditor");
    const query = new URLSearchParams({ ...period, officer: "clerk-of-yesterday" });
    const listed = await auditor.get(`/v1/audit/entries?${query}`);
    expect(listed).toMatchObject({ status: 200, body: { entries: [{}, {}, {}], next: null } });
    const { entries } = listed.body as { entries: { entryId: string }[] };
    const shown = await auditor.get(`/v1/audit/entries/${encodeURIComponent(entries[0]?.entryId ?? "")}`);
    expect(shown).toMatchObject({ status: 200, body: { digest: { signed: true }, proof: { size: 3 } } });
    const digests = await auditor.get(`/v1/audit/digests?${new URLSearchParams(period)}`);
    expect(digests).toMatchObject({ status: 200, body: { missing: [], head: { sha256: expect.any(String) } } });
    const verification = await auditor.post("/v1/audit/digests/verification", { body: period });
    expect(verification).toMatchObject({ status: 200, body: { ok: true, faults: [] } });
  });

  it("is reported on by the month, once", async () => {
    const cloud = await localCloud();
    expect(await runByTheClock(cloud.endpoint, "audit-report")).toBe(200);
    expect(await runByTheClock(cloud.endpoint, "audit-report")).toBe(200);
    const auditor = await openDesk(cloud, "auditor-of-reports", "auditor");
    const listed = await auditor.get("/v1/audit/reports");
    expect(listed).toMatchObject({ status: 200, body: { reports: [{}] } });
    const { reports } = listed.body as { reports: { month: string }[] };
    const shown = await auditor.get(`/v1/audit/reports/${reports[0]?.month}`);
    const { csv, pdfBase64 } = shown.body as { csv: string; pdfBase64: string };
    expect([csv.length > 0, Buffer.from(pdfBase64, "base64").subarray(0, 5).toString()]).toEqual([true, "%PDF-"]);
  });

  it("shows a line that was rewritten in the bucket, and where", async () => {
    const name = `trail/entries/${earlier.slice(0, 10).replaceAll("-", "/")}/${earlier.slice(0, 13)}.ndjson`;
    const files = s3TrailFiles(s3, bucket);
    const whole = await files.get(name);
    if (!whole) throw new Error(`${name} is not there`);
    const changed = Buffer.from(whole).toString().replace("showPerson", "showLedger");
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: name, Body: changed }));
    const { ok, faults } = await verified();
    expect([ok, faults.some(({ place }) => place.startsWith(name))]).toEqual([false, true]);
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: name, Body: whole }));
    await writeFile(path.join(folder, "whole"), whole);
    expect((await verified()).ok).toBe(true);
  });
});
