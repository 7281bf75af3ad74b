import { acquisitionCauses, categories, lossCauses } from "../../../shared/domain/causes.ts";
import { foldLedger } from "../../../shared/domain/ledger.ts";
import { type LedgerEntry, ledgerEntry } from "../../../shared/domain/ledger-events.ts";
import { recordedMonths } from "../../../shared/domain/months.ts";
import type { RecordItemId } from "../../../shared/domain/record-items.ts";
import { monthOf, type PlainDate } from "../../../shared/law/calendar.ts";
import type { ReturnedRow } from "../../erasure/leaving/open-rows.ts";
import { reliefView } from "../../people/relief-view.ts";
import { standings } from "../../people/standings.ts";
import { isOfTheSystem, labelOf } from "./labels.ts";
import { type Leaf, leavesOf } from "./leaves.ts";
import { saysWho, whoDid } from "./officers.ts";
import { isOfAnother } from "./others.ts";
import { isTold, type ToldKind, toldKinds } from "./told-kinds.ts";
import type { LeftOut, ToldField, ToldRecord } from "./told-record.ts";
import { wordOf } from "./words.ts";

/** The key of a row without the pseudonym that it may hold. */
const nameIn = ({ pk, sk, owner }: ReturnedRow): string =>
  [pk, sk]
    .map((part) => (owner === null ? part : part.replace(owner, "")).replace(/#$/, ""))
    .filter((part) => part !== "" && part !== "PERSON" && part !== "HISTORY")
    .join("/");

const names: Partial<Record<ToldKind, (row: ReturnedRow) => string>> = {
  filing: ({ sk }) => sk,
  "queue-entry": ({ sk }) => sk,
  income: ({ pk }) => pk.slice("YEAR#".length, -"#x".length),
  "income-correction": ({ sk }) => sk,
};

/** By what an officer names a record that is withheld. */
const recordName = (kind: ToldKind, row: ReturnedRow): string => `${kind}:${(names[kind] ?? nameIn)(row)}`;

/** What was sealed under one attribute, or all of it by its attributes. */
const openedIn = ({ opened }: ReturnedRow): unknown => opened.sealed ?? opened;

const leavesIn = (kind: ToldKind, row: ReturnedRow): readonly Leaf[] => {
  const { rows, opened = [] } = toldKinds[kind];
  return [...leavesOf(rows, row.row), ...leavesOf(opened, openedIn(row))].filter((leaf) => !isOfTheSystem(leaf));
};

/** A test holds every stored field to a name; one that comes in all the same keeps its own, since the person is to be told it. */
const labelled = (leaf: Leaf): string => labelOf(leaf) ?? leaf.name;

const fieldOf = (leaf: Leaf): ToldField => ({
  name: leaf.path,
  label: labelled(leaf),
  value: saysWho(leaf.name) && leaf.value !== null ? whoDid(String(leaf.value)) : wordOf(leaf),
});

const hidden = (leaf: Leaf): LeftOut => ({ name: leaf.path, label: labelled(leaf), reason: "78-1-2" });

/** A stored row as it is told, and the items of 別添1 that were read for it; undefined for a kind that is not. */
export const toldRow = (
  row: ReturnedRow,
): { readonly record: ToldRecord; readonly items: readonly RecordItemId[] } | undefined => {
  const { kind } = row;
  if (!isTold(kind) || kind === "trail-entry") return undefined;
  const leaves = leavesIn(kind, row);
  const others = new Set(leaves.filter(isOfAnother));
  return {
    record: {
      record: recordName(kind, row),
      kind,
      fields: leaves.filter((leaf) => !others.has(leaf)).map(fieldOf),
      leftOut: [...others].map(hidden),
    },
    items: [...new Set(leaves.flatMap(({ mark }) => (mark.kind === "item" ? [mark.id] : [])))],
  };
};

const causes: Readonly<Record<string, string>> = {
  ...acquisitionCauses,
  ...lossCauses,
  "category-changed": "種別変更",
};

/** 被保険者期間 as the ledger gives it, month by month until today; undefined for somebody who never had a period. */
export const toldMonths = (rows: readonly ReturnedRow[], today: PlainDate): ToldRecord | undefined => {
  const entries = rows
    .filter(({ kind }) => kind === "ledger-entry")
    .map((row): LedgerEntry => ledgerEntry.parse(openedIn(row)));
  const person = foldLedger(entries);
  const [first] = person.periods.map(({ from }) => from).toSorted();
  if (first === undefined) return undefined;
  const fields = recordedMonths(person, monthOf(first), monthOf(today)).map((recorded): ToldField => {
    const { month, category, period, relief, additionalPremium } = recorded;
    const view = relief && reliefView(relief);
    const said = [
      category === null ? "被保険者でない" : categories[category],
      period && `${causes[period.fromCause] ?? ""}(${period.from}から、${standings[period.fromStanding]})`,
      view && `${view.label}(${view.standingLabel})`,
      additionalPremium ? "付加保険料" : null,
    ];
    return { name: month, label: month, value: said.filter((each) => each !== null).join(" ") };
  });
  return { record: "months:all", kind: "months", fields, leftOut: [] };
};
