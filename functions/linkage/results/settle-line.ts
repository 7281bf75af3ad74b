import type { ResultRecord } from "../../../shared/documents/result-record.ts";
import { moved } from "../../../shared/domain/filing.ts";
import type { TransitionName } from "../../../shared/domain/filing-status.ts";
import type { ImportId } from "../../../shared/domain/ids.ts";
import { itemsOf } from "../../../shared/domain/items-of.ts";
import { ledgerEntry } from "../../../shared/domain/ledger-events.ts";
import { flows } from "../../../shared/flows/catalogue.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import type { Write } from "../../../shared/stores/database.ts";
import { type Filing, filingWrite, findFiling } from "../../../shared/stores/filings.ts";
import { type ImportLine, lineWrite, type Mismatch } from "../../../shared/stores/imports.ts";
import { type LoadedPerson, loadedPerson, personRows } from "../../../shared/stores/people.ts";
import { findMember, memberWrite } from "../../../shared/stores/runs.ts";
import { filingsOf, holderOf, type Line, type Settled } from "./holder.ts";
import { ledgerWrites } from "./ledger-writes.ts";
import { isUnfiled, misfit } from "./misfit.ts";
import type { ResultPorts } from "./ports.ts";
import { settleUnfiled } from "./settle-unfiled.ts";

const transitionOf = {
  approved: "approve",
  rejected: "reject",
  returned: "return",
  amended: "amend",
} as const satisfies Record<ResultRecord["result"], TransitionName>;

const attempts = 3;

type Match = { readonly filing: Filing; readonly loaded: LoadedPerson } | { readonly mismatch: Mismatch };

const awaits = (filing: Filing, { form }: ResultRecord) =>
  filing.status === "transmitted" && flows[filing.flow].form === form;

/** Someone who had no 基礎年金番号 when they filed gets it with the result: the 受付番号 leads to them. */
const newlyNumbered = async ({ record, ports }: Line): Promise<Match> => {
  const filing = await findFiling(ports.database, record.filingId);
  if (!filing || !awaits(filing, record)) return { mismatch: "person-not-on-file" };
  const rows = await ports.database.getAll(personRows(filing.personId));
  const loaded = await loadedPerson(filing.personId, rows, ports.keyring);
  const { facts } = loaded.person;
  return facts && facts.basicPensionNumber === undefined ? { filing, loaded } : { mismatch: "person-not-on-file" };
};

/** 突合 (評価書 II-3⑤ 突合②): the person by 基礎年金番号, then the one filing of theirs that waits for this kind of result. */
const match = async (line: Line): Promise<Match> => {
  const { record, ports } = line;
  const loaded = await holderOf(line);
  if (loaded === "person-not-on-file") return newlyNumbered(line);
  if (loaded === "several-people") return { mismatch: loaded };
  const filings = (await filingsOf(loaded, ports)).filter((filing) => awaits(filing, record));
  if (record.filingId) {
    const named = filings.find((filing) => filing.filingId === record.filingId);
    return named ? { filing: named, loaded } : { mismatch: "other-filing" };
  }
  const [filing, second] = filings;
  if (!filing) return { mismatch: "no-filing-awaiting" };
  return second ? { mismatch: "several-filings" } : { filing, loaded };
};

/** 承認 needs nobody's hand any more and is 完了 at once; the others wait for someone to see to them. */
const settledFiling = (filing: Filing, { record, call }: Line): Filing => {
  const occasion = call.occasion;
  const codes = record.reasonCode ? [`jps-${record.reasonCode}`] : [];
  const transition = transitionOf[record.result];
  const after = moved(filing, transition, record.result, occasion, codes);
  return record.result === "approved"
    ? { ...moved(after, "close", "closed", occasion), version: after.version }
    : after;
};

const settle = async (line: Line, { filing, loaded }: Extract<Match, { filing: Filing }>): Promise<Settled> => {
  const { importId, record, before, index, call, ports } = line;
  const ledger = ledgerWrites({ importId, record, filing, loaded, index, occasion: call.occasion });
  if (typeof ledger === "string") return ledger;
  const member = filing.runId && (await findMember(ports.database, filing.runId, filing.filingId));
  const writes: Write[] = [
    lineWrite(
      importId,
      {
        line: record.line,
        outcome: record.result,
        filingId: filing.filingId,
        reason: record.reasonCode ?? null,
      },
      before,
    ),
    filingWrite(settledFiling(filing, line)),
    ...ledger,
    ...(filing.runId && member ? [memberWrite(filing.runId, member, "settled")] : []),
    auditWrite(
      call.trail({
        subjects: [index.auditSubject(loaded.personId)],
        object: filing.filingId,
        items: itemsOf(ledgerEntry),
        purpose: "results",
        codes: [record.result],
      }),
    ),
  ];
  return (await ports.database.transact(writes)).ok;
};

const settleFiled = async (line: Line): Promise<Settled> => {
  const found = await match(line);
  return "mismatch" in found ? found.mismatch : settle(line, found);
};

/** A line that settles nothing keeps its reason; the same reason again writes nothing. */
export const leaveUnmatched = async (
  importId: ImportId,
  line: number,
  reason: Mismatch,
  before: ImportLine | undefined,
  ports: ResultPorts,
): Promise<void> => {
  if (before?.reason === reason) return;
  await ports.database.transact([lineWrite(importId, { line, outcome: "unmatched", filingId: null, reason }, before)]);
};

/** One line of the file, settled or left with its reason. A line already marked is refused by its mark and changes nothing. */
export const settleLine = async (line: Line): Promise<void> => {
  const { importId, record, before, ports } = line;
  const unfit = misfit(record, ports.covered);
  if (unfit) return leaveUnmatched(importId, record.line, unfit, before, ports);
  const settleOne = isUnfiled(record) ? settleUnfiled : settleFiled;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const settled = await settleOne(line);
    if (settled === true) return;
    if (settled !== false) return leaveUnmatched(importId, record.line, settled, before, ports);
  }
  // Left unmarked: the same file sent again takes it up.
};
