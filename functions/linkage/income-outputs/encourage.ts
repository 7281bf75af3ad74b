import type { KeyObject } from "node:crypto";
import {
  type EncouragedSpan,
  encouragedMonths,
  encouragedYear,
  incomeMayOpen,
  type NotEncouraged,
} from "../../../shared/domain/encouragement.ts";
import type { PersonId } from "../../../shared/domain/ids.ts";
import type { IncomeOutcome } from "../../../shared/domain/income-outputs.ts";
import type { IncomeRecord } from "../../../shared/domain/income-record.ts";
import type { PlainMonth } from "../../../shared/law/calendar.ts";
import type { ClosedSpan } from "../../../shared/law/month-span.ts";
import { incomePage } from "../../../shared/stores/income-years.ts";
import { personKeyRow } from "../../../shared/stores/keyring.ts";
import { type LoadedPerson, personSnapshotRow, personUnder } from "../../../shared/stores/people.ts";
import { readRows } from "../../read-rows.ts";
import {
  type EncouragementRow,
  encouragementItems,
  encouragementPart,
  encouragementRow,
} from "./encouragement-rows.ts";
import { findByNumber } from "./find-by-number.ts";
import { keepSeen } from "./keep-seen.ts";
import { openIncome, readPeople } from "./read-people.ts";
import type { IncludingWork, Produced, StepWork } from "./step-work.ts";

const linesAtOnce = 400;
const peopleAtOnce = 1_000;

interface Judged {
  readonly outcome: IncomeOutcome;
  readonly row?: EncouragementRow;
}

/** Somebody whose income could open an exemption. */
interface Hopeful {
  /** Their place in the page. */
  readonly at: number;
  readonly personId: PersonId;
  readonly key: KeyObject;
  readonly record: IncomeRecord;
}

const refused = (found: readonly EncouragedSpan[] | NotEncouraged): found is NotEncouraged => typeof found === "string";

/** 支援措置 leaves nobody's address in a list that goes from hand to hand; without an address there is no letter. */
const judge = (
  { person }: LoadedPerson,
  record: IncomeRecord,
  months: ClosedSpan,
  unpaid: ReadonlySet<PlainMonth> | null,
): Judged => {
  const { facts } = person;
  if (facts === null) return { outcome: "not-on-file" };
  const found = encouragedMonths(person, record, months, unpaid);
  if (refused(found)) return { outcome: found };
  if (person.addressProtected) return { outcome: "address-protected" };
  if (facts.address === undefined) return { outcome: "no-address" };
  return { outcome: found[0]?.kind ?? "nothing-to-apply-for", row: encouragementRow(facts, found, unpaid !== null) };
};

const produced = (judged: readonly Judged[], next: string | null): Produced => {
  const rows = judged.flatMap(({ row }) => row ?? []);
  return {
    next,
    outcomes: judged.map(({ outcome }) => outcome),
    lines: rows.length,
    part: rows.length === 0 ? new Uint8Array(0) : encouragementPart(rows),
  };
};

const monthsOf = ({ output }: StepWork): ClosedSpan => {
  const months = encouragedYear(output.year ?? 0, output.asOf);
  if (months === null) throw new Error("a 免除年度 without a month to apply for");
  return months;
};

/** A page of everyone with 所得情報: the ledger is opened only of those whose income could open an exemption. */
const encourageByIncome = async (work: IncludingWork): Promise<Produced> => {
  const { output, ports, includes } = work;
  const { database, keyring } = ports;
  const months = monthsOf(work);
  const page = await incomePage(database, (output.year ?? 0) - 1, output.cursor ?? "", peopleAtOnce);
  await keepSeen(
    page.rows.flatMap(({ personId }) => (includes(personId) ? [personId] : [])),
    work,
    encouragementItems,
  );
  const keyRows = await readRows(
    database,
    page.rows.map(({ personId }) => ({ table: "keys", key: personKeyRow(personId) })),
  );
  const keys = await keyring.openAll(keyRows);
  const judged: Judged[] = [];
  const hopeful: Hopeful[] = [];
  for (const [at, { personId, item }] of page.rows.entries()) {
    if (!includes(personId)) {
      judged[at] = { outcome: "use-suspended" };
      continue;
    }
    const key = keys[at];
    const record = key === undefined ? null : openIncome(item, key);
    const outcome = record === null ? "not-on-file" : incomeMayOpen(record, months.from);
    if (outcome !== "may") judged[at] = { outcome };
    else if (key && record) hopeful.push({ at, personId, key, record });
  }
  const snapshots = await readRows(
    database,
    hopeful.map(({ personId }) => personSnapshotRow(personId)),
  );
  for (const [nth, { at, personId, key, record }] of hopeful.entries())
    judged[at] = judge(personUnder(personId, snapshots[nth], key), record, months, null);
  return produced(judged, page.next);
};

/** A stretch of 未納者一覧. */
const encourageByList = async (work: IncludingWork, unpaid: NonNullable<StepWork["unpaid"]>): Promise<Produced> => {
  const { output, index, ports, includes } = work;
  const months = monthsOf(work);
  const from = Number(output.cursor);
  const until = Math.min(from + linesAtOnce, unpaid.lines.length);
  const lines = unpaid.lines.slice(from, until).map((line, nth): Judged | NonNullable<typeof line> => {
    if (line === null) return { outcome: "unreadable-line" };
    if (line.exemptionYear !== output.year) return { outcome: "other-year" };
    return unpaid.first.get(line.basicPensionNumber) === from + nth ? line : { outcome: "repeated-line" };
  });
  const numbers = lines.map((line) =>
    "outcome" in line ? null : (["basic-pension-number", line.basicPensionNumber] as const),
  );
  const found = await findByNumber(numbers, index, ports.database);
  // A line that leads to somebody whose 利用 is suspended is not followed, whoever else had the number once.
  const followed = found.map((ids) => (ids.every(includes) ? ids : []));
  const wanted = followed.flatMap((ids, at) => ids.map((personId) => ({ personId, year: (output.year ?? 0) - 1, at })));
  await keepSeen(
    wanted.map(({ personId }) => personId),
    work,
    encouragementItems,
  );
  const people = (await readPeople(wanted, ports)).map((person, nth) => ({ person, at: wanted[nth]?.at }));
  const byLine = Map.groupBy(people, ({ at }) => at);
  const judged = lines.map((line, at): Judged => {
    if ("outcome" in line) return line;
    if (!(found[at] ?? []).every(includes)) return { outcome: "use-suspended" };
    const [only, another] = (byLine.get(at) ?? []).flatMap(({ person }) =>
      person?.loaded.person.facts?.basicPensionNumber === line.basicPensionNumber ? [person] : [],
    );
    if (another) return { outcome: "several-people" };
    if (!only) return { outcome: "not-on-file" };
    return only.record === null ? { outcome: "income-unknown" } : judge(only.loaded, only.record, months, line.months);
  });
  return produced(judged, until < unpaid.lines.length ? String(until) : null);
};

/** 免除勧奨 (B21): whoever could probably be exempted, among those whom 日本年金機構 told to be unpaid, or among all. */
export const encourage = (work: IncludingWork): Promise<Produced> =>
  work.unpaid === null ? encourageByIncome(work) : encourageByList(work, work.unpaid);
