import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toldFromBehind } from "../../shared/audit/attested-beginning.ts";
import { sha256Of } from "../../shared/audit/digest.ts";
import { placeOf } from "../../shared/audit/entry-lines.ts";
import { addHours, hourOf } from "../../shared/audit/hours.ts";
import { digestName, entriesName, readTrailName } from "../../shared/audit/trail-names.ts";
import { type Instant, plainDate } from "../../shared/law/calendar.ts";
import { issueCertificate } from "../../shared/stores/certificates.ts";
import { memorySigner } from "../../shared/stores/digest-signer.ts";
import { memoryTrailFiles } from "../../shared/stores/trail-files.ts";
import { type Written, writtenTrail } from "../support/trails.ts";

const root = path.join(import.meta.dirname, "../..");
let folder: string;
let trail: Written;

const run = (tool: "verify" | "prove", ...given: string[]) =>
  new Promise<{ code: number; out: string }>((resolve) => {
    execFile(process.execPath, [path.join(root, `tools/audit/${tool}.ts`), ...given], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out: stdout + stderr });
    });
  });
const at = (name: string) => path.join(folder, name);
const verify = (...more: string[]) =>
  run("verify", at("bucket"), "--public-key", at("key.pem"), "--now", trail.now, ...more);
const put = async (name: string, bytes: Uint8Array) => {
  await mkdir(path.dirname(at(`bucket/${name}`)), { recursive: true });
  await writeFile(at(`bucket/${name}`), bytes);
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kokunen-trail-"));
  trail = await writtenTrail(3, 6);
  for (const [name, bytes] of trail.files) await put(name, bytes);
  await put("cloudtrail/AWSLogs/of-another.json", Buffer.from("{}"));
  await writeFile(at("key.pem"), trail.publicKey.export({ type: "spki", format: "pem" }));
  await writeFile(at("key.der"), trail.publicKey.export({ type: "spki", format: "der" }));
  await writeFile(at("other.pem"), memorySigner().key.export({ type: "spki", format: "pem" }));
});
afterAll(() => rm(folder, { recursive: true }));

