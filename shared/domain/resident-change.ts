import { addDays, type PlainDate } from "../law/calendar.ts";
import { compulsoryAges, lossDay } from "../law/qualification.ts";
import type { EntryId, OfficerId } from "./ids.ts";
import { foldLedger, type Person, type QualificationPeriod } from "./ledger.ts";
import type { LedgerEntry, LedgerEvent } from "./ledger-events.ts";
import type { ResidentChange } from "./resident-change-row.ts";

/** Why a change waits for someone's judgement. */
export const quarantineReasons = {
  "malformed-row": "項目が約束と違い、読めません",
  duplicate: "同じ異動番号で内容の違う異動を取込済みです",
  "unknown-person": "国民年金ファイルに記録のない宛名番号です",
  future: "異動日または届出日が今日より後です",
  "out-of-order": "同じ人の同じ日に同じ連番の異動があり、順序が決まりません",
  contradiction: "記録またはほかの異動と両立しません",
  "needs-judgement": "資格への影響を職員が判断する必要があります",
  "too-many": "同じ人の異動が多すぎ、自動では反映できません",
} as const satisfies Record<string, string>;
export type QuarantineReason = keyof typeof quarantineReasons;

/** みなし届出 (法12条3項): what is proposed for a clerk to confirm. */
export type ProposedFlow = "acquisition" | "loss";

export type ChangeDecision =
  /** No event where nothing of 国民年金ファイル changes. */
  | { readonly outcome: "record"; readonly events: readonly LedgerEvent[] }
  | { readonly outcome: "propose"; readonly flow: ProposedFlow }
  | { readonly outcome: "quarantine"; readonly reason: QuarantineReason };

export interface DecidedChange {
  readonly change: ResidentChange;
  readonly decision: ChangeDecision;
}

const quarantine = (reason: QuarantineReason): ChangeDecision => ({ outcome: "quarantine", reason });
const record = (...events: LedgerEvent[]): ChangeDecision => ({ outcome: "record", events });

/** Changes of one person take effect by 異動日, then by 連番. */
export const changeOrder = (a: ResidentChange, b: ResidentChange): number =>
  a.changedOn < b.changedOn || (a.changedOn === b.changedOn && a.sequence < b.sequence)
    ? -1
    : a.changedOn === b.changedOn && a.sequence === b.sequence
      ? a.changeId < b.changeId
        ? -1
        : 1
      : 1;

const factNames = ["name", "nameKana", "postalCode", "address", "addressSupplement"] as const;

const factsChanged = (change: ResidentChange): LedgerEvent[] => {
  const facts = Object.fromEntries(
    factNames.flatMap((name) => (change[name] === undefined ? [] : [[name, change[name]] as const])),
  );
  if (Object.keys(facts).length === 0) return [];
  // A new address without 方書 has none: the old one must not stay behind.
  const cleared =
    change.address !== undefined && change.addressSupplement === undefined ? { addressSupplement: null } : {};
  return [{ kind: "facts-changed", on: change.changedOn, facts: { ...facts, ...cleared } }];
};

type Residence = "unknown" | "here" | "elsewhere" | "abroad" | "deleted";

const residenceAfter = {
  "moved-in-from-abroad": "here",
  "moved-in": "here",
  "moved-within": "here",
  "moved-out": "elsewhere",
  "moved-out-abroad": "abroad",
  died: "deleted",
  "name-changed": null,
  "household-changed": null,
  "protection-started": null,
  "protection-ended": null,
  "ex-officio-entry": "here",
  "ex-officio-deletion": "deleted",
} as const satisfies Record<ResidentChange["kind"], Residence | null>;

const taken = (earlier: readonly DecidedChange[]) =>
  earlier.filter(({ decision }) => decision.outcome !== "quarantine").map(({ change }) => change);

const residenceOf = (earlier: readonly ResidentChange[]): Residence =>
  earlier.reduce<Residence>((before, { kind }) => residenceAfter[kind] ?? before, "unknown");

