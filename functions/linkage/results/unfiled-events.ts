import { isDeepStrictEqual } from "node:util";
import type { ResultRecord } from "../../../shared/documents/result-record.ts";
import type { FilingId } from "../../../shared/domain/ids.ts";
import type { LedgerEntry, LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import type { RecordedExemption } from "../../../shared/domain/recorded-reliefs.ts";
import { mergedSpans, type ReliefSpan } from "../../../shared/domain/relief-spans.ts";
import { contains, type MonthSpan } from "../../../shared/law/month-span.ts";
import type { Mismatch } from "../../../shared/stores/imports.ts";
import type { LoadedPerson } from "../../../shared/stores/people.ts";
import { ownChangeEvents } from "./award-events.ts";
import { exemptedBy } from "./granted-events.ts";

const meet = (a: MonthSpan, b: MonthSpan) => contains(a, b.from) || contains(b, a.from);

const spansOf = (exemptions: readonly RecordedExemption[]): ReliefSpan[] =>
  mergedSpans(exemptions.map(({ type, from, until }) => ({ kind: type, from, until })));

/** 継続審査の申出 is at its end: the person has to apply anew (則の継続審査の規定). */
const reviewRefused = ({ processedOn }: ResultRecord, { person }: LoadedPerson): LedgerEvent[] =>
  person.reliefs.continuation === false ? [] : [{ kind: "continuation-wished", on: processedOn, wished: false }];

/**
 * The months 日本年金機構 grants by 継続審査. What was recorded of that review for the same months, by it or at the counter
 * (`alike`), gives way; the very same is made 確定, or left as it is where it is 確定 already.
 */
const reviewGranted = (
  grants: readonly ReliefSpan[],
  { entries, person }: LoadedPerson,
  alike: ReadonlySet<FilingId>,
): LedgerEvent[] => {
  const met = person.reliefs.exemptions.filter((span) => grants.some((grant) => meet(span, grant)));
  const settled = met.filter(({ standing }) => standing === "confirmed");
  if (grants.every((grant) => spansOf(settled).some((span) => isDeepStrictEqual(span, grant)))) return [];

  const ofReview = ({ source }: LedgerEntry) =>
    source.kind === "jps" || (source.kind === "filing" && alike.has(source.filingId));
  const reviewed = new Set(entries.filter(ofReview).map(({ id }) => id));
  const before = met.filter(({ entry }) => reviewed.has(entry));
  const stale = [...new Set(before.map(({ entry }) => entry))];
  if (isDeepStrictEqual(spansOf(before), mergedSpans(grants))) return [{ kind: "confirmed", entries: stale }];
  return [
    ...(stale.length > 0 ? [{ kind: "voided", entries: stale, why: "decided" } as const] : []),
    ...grants.flatMap((grant) => exemptedBy(grant) ?? []),
  ];
};

/** 育児期間免除 of the 実母, which needs no filing: of a child already on record the months of 日本年金機構 stand. */
const childcareApplied = (
  { grants: [grant] = [], childBornOn }: ResultRecord,
  { person }: LoadedPerson,
): LedgerEvent[] => {
  if (!grant || grant.until === null || childBornOn === undefined) return [];
  const { from, until } = grant;
  const recorded = person.reliefs.childcare.find((one) => one.childBornOn === childBornOn);
  if (recorded?.standing === "confirmed" && recorded.from === from && recorded.until === until) return [];
  return [{ kind: "childcare-exempted", childBornOn, parent: "mother", from, until }];
};

/** What a line that nobody filed for adds to the ledger: nothing where the same is on record; or why it finds nothing to change. `alike`: filings of the same 手続, recorded at the counter. */
export const unfiledEvents = (
  record: ResultRecord,
  loaded: LoadedPerson,
  alike: ReadonlySet<FilingId>,
): readonly LedgerEvent[] | Mismatch => {
  if (record.award !== undefined) return ownChangeEvents(record, record.award, loaded.person.recipients);
  if (record.form === "B18") return childcareApplied(record, loaded);
  return record.result === "rejected"
    ? reviewRefused(record, loaded)
    : reviewGranted(record.grants ?? [], loaded, alike);
};
