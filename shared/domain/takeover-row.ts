import type { BeyondAssessment } from "./beyond-assessment.ts";
import type { AtenaNumber } from "./ids.ts";
import { type IncomeRow, incomeRow } from "./income-row.ts";
import { type LedgerEvent, ledgerEvent } from "./ledger-events.ts";
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
  "shared-number": "ほかの人の行に同じ基礎年金番号か個人番号があります",
  "number-on-file": "同じ基礎年金番号か個人番号で、すでにほかの人が記録されています",
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
  readonly atenaNumber: AtenaNumber;
  readonly content: RowContent;
}

const refused = (reason: TakeoverReason, ...fields: readonly string[]): RowContent => ({ ok: false, reason, fields });

/**
 * Events as far as their schemas, which are made of items of 別添1, let them in.
 * @param fields of each candidate, by the key of the event, the field of the row that it came from, where the two differ.
 */
const eventsOf = (
  candidates: readonly Readonly<Record<string, unknown>>[],
  fields: readonly Readonly<Record<string, string>>[] = [],
): RowContent => {
  const events: LedgerEvent[] = [];
  for (const [at, candidate] of candidates.entries()) {
    const fieldOf = (key: string): string => fields[at]?.[key] ?? key;
    const given = Object.fromEntries(Object.entries(candidate).filter(([, value]) => value !== undefined));
    const parsed = ledgerEvent.safeParse(given);
    if (!parsed.success)
      return refused(
        "malformed-row",
        ...new Set(parsed.error.issues.map(({ path }) => fieldOf(String(path.at(-1) ?? "")))),
      );
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
        eventsOf(
          [
            {
              kind: "exempted",
              type: cells.exemptionType,
              from,
              until: until ?? null,
              reason: cells.exemptionReason,
              noticedOn: cells.noticedOn,
            },
          ],
          [{ type: "exemptionType", reason: "exemptionReason" }],
        ),
      );
    case "additional":
      return onlyWith(cells, ["from", "until", "additionalType", "additionalEndCause"], () =>
        eventsOf(
          [
            { kind: "additional-premium-started", month: from, type: cells.additionalType },
            ...(until === undefined && cells.additionalEndCause === undefined
              ? []
              : [{ kind: "additional-premium-ended", month: until, cause: cells.additionalEndCause }]),
          ],
          [
            { month: "from", type: "additionalType" },
            { month: "until", cause: "additionalEndCause" },
          ],
        ),
      );
    case "maternity":
      return onlyWith(cells, ["from", "until", "maternityOn", "maternityType"], () =>
        eventsOf(
          [{ kind: "maternity-exempted", on: cells.maternityOn, type: cells.maternityType, from, until }],
          [{ on: "maternityOn", type: "maternityType" }],
        ),
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
  const gain = { kind: "acquired", on: from, category, cause: fromCause, expiresOn, exOfficio };
  // 種別変更日: where no cause is given the next period begins that day; the cause stands in to have the day itself read.
  const loss = until === undefined ? [] : [{ kind: "lost", on: until, cause: untilCause ?? "age-60" }];
  const content = eventsOf(
    [exOfficio === false ? { ...gain, exOfficio: undefined } : gain, ...loss],
    [
      { on: "from", cause: "fromCause" },
      { on: "until", cause: "untilCause" },
    ],
  );
  // What is no day at all is told before what is out of order.
  if (content.ok && typeof until === "string" && until <= String(from)) return refused("malformed-row", "until");
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