/** Only from where each kind can start; kinds left out can start anywhere. */
const startsFrom: Partial<Record<ResidentChange["kind"], readonly Residence[]>> = {
  "moved-in-from-abroad": ["unknown", "elsewhere", "abroad", "deleted"],
  "moved-in": ["unknown", "elsewhere", "abroad", "deleted"],
  "moved-within": ["unknown", "here"],
  "moved-out": ["unknown", "here"],
  "moved-out-abroad": ["unknown", "here", "elsewhere"],
  "name-changed": ["unknown", "here"],
  "household-changed": ["unknown", "here"],
  "ex-officio-entry": ["unknown", "elsewhere", "abroad", "deleted"],
  "ex-officio-deletion": ["unknown", "here", "elsewhere", "abroad", "deleted"],
};

/** What may still be said of someone who has died. */
const afterDeath: readonly ResidentChange["kind"][] = ["ex-officio-deletion", "protection-ended"];

const deathOf = ({ periods }: Person): PlainDate | undefined => {
  const ended = periods.find(({ untilCause }) => untilCause === "death")?.until;
  return ended ? addDays(ended, -1) : undefined;
};

/** The period that a fact of `day` would end on `ends`, one that ended there already, or one with a later turn. */
const periodAt = (
  periods: readonly QualificationPeriod[],
  day: PlainDate,
  ends: PlainDate,
): QualificationPeriod | "ended" | "later-turn" | undefined => {
  const found = periods.find(({ from, until }) => from <= day && (until === null || day < until));
  if (periods.some(({ from, until }) => from > day || (until !== null && until > ends))) return "later-turn";
  if (!found) return undefined;
  return found.until === null ? found : "ended";
};

interface Situation {
  readonly change: ResidentChange;
  /** The ledger without what resident changes recorded, and with what `earlier` of them did or proposes. */
  readonly person: Person;
  readonly earlier: readonly ResidentChange[];
}

type Rule = (situation: Situation) => ChangeDecision;

const changesFacts: Rule = ({ change, person }) =>
  person.facts === null ? quarantine("unknown-person") : record(...factsChanged(change));

/** 届出不要 (則3条かっこ書): lost the day after (法9条1号). Someone not enrolled is only noted. */
const died: Rule = ({ change, person }) => {
  if (person.facts === null) return quarantine("unknown-person");
  const on = lossDay("death", change.changedOn);
  const period = periodAt(person.periods, change.changedOn, on);
  if (period === "later-turn") return quarantine("contradiction");
  return typeof period === "object" ? record({ kind: "lost", on, cause: "death" }) : record();
};

/** Lost the day after (法9条2号), by the 届出 that 住民基本台帳法's stands for; only category 1 is the ward's to lose. */
const movedOutAbroad: Rule = ({ change, person }) => {
  if (person.facts === null) return quarantine("unknown-person");
  const period = periodAt(person.periods, change.changedOn, lossDay("moved-abroad", change.changedOn));
  if (period === "later-turn") return quarantine("contradiction");
  return typeof period === "object" && period.category === "1" ? { outcome: "propose", flow: "loss" } : record();
};

/** Gained on the day (法8条), where the age is 20 to 59 and nothing holds. Someone of another age has nothing on file to change. */
const movedInFromAbroad: Rule = ({ change, person }) => {
  const birthDate = person.facts?.birthDate ?? change.birthDate;
  const period = periodAt(person.periods, change.changedOn, change.changedOn);
  if (period === "later-turn") return quarantine("contradiction");
  if (typeof period === "object" && period.category === "1") return quarantine("contradiction");
  // 在外の任意加入 ends with the return and gives way to 第1号: two acts, in an order that a clerk sets.
  if (typeof period === "object" && period.category !== "2" && period.category !== "3")
    return quarantine("needs-judgement");
  if (typeof period !== "object" && birthDate !== undefined) {
    const { from, until } = compulsoryAges(birthDate);
    if (from <= change.changedOn && change.changedOn < until) return { outcome: "propose", flow: "acquisition" };
  }
  return person.facts === null ? record() : record(...factsChanged(change));
};

