import type { ErasureCertificate } from "../../../shared/audit/certificate.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { retentionClasses } from "../../../shared/domain/retention.ts";
import { dayAt } from "../../../shared/law/calendar.ts";
import type { Leaving } from "../../../shared/stores/leaving.ts";
import { goneFrom } from "../gone-from.ts";
import type { LeavingPorts } from "./ports.ts";
import type { Left } from "./take-away.ts";

/** What stays by rule (docs/leaving.md): the locked trail with its pseudonyms, certificates, and backups until their days are over. */
const staying = ["trail-pseudonyms", "certificates", "backups-until-gone"];

type Unsigned = Omit<ErasureCertificate, "form" | "publicKeyFingerprint" | "algorithm">;

/** The certificate of leaving. From the same row it is the same, whenever it is made. */
export const certificateOf = (
  { ward, backups }: Pick<LeavingPorts, "ward" | "backups">,
  leaving: Leaving & { readonly until: NonNullable<Leaving["until"]> },
  { tables, buckets }: Pick<Left, "tables" | "buckets">,
): Unsigned => {
  const { documentNumber, until } = leaving;
  return {
    certificateId: leaving.certificateId,
    kind: "contract",
    wardCode: ward.code,
    wardName: ward.name,
    of: documentNumber,
    approvals: [
      { by: leaving.wardOfficer, at: leaving.signedAt, documentNumber },
      { by: leaving.operator, at: leaving.startedAt, documentNumber },
    ],
    from: leaving.startedAt,
    until,
    // In the order of the classes: a map comes back from the table in an order of its own, and the bytes must be the same.
    erased: keysOf(retentionClasses).flatMap((name) => {
      const records = leaving.erased[name];
      return records === undefined
        ? []
        : [
            {
              class: name,
              records,
              earliestClock: null,
              latestClock: null,
              source: `契約の終了(${documentNumber})`,
            },
          ];
    }),
    left: [],
    checks: [
      { check: "tables-read-back", examined: tables, found: 0 },
      { check: "buckets-read-back", examined: buckets, found: 0 },
    ],
    goneFrom: goneFrom(dayAt(until), backups),
    stays: staying,
  };
};
