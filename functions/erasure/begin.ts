import { today } from "../../shared/domain/filing.ts";
import { lettersFrom } from "../../shared/domain/ids.ts";
import { auditWrite } from "../../shared/stores/audit.ts";
import { type Erasure, erasureWrites, openErasure } from "../../shared/stores/erasures.ts";
import type { Turn } from "./turn.ts";

/** A new 消去, or the one that another turn began meanwhile; undefined when the database was too busy for either. */
export const beginErasure = async ({ ports, occasion, trail }: Turn): Promise<Erasure | undefined> => {
  const asOf = today(occasion);
  const erasure: Erasure = {
    erasureId: `E${asOf.replaceAll("-", "")}-${lettersFrom(ports.random(6))}`,
    state: "listing",
    asOf,
    startedAt: occasion.at,
    listedAt: null,
    approvals: [],
    erasedFrom: null,
    erasedUntil: null,
    cursor: null,
    examined: 0,
    counts: {},
    found: 0,
    certificateId: null,
    version: 1,
  };
  const begun = auditWrite(trail({ object: erasure.erasureId, codes: ["begun"] }));
  const kept = await ports.database.transact([...erasureWrites(erasure), begun]);
  return kept.ok ? erasure : openErasure(ports.database);
};