/**
 * 職権消除 says that someone is not found living there, not that they left Japan: whether 資格 is lost is for the ward to
 * look into (no article makes it a cause of loss), so an enrolled person's waits for judgement.
 */
const deleted: Rule = ({ change, person }) => {
  if (person.facts === null) return quarantine("unknown-person");
  const period = person.periods.find(({ from, until }) => from <= change.changedOn && until === null);
  return period === undefined ? record() : quarantine("needs-judgement");
};

const protects =
  (on: boolean): Rule =>
  ({ person }) => {
    if (person.facts === null) return quarantine("unknown-person");
    if (!on && !person.addressProtected) return quarantine("contradiction");
    return record({ kind: "address-protected", protected: on });
  };

const rules: Readonly<Record<ResidentChange["kind"], Rule>> = {
  "moved-in-from-abroad": movedInFromAbroad,
  "moved-in": changesFacts,
  "moved-within": changesFacts,
  "moved-out": changesFacts,
  "moved-out-abroad": movedOutAbroad,
  died,
  "name-changed": changesFacts,
  "household-changed": changesFacts,
  "protection-started": protects(true),
  "protection-ended": protects(false),
  "ex-officio-entry": changesFacts,
  "ex-officio-deletion": deleted,
};

/** What a decision does, or would do once confirmed, to the periods that later changes are held against. */
const effectsOf = ({ change, decision }: DecidedChange): readonly LedgerEvent[] => {
  if (decision.outcome === "record") return decision.events;
  if (decision.outcome === "quarantine") return [];
  return decision.flow === "loss"
    ? [{ kind: "lost", on: lossDay("moved-abroad", change.changedOn), cause: "moved-abroad" }]
    : [{ kind: "acquired", on: change.changedOn, category: "1", cause: "moved-into-japan" }];
};

const asEntry = (events: readonly LedgerEvent[], at: number): LedgerEntry => ({
  // After every entry on file, whose numbers have six digits.
  id: `~${String(at).padStart(6, "0")}` as EntryId,
  recordedAt: "2000-01-01T00:00:00.000Z" as LedgerEntry["recordedAt"],
  recordedBy: "resident-record" as OfficerId,
  source: { kind: "takeover" },
  events: [...events],
});

/**
 * What becomes of one change of a person whose ledger, without any resident change, is `entries`. `earlier` are the
 * person's changes before it in {@link changeOrder}, decided; `today` the day of the decision in Japan.
 */
export const decideChange = (
  change: ResidentChange,
  entries: readonly LedgerEntry[],
  earlier: readonly DecidedChange[],
  today: PlainDate,
): ChangeDecision => {
  if (change.changedOn > today || change.notifiedOn > today) return quarantine("future");
  const effects = earlier.map(effectsOf).filter((events) => events.length > 0);
  const person = foldLedger([...entries, ...effects.map(asEntry)]);
  const { facts } = person;
  const before = taken(earlier);
  const birthDate = facts?.birthDate ?? change.birthDate;
  if (birthDate !== undefined && change.changedOn < birthDate) return quarantine("contradiction");
  if (facts && change.birthDate !== undefined && change.birthDate !== facts.birthDate)
    return quarantine("contradiction");
  const death = before.find(({ kind }) => kind === "died")?.changedOn ?? deathOf(person);
  if (death !== undefined && change.kind !== "died" && !afterDeath.includes(change.kind) && change.changedOn >= death)
    return quarantine("contradiction");
  if (change.kind === "died" && before.some(({ kind }) => kind === "died")) return quarantine("contradiction");
  const from = startsFrom[change.kind];
  if (from && death === undefined && !from.includes(residenceOf(before))) return quarantine("contradiction");
  return rules[change.kind]({ change, person, earlier: before });
};
