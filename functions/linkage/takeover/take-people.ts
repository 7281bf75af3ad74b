import { incomeRecord } from "../../../shared/domain/income-record.ts";
import type { IncomeRow } from "../../../shared/domain/income-row.ts";
import { recordOfRow } from "../../../shared/domain/income-told.ts";
import { itemsOf } from "../../../shared/domain/items-of.ts";
import { ledgerEvent } from "../../../shared/domain/ledger-events.ts";
import { numbersOf, type TakeoverMember, type TakeoverPerson } from "../../../shared/domain/takeover-person.ts";
import type { TakeoverReason, TakeoverRow } from "../../../shared/domain/takeover-row.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import type { Write } from "../../../shared/stores/database.ts";
import { incomeKey, incomeWrites } from "../../../shared/stores/incomes.ts";
import {
  findPeople,
  type LoadedPerson,
  loadedPerson,
  personRows,
  recordWrites,
} from "../../../shared/stores/people.ts";
import {
  isMarked,
  type Reject,
  type TakeoverMark,
  takeoverMarks,
  takeoverMarkWrite,
} from "../../../shared/stores/takeovers.ts";
import { sideBySide } from "../side-by-side.ts";
import { isOnFile } from "./on-file.ts";
import type { Run } from "./ports.ts";
import { rejectOf } from "./rejects.ts";

const attempts = 4;
/** As many writes as DynamoDB takes in one transaction, without those of the mark and the trail. */
const mostWrites = 98;
/** Of a person with too many rows, so many are listed. */
const mostRejects = 300;

/** The place of a person's first row: how marks name them. */
export const placeOf = (rows: readonly TakeoverRow[]): string => {
  const places = rows.map(({ file, line }) => `${file}:${String(line).padStart(7, "0")}`);
  return places.toSorted()[0] ?? "";
};

type Whole = Extract<TakeoverPerson, { ok: true }>;

const incomesOf = (loaded: LoadedPerson, incomes: readonly IncomeRow[], { occasion }: Run): Write[] =>
  incomes.flatMap((income) =>
    incomeWrites({
      person: loaded.personId,
      year: income.incomeYear,
      key: loaded.key,
      record: recordOfRow(income),
      at: occasion.at,
      before: undefined,
    }),
  );

/** Whether somebody else is on file under a number of theirs. */
const isNumberTaken = async (
  { personId }: LoadedPerson,
  { events }: Whole,
  { index, ports }: Run,
): Promise<boolean> => {
  for (const [kind, number] of numbersOf(events)) {
    const found = await findPeople(ports.database, index, kind, number, 2);
    if (found.some((other) => other !== personId)) return true;
  }
  return false;
};

interface Step {
  readonly mark: TakeoverMark;
  readonly writes: readonly Write[];
}

const rejected = (rows: readonly TakeoverRow[], reason: TakeoverReason): Step => ({
  mark: { outcome: "rejected", rejects: rows.map((row) => rejectOf(row, reason)).slice(0, mostRejects) },
  writes: [],
});

const stepFor = async ({ atenaNumber, rows }: TakeoverMember, whole: Whole, run: Run): Promise<Step> => {
  const { index, occasion, ports } = run;
  const person = index.person(atenaNumber);
  const years = whole.incomes.map(
    ({ incomeYear }) => ({ table: "incomes", key: incomeKey(person, incomeYear) }) as const,
  );
  const [snapshot, keyRow, ...there] = await ports.database.getAll([...personRows(person), ...years]);
  const loaded = await loadedPerson(person, [snapshot, keyRow], ports.keyring);
  if (loaded.version > 0)
    return (await isOnFile(loaded, whole, ports.database))
      ? { mark: { outcome: "repeated", rejects: [] }, writes: [] }
      : rejected(rows, "already-on-file");
  if (there.some((item) => item !== undefined)) return rejected(rows, "already-on-file");
  if (await isNumberTaken(loaded, whole, run)) return rejected(rows, "number-on-file");
  const { writes } = recordWrites(loaded, index, occasion, { kind: "takeover" }, whole.events);
  const all = [...writes, ...incomesOf(loaded, whole.incomes, run)];
  return all.length > mostWrites
    ? rejected(rows, "too-many-rows")
    : { mark: { outcome: "taken", rejects: [] }, writes: all };
};

const rejectsOf = ({ decided }: TakeoverMember): Reject[] =>
  decided.ok ? [] : decided.rejects.slice(0, mostRejects).map(({ row, reason }) => rejectOf(row, reason));

const itemsTaken = [...new Set([...itemsOf(ledgerEvent), ...itemsOf(incomeRecord)])];

/** All of a person, the trail and the mark are one transaction. @throws when others keep changing the same person. */
const takePerson = async (member: TakeoverMember, set: string, run: Run): Promise<void> => {
  const { decided, atenaNumber, rows } = member;
  const place = placeOf(rows);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { mark, writes }: Step = decided.ok
      ? await stepFor(member, decided, run)
      : { mark: { outcome: "rejected", rejects: rejectsOf(member) }, writes: [] };
    const outcome = await run.ports.database.transact([
      ...writes,
      takeoverMarkWrite(set, place, mark),
      auditWrite(
        run.trail({
          subjects: [run.index.auditSubject(run.index.person(atenaNumber))],
          object: set,
          items: mark.outcome === "taken" ? itemsTaken : [],
          codes: [mark.outcome, ...new Set(mark.rejects.map(({ reason }) => reason))],
        }),
      ),
    ]);
    // A transaction of an earlier run that was given up may have arrived meanwhile.
    if (outcome.ok || (await isMarked(run.ports.database, set, place))) return;
  }
  throw new Error("a person of an extract was contended on every attempt");
};

/** Takes in who is not marked yet while `goOn` says so; the marks of everybody who is through. */
export const takePeople = async (
  people: readonly TakeoverMember[],
  set: string,
  run: Run,
  goOn: () => boolean,
): Promise<ReadonlyMap<string, TakeoverMark>> => {
  const { database } = run.ports;
  const before = await takeoverMarks(database, set);
  const waiting = people.filter(({ rows }) => !before.has(placeOf(rows)));
  await sideBySide(
    waiting.map((member) => [member]),
    (member) => takePerson(member, set, run),
    goOn,
  );
  return takeoverMarks(database, set);
};
