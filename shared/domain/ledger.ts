import * as z from "zod";
import { dayAt, type PlainDate } from "../law/calendar.ts";
import type { Category } from "../law/qualification.ts";
import type { EntryId, FilingId, ImportId, OfficerId } from "./ids.ts";
import { type PersonFacts, personFacts } from "./person.ts";
import { administrative, item } from "./record-items.ts";
import { filingIdSchema, instantSchema, plainDateSchema } from "./values.ts";

/** 種別. */
export const categories = {
  "1": "第1号被保険者",
  "2": "第2号被保険者",
  "3": "第3号被保険者",
  voluntary: "任意加入被保険者",
  "special-voluntary": "特例任意加入被保険者",
} as const satisfies Record<Category, string>;

/** 資格取得・種別変更の事由. */
export const acquisitionCauses = {
  "turned-20": "20歳到達",
  "new-law": "昭和61年4月の新法施行",
  "moved-into-japan": "国外からの転入",
  "exclusion-ended": "適用除外に該当しなくなった",
  "left-employees-pension": "厚生年金の資格喪失(退職など)",
  "joined-employees-pension": "厚生年金の資格取得",
  "became-dependent-spouse": "第2号被保険者の被扶養配偶者になった",
  "spouse-left-employment": "配偶者の退職",
  "spouse-turned-65": "配偶者の65歳到達",
  divorced: "離婚",
  "income-increased": "収入の増加",
  "spouse-died": "配偶者の死亡",
} as const satisfies Record<string, string>;
export type AcquisitionCause = keyof typeof acquisitionCauses;

/** 資格喪失の原因. */
export const lossCauses = {
  "moved-abroad": "国外への転出",
  "old-age-benefit": "老齢給付の受給権を得た",
  excluded: "適用除外に該当した",
  death: "死亡",
  "age-60": "60歳到達",
  "age-65": "65歳到達",
  "left-employees-pension": "厚生年金の資格喪失(60歳以後)",
} as const satisfies Record<string, string>;

const keysOf = <Key extends string>(table: Record<Key, unknown>) => Object.keys(table) as [Key, ...Key[]];

export const acquisitionCauseSchema = z.enum(keysOf(acquisitionCauses));
export const lossCauseSchema = z.enum(keysOf(lossCauses));
export const categorySchema = z.enum(keysOf(categories));

const entryId = z.string().transform((value) => value as EntryId);

/** Why an earlier entry no longer counts. */
export const voidReasons = {
  withdrawn: "取下げ",
  "under-correction": "補正",
  returned: "返戻",
  rejected: "却下",
  amended: "訂正",
} as const satisfies Record<string, string>;

const kind = <Name extends string>(name: Name) => administrative(z.literal(name), "出来事の種類");

/** What can be recorded of a person. `on` is the day it took effect. */
export const ledgerEvent = z.discriminatedUnion("kind", [
  z.strictObject({ kind: kind("registered"), facts: personFacts }),
  z.strictObject({
    kind: kind("acquired"),
    on: item("insured.acquisitionDate", plainDateSchema),
    category: item("insured.insuredCategory", categorySchema),
    cause: item("insured.acquisitionReason", acquisitionCauseSchema),
  }),
  z.strictObject({
    kind: kind("category-changed"),
    on: item("insured.acquisitionDate", plainDateSchema),
    category: item("insured.insuredCategory", categorySchema),
    cause: item("insured.acquisitionReason", acquisitionCauseSchema),
  }),
  z.strictObject({
    kind: kind("lost"),
    on: item("insured.lossDate", plainDateSchema),
    cause: item("insured.lossCause", lossCauseSchema),
  }),
  z.strictObject({
    kind: kind("confirmed"),
    entries: z.array(administrative(entryId, "確定した記録の番号")),
  }),
  z.strictObject({
    kind: kind("voided"),
    entries: z.array(administrative(entryId, "取り消した記録の番号")),
    why: administrative(z.enum(keysOf(voidReasons)), "取り消した理由の区分"),
  }),
]);
export type LedgerEvent = z.infer<typeof ledgerEvent>;

/** What gave rise to an entry: a 届出, a line of a 処理結果一覧, or the taking over of a record already settled by 日本年金機構. */
export const entrySource = z.discriminatedUnion("kind", [
  z.strictObject({ kind: kind("filing"), filingId: administrative(filingIdSchema, "受付番号") }),
  z.strictObject({
    kind: kind("result"),
    filingId: administrative(filingIdSchema, "受付番号"),
    importId: administrative(
      z.string().transform((value) => value as ImportId),
      "取込番号",
    ),
  }),
  z.strictObject({ kind: kind("takeover") }),
]);