describe("audit:verify", () => {
  it("says of a whole copy of the bucket that it is whole, with the public key alone, as PEM or as KMS gives it", async () => {
    const answer = await verify();
    expect(answer).toMatchObject({ code: 0 });
    expect(answer.out).toContain(`記録 ${trail.entries.length}件`);
    expect(answer.out).toContain("欠けも書き換えもない / whole");
    expect(await run("verify", at("bucket"), "--public-key", at("key.der"), "--now", trail.now)).toMatchObject({
      code: 0,
    });
  });

  it("names each fault on a line of its own and ends with 1", async () => {
    const name = entriesName(trail.first);
    const bytes = Buffer.from(trail.files.get(name) ?? []);
    await put(name, Buffer.from(bytes.toString().replace("clerk-", "chief-")));
    const answer = await verify();
    await put(name, bytes);
    expect(answer.code).toBe(1);
    expect(answer.out).toContain(`${name}:1\tentry-edited\t記録が書き換えられている`);
    expect(answer.out).toContain(`${name}\tfile-changed\t`);
  });

  it("ends with 1 for another key, for a later clock and for a head that is not in the chain", async () => {
    expect(await run("verify", at("bucket"), "--public-key", at("other.pem"), "--now", trail.now)).toMatchObject({
      code: 1,
    });
    expect((await run("verify", at("bucket"), "--public-key", at("key.pem"))).out).toContain("truncated");
    expect(await verify("--head", "0".repeat(64))).toMatchObject({ code: 1 });
  });

  it("takes the exported head as the log writes it, or in a file", async () => {
    const head = sha256Of(trail.files.get(digestName(trail.last)) ?? Buffer.alloc(0));
    expect(await verify("--head", head)).toMatchObject({ code: 0 });
    await writeFile(at("head.json"), JSON.stringify({ hour: trail.last, sha256: head }));
    expect(await verify("--head", at("head.json"))).toMatchObject({ code: 0 });
  });

  it("says of a trail without its beginning which certificate stands for it, and without one that it is cut off", async () => {
    const until = addHours(trail.first, 2);
    const told = await toldFromBehind(memoryTrailFiles(trail.files), until, trail.publicKey);
    if (!told) throw new Error("the trail has no such hour");
    const kept = memoryTrailFiles(
      new Map([...trail.files].filter(([name]) => (readTrailName(name)?.digestHour ?? "") > until)),
    );
    const day = plainDate("2033-04-03");
    const at = (hour: string) => `${day}T${hour}:00:00.000Z` as Instant;
    const approvals = ["manager-1", "head-1"].map((by) => ({ by, at: at("01"), documentNumber: "15国年第3号" }));
    const month = { records: 1, earliestClock: day, latestClock: day, source: "文書管理規程" };
    await issueCertificate(
      { audit: kept, signer: trail.signer },
      {
        certificateId: "X20330403-7K3M9Q",
        kind: "retention",
        wardCode: "13110",
        wardName: "架空区",
        of: "E20330403-7K3M9Q",
        approvals,
        from: at("02"),
        until: at("03"),
        erased: [{ class: "audit-record", ...month }],
        left: [],
        checks: [{ check: "erased-trail", examined: 1, found: 0 }],
        goneFrom: { pointInTime: day, keyBackups: day, backups: day },
        stays: [],
        trail: told,
      },
    );
    const inFolder = async (folderName: string, wanted: (name: string) => boolean) => {
      for (const [name, bytes] of kept.files) if (wanted(name)) await put(`../${folderName}/${name}`, bytes);
      return run(
        "verify",
        path.join(folder, folderName),
        "--public-key",
        path.join(folder, "key.pem"),
        "--now",
        trail.now,
      );
    };
    const attested = await inFolder("attested", () => true);
    expect(attested.out).toContain(`${until} までは保存期間の満了により消去された。消去証明 X20330403-7K3M9Q が`);
    expect(attested.code).toBe(0);
    const cut = await inFolder("cut", (name) => !name.startsWith("certificates/"));
    expect(cut.out).toContain("head-cut");
    expect(cut.code).toBe(1);
  });

  it.each([
    ["nothing", () => []],
    ["no key", () => [at("bucket")]],
    ["no such folder", () => [at("nowhere"), "--public-key", at("key.pem")]],
    ["a key that is none", () => [at("bucket"), "--public-key", at("bucket/cloudtrail/AWSLogs/of-another.json")]],
    ["an option nobody knows", () => [at("bucket"), "--public-key", at("key.pem"), "--private-key", "x"]],
    ["a time that is none", () => [at("bucket"), "--public-key", at("key.pem"), "--now", "yesterday"]],
  ])("ends with 2 and its usage when given %s", async (_, given) => {
    const answer = await run("verify", ...given());
    expect(answer).toMatchObject({ code: 2 });
    expect(answer.out).toContain("使い方 / usage");
  });
});

describe("audit:prove", () => {
  it("writes a proof of one entry that verifies by itself and shows no other entry", async () => {
    const entry = trail.entries.find(({ at: when }) => hourOf(when) === trail.first);
    if (!entry) throw new Error("no entry");
    const proof = await run("prove", at("bucket"), placeOf(entry));
    expect(proof.code).toBe(0);
    for (const other of trail.entries)
      if (other !== entry) expect(proof.out).not.toContain(other.correlationId.concat('"'));
    await writeFile(at("proof.json"), proof.out);
    expect(await run("verify", "--proof", at("proof.json"), "--public-key", at("key.pem"))).toMatchObject({ code: 0 });
    expect(await run("verify", "--proof", at("proof.json"), "--public-key", at("other.pem"))).toMatchObject({
      code: 1,
    });
    const altered = (await readFile(at("proof.json"), "utf8")).replace(
      `"officer": "${entry.officer}"`,
      '"officer": "x"',
    );
    await writeFile(at("altered.json"), altered);
    const answer = await run("verify", "--proof", at("altered.json"), "--public-key", at("key.pem"));
    expect(answer).toMatchObject({ code: 1 });
    expect(answer.out).toContain("Merkleの根に届かない");
  });

  it("ends with 1 for an entry that is in no digest, and with 2 for what is no id", async () => {
    expect(await run("prove", at("bucket"), `${trail.first}:00:00.000Z_0000000000000000`)).toMatchObject({ code: 1 });
    expect(await run("prove", at("bucket"), "nobody")).toMatchObject({ code: 2 });
  });
});
