import { ledgerWrites } from "../../functions/linkage/results/ledger-writes.ts";
import { misfit } from "../../functions/linkage/results/misfit.ts";
import type { ResultRecord } from "../../shared/documents/result-record.ts";
import type { RecipientChange } from "../../shared/domain/benefits.ts";
import type { AtenaNumber, FilingId, ImportId, OfficerId } from "../../shared/domain/ids.ts";
import { type LedgerEntry, type LedgerEvent, ledgerEvent } from "../../shared/domain/ledger-events.ts";
import type { RecipientRight } from "../../shared/domain/recipient-facts.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import type { Filing } from "../../shared/stores/filings.ts";
import { loadedPerson, personRows, recordWrites } from "../../shared/stores/people.ts";
import { became1, personOf, putOnFile, storesOf } from "../unit/batches/on-file.ts";
import { decision } from "./benefit-decisions.ts";
import type { openOffice } from "./office.ts";

type Office = Pick<ReturnType<typeof openOffice>, "database" | "master">;

const occasion = { at: "2026-11-20T01:00:00.000Z" as Instant, by: "clerk-1" as OfficerId };

/** A 届出 of 給付 that went out, as far as its result asks for it. */
export const claimFiling = "20261120-AAAAAA" as FilingId;

export const rightRecorded = (
  change: RecipientChange,
  on: string,
  kind: RecipientRight["kind"],
  facts: object = {},
  seq = 1,
): LedgerEvent => {
  const register = kind === "special-disability" ? "special-disability" : "pension";
  return ledgerEvent.parse({ kind: "recipient-recorded", change, on, right: { register, seq, kind, facts } });
};

const loadedIn = async (office: Office, atenaNumber: AtenaNumber) => {
  const { database, ring } = storesOf(office);
  const index = await ring.index();
  const personId = index.person(atenaNumber);
  return { database, index, loaded: await loadedPerson(personId, await database.getAll(personRows(personId)), ring) };
};

/** Records events of somebody on file, as one entry from `source`. */
export const recordFor = async (
  office: Office,
  atenaNumber: AtenaNumber,
  source: LedgerEntry["source"],
  events: readonly LedgerEvent[],
): Promise<void> => {
  const { database, index, loaded } = await loadedIn(office, atenaNumber);
  const { writes } = recordWrites(loaded, index, occasion, source, events);
  if (!(await database.transact(writes)).ok) throw new Error("not recorded");
};

/** Somebody on file with `before` taken over and, where given, a 届出 of 給付 that waits for its result. */
export const withClaim = async (office: Office, before: readonly LedgerEvent[], claim?: LedgerEvent) => {
  const atenaNumber = await putOnFile(office, 1, "1980-05-05", [became1("2000-05-04"), ...before]);
  if (claim) await recordFor(office, atenaNumber, { kind: "filing", filingId: claimFiling }, [claim]);
  /** What a line does to the ledger, in one transaction as the import writes it; or why it does nothing. */
  const settle = async (over: Partial<ResultRecord>): Promise<string> => {
    const record: ResultRecord = { line: 2, ...decision({ filingId: claimFiling, ...over }) };
    const unfit = misfit(record, new Set());
    if (unfit) return unfit;
    const { database, index, loaded } = await loadedIn(office, atenaNumber);
    // Only its number matters to the ledger.
    const filing = { filingId: claimFiling } as Filing;
    const importId = "0".repeat(64) as ImportId;
    const writes = ledgerWrites({ importId, record, filing, loaded, index, occasion });
    if (typeof writes === "string") return writes;
    return (await database.transact(writes)).ok ? record.result : "contended";
  };
  return { atenaNumber, settle, rights: async () => (await personOf(office, atenaNumber)).recipients };
};
