import type { AtenaNumber } from "../../../shared/domain/ids.ts";
import { isSameRecord } from "../../../shared/domain/income-correction.ts";
import { incomeRecord } from "../../../shared/domain/income-record.ts";
import type { IncomeRow } from "../../../shared/domain/income-row.ts";
import { recordOfRow } from "../../../shared/domain/income-told.ts";
import { itemsOf } from "../../../shared/domain/items-of.ts";
import { ledgerEvent } from "../../../shared/domain/ledger-events.ts";
import { type TakeoverPerson, type TakeoverRow, takeoverPerson } from "../../../shared/domain/takeover-record.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import type { Write } from "../../../shared/stores/database.ts";
import { incomeKey, incomeVersions, incomeWrites } from "../../../shared/stores/incomes.ts";
import { type LoadedPerson, loadedPerson, personRows, recordWrites } from "../../../shared/stores/people.ts";
import { type TakeoverMark, takeoverMarks, takeoverMarkWrite } from "../../../shared/stores/takeovers.ts";
import type { Feed } from "../feed.ts";
import { sideBySide } from "../side-by-side.ts";
import type { ReadSet } from "./read-set.ts";

const attempts = 4;

/** The place of a person's first row: how marks name them. */
export const placeOf = (rows: readonly TakeoverRow[]): string => {
  const places = rows.map(({ file, line }) => `${file}:${String(line).padStart(7, "0")}`);
  return places.toSorted()[0] ?? "";
};

type Whole = Extract<TakeoverPerson, { ok: true }>;

/** Whether what an extract says of a person is what was taken in of them before, whatever happened to them since. */
const isOnFile = async (loaded: LoadedPerson, { events, incomes }: Whole, { ports }: Feed): Promise<boolean> => {
  const [first] = loaded.entries;
  if (first?.source.kind !== "takeover" || JSON.stringify(first.events) !== JSON.stringify(events)) return false;
  for (const income of incomes) {
    const versions = await incomeVersions(ports.database, loaded.personId, income.incomeYear, loaded.key);
    if (!versions.some(({ record }) => isSameRecord(record, recordOfRow(income)))) return false;
  }
  return true;
};

const incomesOf = (loaded: LoadedPerson, incomes: readonly IncomeRow[], { occasion }: Feed): Write[] =>
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

interface Step {
  readonly mark: TakeoverMark;
  readonly writes: readonly Write[];
}

const stepFor = async (atenaNumber: AtenaNumber, whole: Whole, feed: Feed): Promise<Step> => {
  const { index, occasion, ports } = feed;
  const person = index.person(atenaNumber);
  const years = whole.incomes.map(
    ({ incomeYear }) => ({ table: "incomes", key: incomeKey(person, incomeYear) }) as const,
  );
  const [snapshot, keyRow, ...there] = await ports.database.getAll([...personRows(person), ...years]);
  const loaded = await loadedPerson(person, [snapshot, keyRow], ports.keyring);
  if (loaded.version > 0)
    return (await isOnFile(loaded, whole, feed))
      ? { mark: { outcome: "repeated", reason: null }, writes: [] }
      : { mark: { outcome: "rejected", reason: "already-on-file" }, writes: [] };
  if (there.some((item) => item !== undefined))
    return { mark: { outcome: "rejected", reason: "already-on-file" }, writes: [] };
  const { writes } = recordWrites(loaded, index, occasion, { kind: "takeover" }, whole.events);
  return {
    mark: { outcome: "taken", reason: null },
    writes: [...writes, ...incomesOf(loaded, whole.incomes, feed)],
  };
};

const purpose = "takeover";
const itemsTaken = [...new Set([...itemsOf(ledgerEvent), ...itemsOf(incomeRecord)])];

/** All of a person, the trail and the mark are one transaction. @throws when others keep changing the same person. */
const takePerson = async (rows: readonly TakeoverRow[], fingerprint: string, feed: Feed): Promise<void> => {
  const whole = takeoverPerson(rows);
  const atenaNumber = rows[0]?.atenaNumber as AtenaNumber;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { mark, writes }: Step = whole.ok
      ? await stepFor(atenaNumber, whole, feed)
      : { mark: { outcome: "rejected", reason: null }, writes: [] };
    const codes = [mark.outcome, ...(mark.reason === null ? [] : [mark.reason])];
    const outcome = await feed.ports.database.transact([
      ...writes,
      takeoverMarkWrite(fingerprint, placeOf(rows), mark),
      auditWrite(
        feed.trail({
          subjects: whole.ok ? [feed.index.auditSubject(feed.index.person(atenaNumber))] : [],
          object: fingerprint,
          items: mark.outcome === "taken" ? itemsTaken : [],
          purpose,
          codes,
        }),
      ),
    ]);
    if (outcome.ok) return;
  }
  throw new Error("a person of an extract was contended on every attempt");
};

/** Takes in who is not marked yet while `goOn` says so; the marks of all once nobody is left, undefined before. */
export const takePeople = async (
  { people, fingerprint }: ReadSet,
  feed: Feed,
  goOn: () => boolean,
): Promise<ReadonlyMap<string, TakeoverMark> | undefined> => {
  const { database } = feed.ports;
  const before = await takeoverMarks(database, fingerprint);
  const waiting = people.filter((rows) => !before.has(placeOf(rows)));
  await sideBySide(
    waiting.map((rows) => [rows]),
    (rows) => takePerson(rows, fingerprint, feed),
    goOn,
  );
  const marks = await takeoverMarks(database, fingerprint);
  return marks.size < people.length ? undefined : marks;
};
