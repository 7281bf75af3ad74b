import type { ErasureCertificate } from "../../../shared/audit/certificate.ts";
import { rowInForce } from "../../../shared/domain/retention.ts";
import { addDays, dayAt } from "../../../shared/law/calendar.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import { certificateRow, issueCertificate } from "../../../shared/stores/certificates.ts";
import { type Takeover, takeoverWrite } from "../../../shared/stores/takeovers.ts";
import type { StoredVersion } from "../../../shared/stores/versions.ts";
import type { Feed } from "../feed.ts";
import type { TakeoverPorts } from "./ports.ts";
import { copiesIn, setFolder, versionsBelow } from "./set-objects.ts";

type Unsigned = Omit<ErasureCertificate, "form" | "publicKeyFingerprint" | "algorithm">;
type Erasure = NonNullable<Takeover["erasure"]>;

/** The certificate of an extract. From the same row it is the same, whenever it is made. */
const certificateOf = (
  { ward, backups, schedule }: TakeoverPorts,
  fingerprint: string,
  {
    certificateId,
    approval,
    from,
    until,
    files,
    examined,
  }: Erasure & { readonly until: NonNullable<Erasure["until"]> },
): Unsigned => {
  const gone = dayAt(until);
  return {
    certificateId,
    kind: "extract",
    wardCode: ward.code,
    wardName: ward.name,
    of: fingerprint,
    approvals: [approval],
    from,
    until,
    erased: [
      {
        class: "temporary-file",
        records: files.length,
        earliestClock: null,
        latestClock: null,
        source: rowInForce(schedule, "temporary-file", gone).source,
      },
    ],
    left: [],
    checks: [{ check: "extract-versions", examined, found: 0 }],
    // The linkage bucket is in no backup, nor was a file of the set ever in a table: it is gone the day after.
    goneFrom: {
      pointInTime: addDays(gone, 1),
      keyBackups: addDays(gone, 1),
      backups: addDays(gone, backups.backupDays + 1),
    },
    stays: ["taken-over-records", "trail-pseudonyms"],
  };
};

/** What came upon a set that is being erased: copies elsewhere that keep it from its certificate. */
export interface Erased {
  readonly certificateId: string | null;
  readonly copies: readonly string[];
}

/**
 * Takes away every version of a set, reads back, and certifies only once nothing is left: not in its folder, and no copy of a
 * file elsewhere in the bucket. Cut off anywhere it goes on from the row.
 */
export const eraseExtract = async (takeover: Takeover, ports: TakeoverPorts, feed: Feed): Promise<Erased> => {
  const { fingerprint, set, erasure } = takeover;
  if (erasure === null) throw new Error("an extract without a decision on its erasure");
  let certified = erasure;
  let version = takeover.version;
  if (erasure.until === null) {
    const there: StoredVersion[] = [];
    for await (const each of versionsBelow(ports.linkage, setFolder(set))) there.push(each);
    if (there.length > 0) await ports.linkage.remove(there);
    const { examined, copies } = await copiesIn(ports.linkage, erasure.files);
    const left: string[] = [];
    for await (const { name } of versionsBelow(ports.linkage, setFolder(set))) left.push(name);
    if (copies.length + left.length > 0) return { certificateId: null, copies: [...copies, ...left] };
    certified = { ...erasure, until: feed.occasion.at, examined };
    version += 1;
    const kept = await ports.database.transact([takeoverWrite({ ...takeover, erasure: certified, version })]);
    if (!kept.ok) throw new Error("an extract was erased by another turn at the same time");
  }
  const { until } = certified;
  if (until === null) throw new Error("an extract without the time of its erasure");
  const certificate = await issueCertificate(ports, certificateOf(ports, fingerprint, { ...certified, until }));
  const done = await ports.database.transact([
    takeoverWrite({ ...takeover, state: "done", erasure: certified, version: version + 1 }),
    certificateRow(certificate),
    auditWrite(feed.trail({ object: fingerprint, purpose: "takeover", codes: ["extract-erased"] })),
  ]);
  if (!done.ok) throw new Error("an extract was certified by another turn at the same time");
  return { certificateId: certificate.certificateId, copies: [] };
};
