import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { certificateBytes, certificateName, type ErasureCertificate } from "../../shared/audit/certificate.ts";
import { checkCertificate } from "../../shared/audit/check-certificate.ts";
import { addHours, type Hour } from "../../shared/audit/hours.ts";
import { fingerprintOf, signatureText } from "../../shared/audit/signature.ts";
import { digestName } from "../../shared/audit/trail-names.ts";
import type { Instant, PlainDate } from "../../shared/law/calendar.ts";
import { memorySigner } from "../../shared/stores/digest-signer.ts";

const root = path.join(import.meta.dirname, "../..");
const signer = memorySigner();
const at = (hour: string) => `2026-11-23T${hour}:00:00.000Z` as Instant;
const later = "2027-12-29" as PlainDate;

const certificate: ErasureCertificate = {
  form: 1,
  certificateId: "X20261123-000001",
  kind: "retention",
  wardCode: "13110",
  wardName: "目黒区",
  of: "E20261123-000001",
  approvals: ["manager-1", "head-1"].map((by) => ({ by, at: at("01"), documentNumber: "8国年第3号" })),
  from: at("02"),
  until: at("03"),
  erased: [
    {
      class: "income",
      records: 12,
      earliestClock: "2020-12-31" as PlainDate,
      latestClock: "2020-12-31" as PlainDate,
      source: "文書管理規程",
    },
  ],
  left: [{ class: "income", reason: "held", records: 1 }],
  checks: [{ check: "people", examined: 900, found: 0 }],
  goneFrom: { pointInTime: later, keyBackups: later, backups: later },
  stays: ["trail-pseudonyms"],
  publicKeyFingerprint: fingerprintOf(signer.key),
  algorithm: "ECDSA-P256-SHA256",
};

const lastErased = "2019-03-31T14" as Hour;
const trail = { until: lastErased, name: digestName(lastErased), sha256: "a".repeat(64), signature: "MEQC" };
const months: ErasureCertificate["erased"][number] = {
  class: "audit-record",
  records: 12,
  earliestClock: "2018-04-30" as PlainDate,
  latestClock: "2019-03-31" as PlainDate,
  source: "文書管理規程",
};

const signed = async (over: Partial<ErasureCertificate> = {}) => {
  const bytes = certificateBytes({ ...certificate, ...over });
  return {
    name: certificateName(certificate.certificateId),
    bytes,
    signature: signatureText(await signer.sign(bytes)),
  };
};
const codesOf = (kept: Parameters<typeof checkCertificate>[0], key = signer.key) =>
  checkCertificate(kept, key).faults.map(({ code }) => code);

describe("消去証明を公開鍵だけで確かめる", () => {
  it("finds nothing wrong with one that was signed and is whole", async () => {
    expect(codesOf(await signed())).toEqual([]);
    expect(codesOf(await signed({ erased: [months], trail }))).toEqual([]);
  });

  it("finds any byte that is another, and any other signature or key", async () => {
    const kept = await signed();
    await fc.assert(
      fc.property(fc.nat(kept.bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, by) => {
        const bytes = Buffer.from(kept.bytes);
        bytes[place] = ((bytes[place] ?? 0) + by) % 256;
        expect(codesOf({ ...kept, bytes })).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(codesOf({ ...kept, signature: (await signed({ wardCode: "13111" })).signature })).toEqual(["bad-signature"]);
    expect(codesOf({ ...kept, signature: undefined })).toEqual(["signature-missing"]);
    expect(codesOf({ ...kept, bytes: undefined })).toEqual(["certificate-missing"]);
    expect(codesOf({ ...kept, name: certificateName("X20261123-000002") })).toEqual(["other-name"]);
    expect(codesOf(kept, memorySigner().key)).toEqual(["other-key", "bad-signature"]);
  });

  const [first] = certificate.approvals;
  const [gone] = certificate.erased;
  it.each<[string, string, Partial<ErasureCertificate>]>([
    ["one approval", "approvals-missing", { approvals: first ? [first] : [] }],
    ["the same person twice", "approvals-missing", { approvals: first ? [first, first] : [] }],
    ["an approval after the erasure began", "approved-afterwards", { from: at("00") }],
    ["an end before its beginning", "days-reversed", { until: at("01") }],
    ["a class twice", "class-twice", { erased: gone ? [gone, gone] : [] }],
    ["clocks the wrong way round", "clocks-reversed", { erased: gone ? [{ ...gone, earliestClock: later }] : [] }],
    ["nothing read back", "not-read-back", { checks: [] }],
    [
      "backups gone before the erasure",
      "backups-too-early",
      { goneFrom: { ...certificate.goneFrom, backups: "2026-11-22" as PlainDate } },
    ],
    ["the beginning of the trail without months of it", "trail-without-months", { trail }],
    [
      "an hour of the trail that its digest is not of",
      "trail-elsewhere",
      { erased: [months], trail: { ...trail, until: addHours(lastErased, 1) } },
    ],
  ])("finds %s, signed though it is", async (_, code, over) => {
    expect(codesOf(await signed(over))).toEqual([code]);
  });

  it("asks two approvals of 保存期間の満了 alone: an extract and a contract rest on a paper", async () => {
    for (const kind of ["extract", "contract"] as const)
      expect(codesOf(await signed({ kind, approvals: [], checks: [] }))).toEqual([]);
  });
});

describe("erasure:verify", () => {
  let folder: string;
  const place = (name: string) => path.join(folder, name);
  const run = (...given: string[]) =>
    new Promise<{ code: number; out: string }>((resolve) => {
      execFile(process.execPath, [path.join(root, "tools/erasure/verify.ts"), ...given], (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === "number" ? error.code : 0, out: stdout + stderr });
      });
    });
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "kokunen-certificates-"));
    await mkdir(place("bucket/certificates"), { recursive: true });
    const { name, bytes, signature } = await signed();
    await writeFile(place(`bucket/${name}`), bytes);
    await writeFile(place(`bucket/${name}.sig`), signature);
    await writeFile(place("key.pem"), signer.key.export({ type: "spki", format: "pem" }));
    await writeFile(place("other.pem"), memorySigner().key.export({ type: "spki", format: "pem" }));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("says what each certificate attests, and ends with 0", async () => {
    const { code, out } = await run(place("bucket"), "--public-key", place("key.pem"));
    expect(code).toBe(0);
    expect(out).toContain("消去 所得情報 12件(文書管理規程)");
    expect(out).toContain(`控え ${later}`);
    expect(out).toContain("消去証明 1件、うち合わないもの 0件");
  });

  it("ends with 1 for another key, for a signature without its certificate, and for one that is not there", async () => {
    expect(await run(place("bucket"), "--public-key", place("other.pem"))).toMatchObject({ code: 1 });
    const alone = place("bucket/certificates/X20261123-000002.json.sig");
    await writeFile(alone, "AAAA");
    const answer = await run(place("bucket"), "--public-key", place("key.pem"));
    await rm(alone);
    expect(answer.code).toBe(1);
    expect(answer.out).toContain("certificate-missing");
    const named = await run(place("bucket"), "--public-key", place("key.pem"), "--certificate", "X20261123-000009");
    expect(named.code).toBe(1);
  });

  it("ends with 2 and its usage when it does not know what is wanted, or finds no certificate to look at", async () => {
    const key = ["--public-key", place("key.pem")];
    for (const given of [[], [place("bucket")], [place("nowhere"), ...key], [place("bucket/certificates"), ...key]]) {
      const answer = await run(...given);
      expect(answer).toMatchObject({ code: 2 });
      expect(answer.out).toContain("使い方 / usage");
    }
  });
});