/** One recording, never changed once written. Entries of a person are ordered by `id`, which begins with the time of recording. */
export const ledgerEntry = z.strictObject({
  id: administrative(entryId, "記録の番号"),
  recordedAt: administrative(instantSchema, "記録した時"),
  recordedBy: administrative(
    z.string().transform((value) => value as OfficerId),
    "記録した職員",
  ),
  source: entrySource,
  events: z.array(ledgerEvent).min(1),
});
export type LedgerEntry = z.infer<typeof ledgerEntry>;

/** 参考 (the ward's reading) or 確定 (日本年金機構 has settled it). */
export type Standing = "provisional" | "confirmed";

/** A stretch under one category: from `from` up to, not including, `until` (喪失日 or 種別変更日); open while `until` is null. */
export interface QualificationPeriod {
  readonly category: Category;
  readonly from: PlainDate;
  readonly fromCause: z.infer<typeof acquisitionCauseSchema>;
  readonly fromStanding: Standing;
  readonly until: PlainDate | null;
  readonly untilCause: z.infer<typeof lossCauseSchema> | "category-changed" | null;
  readonly untilStanding: Standing | null;
}

/** What the ledger says of a person. `facts` is null while nothing that counts has registered them. */
export interface Person {
  readonly facts: PersonFacts | null;
  readonly periods: readonly QualificationPeriod[];
  /** Entries that still count, by the filing they came from: what a withdrawal or a result has to reach. */
  readonly entriesByFiling: Readonly<Record<FilingId, readonly EntryId[]>>;
}

const entryOrder = (a: LedgerEntry, b: LedgerEntry) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Entries not voided by one that itself counts: voiding a voiding restores. */
const standingEntries = (entries: readonly LedgerEntry[]): LedgerEntry[] => {
  const voided = new Set<EntryId>();
  return entries.toReversed().filter((entry) => {
    if (voided.has(entry.id)) return false;
    for (const event of entry.events) if (event.kind === "voided") for (const id of event.entries) voided.add(id);
    return true;
  });
};

type Turn = Extract<LedgerEvent, { kind: "acquired" | "category-changed" | "lost" }> & { readonly standing: Standing };

const isTurn = (event: LedgerEvent) =>
  event.kind === "acquired" || event.kind === "category-changed" || event.kind === "lost";

const periodsOf = (turns: readonly Turn[]): QualificationPeriod[] => {
  const periods: QualificationPeriod[] = [];
  for (const turn of turns) {
    const open = periods.at(-1);
    if (open && open.until === null)
      periods[periods.length - 1] = {
        ...open,
        until: turn.on,
        untilCause: turn.kind === "lost" ? turn.cause : "category-changed",
        untilStanding: turn.standing,
      };
    if (turn.kind !== "lost")
      periods.push({
        category: turn.category,
        from: turn.on,
        fromCause: turn.cause,
        fromStanding: turn.standing,
        until: null,
        untilCause: null,
        untilStanding: null,
      });
  }
  return periods.filter((period) => period.from !== period.until);
};

/**
 * The person as the entries tell it: a pure fold, the same for any order in which `entries` are handed over.
 * Events count by the day they took effect; of one day, in the order they were recorded.
 */
export const foldLedger = (entries: readonly LedgerEntry[]): Person => {
  const counting = standingEntries(entries.toSorted(entryOrder)).reverse();
  const confirmed = new Set(
    counting.flatMap((entry) => entry.events.flatMap((event) => (event.kind === "confirmed" ? event.entries : []))),
  );
  const standingOf = (entry: LedgerEntry): Standing =>
    entry.source.kind !== "filing" || confirmed.has(entry.id) ? "confirmed" : "provisional";
  const turns = counting
    .flatMap((entry) =>
      entry.events.flatMap((event) => (isTurn(event) ? [{ ...event, standing: standingOf(entry) } as Turn] : [])),
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const entriesByFiling: Record<FilingId, EntryId[]> = {};
  for (const { id, source, events } of counting)
    if (source.kind !== "takeover" && events.some(isTurn))
      entriesByFiling[source.filingId] = [...(entriesByFiling[source.filingId] ?? []), id];
  const registered = counting
    .flatMap((entry) => entry.events)
    .findLast((event): event is Extract<LedgerEvent, { kind: "registered" }> => event.kind === "registered");
  return { facts: registered?.facts ?? null, periods: periodsOf(turns), entriesByFiling };
};

/** The ledger as it was believed at the end of `knownOn` (recorded by then). */
export const knownBy = (entries: readonly LedgerEntry[], knownOn: PlainDate): LedgerEntry[] =>
  entries.filter((entry) => dayAt(entry.recordedAt) <= knownOn);

/** The period that covers `day`, if any. */
export const periodOn = (periods: readonly QualificationPeriod[], day: PlainDate): QualificationPeriod | undefined =>
  periods.find((period) => period.from <= day && (period.until === null || day < period.until));
