import { lengthOf, spanOf } from "../law/month-span.ts";
import type { BeyondAssessment } from "./beyond-assessment.ts";
import { type IncomeRow, incomeRow } from "./income-row.ts";
import { type EventOf, type LedgerEvent, ledgerEvent } from "./ledger-events.ts";
import type { TakeoverFile } from "./takeover-mapping.ts";

/** Why a row of an extract is not taken in. A person is taken in whole or not at all. */
export const takeoverReasons = {
  "malformed-row": "項目の値が約束と違います",
  "beyond-assessment": "評価書(別添1)にない項目です。評価書の修正が要ります",
  "no-person": "people.csvにこの人の行がありません",
  "repeated-person": "people.csvに同じ宛名番号の行が二つ以上あります",
  "repeated-income": "同じ人・同じ年の所得情報が二つ以上あります",
  "periods-do-not-follow": "資格の期間が重なるか、終わりの理由がありません",
  "too-many-rows": "一人の行が多すぎます",
  "already-on-file": "この人はすでに別の内容で記録されています",
  "other-row-rejected": "同じ人のほかの行を受け取れないため、この行も受け取りません",
} as const satisfies Record<string, string>;
export type TakeoverReason = keyof typeof takeoverReasons;

type Cells = Readonly<Record<string, string | number | boolean>>;

/** What a row says, or why it cannot be taken; `columns` are the fields at fault. */
export type RowContent =
  | {
      readonly ok: true;
      readonly events: readonly LedgerEvent[];
      readonly income: IncomeRow | null;
      /** The day on which a period gives way to another without a loss (種別変更日). */
      readonly changesOn: string | null;
    }
  | { readonly ok: false; readonly reason: TakeoverReason; readonly fields: readonly string[] };

export interface TakeoverRow {
  readonly file: TakeoverFile;
  readonly line: number;
  readonly atenaNumber: string;
  readonly content: RowContent;
}

const refused = (reason: TakeoverReason, ...fields: readonly string[]): RowContent => ({ ok: false, reason, fields });

/** Events as far as their schemas, which are made of items of 別添1, let them in. Each candidate names the field of each key. */
const eventsOf = (candidates: readonly Readonly<Record<string, unknown>>[]): RowContent => {
  const events: LedgerEvent[] = [];
  for (const candidate of candidates) {
    const given = Object.fromEntries(Object.entries(candidate).filter(([, value]) => value !== undefined));
    const parsed = ledgerEvent.safeParse(given);
    if (!parsed.success)
      return refused("malformed-row", ...new Set(parsed.error.issues.map(({ path }) => String(path.at(-1) ?? ""))));
    events.push(parsed.data);
  }
  return { ok: true, events, income: null, changesOn: null };
};

/** A row has no cell that its 区分 does not know. */
const onlyWith = (cells: Cells, fields: readonly string[], content: () => RowContent): RowContent => {
  const strange = Object.keys(cells).filter((name) => !["atenaNumber", "record", ...fields].includes(name));
  return strange.length > 0 ? refused("malformed-row", ...strange) : content();
};

const reliefContent = (cells: Cells): RowContent => {
  const { from, until, record } = cells;
  switch (record) {
    case "exemption":
      return onlyWith(cells, ["from", "until", "exemptionType", "exemptionReason", "noticedOn"], () =>
        eventsOf([
          {
            kind: "exempted",
            type: cells.exemptionType,
            from,
            until: until ?? null,
            reason: cells.exemptionReason,
            noticedOn: cells.noticedOn,
          },
        ]),
      );
    case "additional":
      return onlyWith(cells, ["from", "until", "additionalType", "additionalEndCause"], () =>
        eventsOf([
          { kind: "additional-premium-started", month: from, type: cells.additionalType },
          ...(until === undefined && cells.additionalEndCause === undefined
            ? []
            : [{ kind: "additional-premium-ended", month: until, cause: cells.additionalEndCause }]),
        ]),
      );
    case "maternity":
      return onlyWith(cells, ["from", "until", "maternityOn", "maternityType"], () =>
        eventsOf([{ kind: "maternity-exempted", on: cells.maternityOn, type: cells.maternityType, from, until }]),
      );
    case "childcare":
      return refused("beyond-assessment", "record");
    default:
      return refused("malformed-row", "record");
  }
};

const inOrder = (content: RowContent, from: unknown, until: unknown): RowContent =>
  content.ok && typeof until === "string" && until < String(from) ? refused("malformed-row", "until") : content;

