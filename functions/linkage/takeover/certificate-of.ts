import type { ErasureCertificate } from "../../../shared/audit/certificate.ts";
import { rowInForce } from "../../../shared/domain/retention.ts";
import { dayAt } from "../../../shared/law/calendar.ts";
import type { Takeover } from "../../../shared/stores/takeovers.ts";
import type { TakeoverPorts } from "./ports.ts";

type Unsigned = Omit<ErasureCertificate, "form" | "publicKeyFingerprint" | "algorithm">;
type Erasure = NonNullable<Takeover["erasure"]>;

/** An erasure after which nothing was found any more. */
export type Settled = Erasure & { readonly until: NonNullable<Erasure["until"]> };

const rejectedRows = (account: Takeover["account"]): number =>
  Object.values(account?.files ?? {}).reduce((sum, { rejected }) => sum + rejected, 0);

/** The certificate of an extract. From the same row it is the same, whenever it is made. */
export const certificateOf = (
  { ward, schedule }: Pick<TakeoverPorts, "ward" | "schedule">,
  { fingerprint, account, fault }: Takeover,
  erasure: Settled,
): Unsigned => {
  const { certificateId, from, until, ordered, accepted, versions, examined, inOtherSets } = erasure;
  const gone = dayAt(until);
  return {
    certificateId,
    kind: "extract",
    wardCode: ward.code,
    wardName: ward.name,
    of: fingerprint,
    approvals: [ordered, ...(accepted === null ? [] : [accepted])],
    from,
    until,
    erased: [
      {
        class: "temporary-file",
        records: versions,
        earliestClock: null,
        latestClock: null,
        source: rowInForce(schedule, "temporary-file", gone).source,
      },
    ],
    left: [],
    checks: [
      { check: "extract-versions", examined, found: 0 },
      ...(inOtherSets === 0 ? [] : [{ check: "files-in-other-sets", examined, found: inOtherSets }]),
      ...(erasure.readBack ? [{ check: "records-read-back", examined: account?.people ?? 0, found: 0 }] : []),
      ...(fault === null
        ? [{ check: "rejected-rows-accepted", examined: rejectedRows(account), found: 0 }]
        : [{ check: "set-not-taken-accepted", examined: versions, found: 0 }]),
    ],
    // No backup takes the linkage bucket in (infra/stacks/backup.ts), and no file of a set was ever in a table.
    goneFrom: { pointInTime: gone, keyBackups: gone, backups: gone },
    stays: [...(erasure.stays === 0 ? [] : ["taken-over-records"]), "trail-pseudonyms"],
  };
};
