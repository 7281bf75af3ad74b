import type { AtenaNumber } from "./ids.ts";
import type { IncomeRow } from "./income-row.ts";
import type { EventOf, LedgerEvent } from "./ledger-events.ts";
import type { TakeoverFile } from "./takeover-mapping.ts";
import type { TakeoverReason, TakeoverRow } from "./takeover-row.ts";

/** The whole of what an extract says of a person, or what keeps it out: the row, and why. */
export type TakeoverPerson =
  | { readonly ok: true; readonly events: readonly LedgerEvent[]; readonly incomes: readonly IncomeRow[] }
  | { readonly ok: false; readonly rejects: readonly { readonly row: TakeoverRow; readonly reason: TakeoverReason }[] };

/** More than any life has; all of a person is one transaction. */
const mostIncomes = 40;
const mostRows = 300;

interface Period {
  readonly row: TakeoverRow;
  readonly gain: EventOf<"acquired">;
  readonly loss: EventOf<"lost"> | undefined;
  readonly changesOn: string | null;
}

const periodOf = (row: TakeoverRow): Period[] => {
  if (!row.content.ok) return [];
  const { events, changesOn } = row.content;
  const gain = events.find((event) => event.kind === "acquired");
  return gain ? [{ row, gain, loss: events.find((event) => event.kind === "lost"), changesOn }] : [];
};

/** Gains and losses by day, a change of category where one follows another without a loss; undefined where they do not follow. */
const turnsOf = (rows: readonly TakeoverRow[]) => {
  const periods = rows.flatMap(periodOf).toSorted((a, b) => (a.gain.on < b.gain.on ? -1 : 1));
  const events: LedgerEvent[] = [];
  for (const [at, { row, gain, loss, changesOn }] of periods.entries()) {
    const next = periods[at + 1]?.gain.on;
    const end = loss?.on ?? changesOn;
    if (next !== undefined && (end === null || end > next)) return { ok: false, row } as const;
    if (changesOn !== null && changesOn !== next) return { ok: false, row } as const;
    events.push(periods[at - 1]?.changesOn ? { ...gain, kind: "category-changed" } : gain);
    if (loss !== undefined) events.push(loss);
  }
  return { ok: true, events } as const;
};

const byLine = (a: TakeoverRow, b: TakeoverRow) => a.line - b.line;
const beginOf = (event: LedgerEvent): string => ("from" in event ? event.from : "month" in event ? event.month : "");

/** All rows of a person are rejected because of some of them. */
const rejected = (
  rows: readonly TakeoverRow[],
  bad: readonly (readonly [TakeoverRow, TakeoverReason])[],
): TakeoverPerson => {
  const reasons = new Map(bad);
  return { ok: false, rejects: rows.map((row) => ({ row, reason: reasons.get(row) ?? "other-row-rejected" })) };
};

/** One decision over all rows of a person, whatever the order of rows and files. */
const takeoverPerson = (rows: readonly TakeoverRow[]): TakeoverPerson => {
  const of = (file: TakeoverFile) => rows.filter((row) => row.file === file).toSorted(byLine);
  const rejects = (bad: readonly (readonly [TakeoverRow, TakeoverReason])[]) => rejected(rows, bad);
  const bad = rows.flatMap((row) => (row.content.ok ? [] : [[row, row.content.reason] as const]));
  if (bad.length > 0) return rejects(bad);
  const people = of("people");
  if (people.length === 0) return rejects(rows.map((row) => [row, "no-person"] as const));
  if (people.length > 1) return rejects(people.map((row) => [row, "repeated-person"] as const));
  const incomes = of("incomes").flatMap(({ content }) => (content.ok && content.income ? [content.income] : []));
  if (rows.length > mostRows || incomes.length > mostIncomes)
    return rejects(rows.map((row) => [row, "too-many-rows"] as const));
  const years = incomes.map(({ incomeYear }) => incomeYear);
  const twice = of("incomes").filter((_, at) => years.indexOf(years[at] ?? 0) !== at);
  if (twice.length > 0) return rejects(twice.map((row) => [row, "repeated-income"] as const));
  const turns = turnsOf(of("periods"));
  if (!turns.ok) return rejects([[turns.row, "periods-do-not-follow"]]);
  const eventsIn = (file: TakeoverFile) => of(file).flatMap(({ content }) => (content.ok ? content.events : []));
  const reliefs = eventsIn("reliefs").toSorted((a, b) => {
    const [left, right] = [beginOf(a) + JSON.stringify(a), beginOf(b) + JSON.stringify(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  return {
    ok: true,
    events: [...eventsIn("people"), ...turns.events, ...reliefs],
    incomes: incomes.toSorted((a, b) => a.incomeYear - b.incomeYear),
  };
};

/** The numbers of whoever a row registers. */
export const numbersOf = (events: readonly LedgerEvent[]): readonly (readonly [NumberKind, string])[] =>
  events.flatMap((event) => {
    if (event.kind !== "registered") return [];
    const { basicPensionNumber, individualNumber } = event.facts;
    return [
      ...(basicPensionNumber ? [["basic-pension-number", basicPensionNumber] as const] : []),
      ...(individualNumber ? [["individual-number", individualNumber] as const] : []),
    ];
  });
type NumberKind = "basic-pension-number" | "individual-number";

const numbersIn = ({ content }: TakeoverRow): string[] =>
  content.ok ? numbersOf(content.events).map((each) => each.join(" ")) : [];

/** Someone of an extract, with the decision over all of their rows. */
export interface TakeoverMember {
  readonly atenaNumber: AtenaNumber;
  readonly rows: readonly TakeoverRow[];
  readonly decided: TakeoverPerson;
}

/**
 * Everybody of an extract. People who share a 基礎年金番号 or 個人番号 are all rejected: whose it is, or whether they are
 * one, is not for a machine to say.
 */
export const takeoverPeople = (rows: readonly TakeoverRow[]): readonly TakeoverMember[] => {
  const owners = new Map<string, Set<string>>();
  for (const row of rows)
    for (const number of numbersIn(row)) owners.set(number, (owners.get(number) ?? new Set()).add(row.atenaNumber));
  const isShared = (row: TakeoverRow) => numbersIn(row).some((number) => (owners.get(number)?.size ?? 0) > 1);
  return [...Map.groupBy(rows, ({ atenaNumber }) => atenaNumber)].map(([atenaNumber, own]) => {
    const decided = takeoverPerson(own);
    const shared = own.filter(isShared).map((row) => [row, "shared-number"] as const);
    return { atenaNumber, rows: own, decided: decided.ok && shared.length > 0 ? rejected(own, shared) : decided };
  });
};