const periodContent = ({ from, until, category, fromCause, untilCause, expiresOn, exOfficio }: Cells): RowContent => {
  if (until === undefined && untilCause !== undefined) return refused("malformed-row", "until");
  if (typeof until === "string" && until <= String(from)) return refused("malformed-row", "until");
  const gain = { kind: "acquired", on: from, category, cause: fromCause, expiresOn, exOfficio };
  // 種別変更日: where no cause is given the next period begins that day; the cause stands in to have the day itself read.
  const loss = until === undefined ? [] : [{ kind: "lost", on: until, cause: untilCause ?? "age-60" }];
  const content = eventsOf([exOfficio === false ? { ...gain, exOfficio: undefined } : gain, ...loss]);
  return content.ok && until !== undefined && untilCause === undefined
    ? { ...content, events: content.events.slice(0, 1), changesOn: String(until) }
    : content;
};

const incomeContent = (cells: Cells, covered: ReadonlySet<BeyondAssessment>): RowContent => {
  const parsed = incomeRow.safeParse(cells);
  if (!parsed.success)
    return refused("malformed-row", ...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? ""))));
  if (parsed.data.headDependants !== undefined && !covered.has("head-dependants"))
    return refused("beyond-assessment", "headDependants");
  return { ok: true, events: [], income: parsed.data, changesOn: null };
};

/** What the cells of a row say. */
export const rowContent = (file: TakeoverFile, cells: Cells, covered: ReadonlySet<BeyondAssessment>): RowContent => {
  switch (file) {
    case "people":
      return eventsOf([{ kind: "registered", facts: cells }]);
    case "periods":
      return periodContent(cells);
    case "reliefs":
      return inOrder(reliefContent(cells), cells.from, cells.until);
    case "incomes":
      return incomeContent(cells, covered);
  }
};

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

/** One decision over all rows of a person, whatever the order of rows and files. */
export const takeoverPerson = (rows: readonly TakeoverRow[]): TakeoverPerson => {
  const of = (file: TakeoverFile) => rows.filter((row) => row.file === file).toSorted(byLine);
  const rejects = (bad: readonly (readonly [TakeoverRow, TakeoverReason])[]): TakeoverPerson => {
    const reasons = new Map(bad);
    return { ok: false, rejects: rows.map((row) => ({ row, reason: reasons.get(row) ?? "other-row-rejected" })) };
  };
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

/** Control totals by name: `people`, `periods.1`, `exempted-months.full`, `income.2025` (円), … */
export type Totals = Readonly<Record<string, number>>;

export const addTotals = (a: Totals, b: Totals): Totals => {
  const sum: Record<string, number> = { ...a };
  for (const [name, value] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + value;
  return sum;
};

/** What one event adds to the control totals. 法定免除 without an end counts as a span without months. */
const totalsOfEvent = (event: LedgerEvent): Totals => {
  switch (event.kind) {
    case "registered":
      return { people: 1 };
    case "acquired":
    case "category-changed":
      return { [`periods.${event.category}`]: 1 };
    case "lost":
      return { losses: 1 };
    case "exempted":
      return event.until === null
        ? { [`exempted-without-end.${event.type}`]: 1 }
        : { [`exempted-months.${event.type}`]: lengthOf(spanOf(event.from, event.until)) };
    case "maternity-exempted":
      return { "exempted-months.maternity": lengthOf(spanOf(event.from, event.until)) };
    case "additional-premium-started":
      return { "additional-premiums": 1 };
    default:
      return {};
  }
};

export const totalsOfEvents = (events: readonly LedgerEvent[]): Totals =>
  events.map(totalsOfEvent).reduce(addTotals, {});

/** 所得金額 of 被保険者, 円, by year. */
export const totalsOfIncome = (year: number, insuredIncome: number | null | undefined): Totals => ({
  [`incomes.${year}`]: 1,
  [`income.${year}`]: insuredIncome ?? 0,
});

export interface Difference {
  readonly name: string;
  readonly told: number;
  readonly found: number;
}

export const differences = (told: Totals, found: Totals): Difference[] =>
  [...new Set([...Object.keys(told), ...Object.keys(found)])].toSorted().flatMap((name) => {
    const [a, b] = [told[name] ?? 0, found[name] ?? 0];
    return a === b ? [] : [{ name, told: a, found: b }];
  });
