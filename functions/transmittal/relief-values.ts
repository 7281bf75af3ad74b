import * as z from "zod";
import type { ReportItem } from "../../shared/documents/report.ts";
import { mostSpans, type SpanItem, spanValues } from "../../shared/documents/span-items.ts";
import type { LedgerEvent } from "../../shared/domain/ledger-events.ts";
import { mergedSpans } from "../../shared/domain/relief-spans.ts";
import type { FlowReport, StoredFiling } from "../../shared/flows/define.ts";

type Values = Partial<Record<ReportItem, string>>;

/** What the forms of 免除 say beside what the ledger takes from them. The flow's own schema has read it before; whatever is not named here is not reported. */
const formDetails = z
  .object({
    spouse: z.object({ name: z.string(), birthDate: z.string(), individualNumber: z.string().optional() }).nullable(),
    headOfHousehold: z.string(),
    continuation: z.boolean(),
    grounds: z.array(z.object({ whose: z.string(), reason: z.string() })),
    schoolName: z.string(),
    schoolAddress: z.string(),
    enrolment: z.object({ from: z.string(), until: z.string() }),
    dayIs: z.string(),
    /** B15: the day recorded before. */
    recordedOn: z.string(),
    /** B17-2: the birthday recorded before. */
    recordedBornOn: z.string(),
  })
  .partial();

const wished = (continuation: boolean) => (continuation ? "wished" : "not-wished");

const stated = (values: Readonly<Partial<Record<ReportItem, string | undefined>>>): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const detailed = (details: StoredFiling["details"]): Values => {
  const { spouse, grounds, enrolment, continuation, ...said } = formDetails.parse(details);
  return stated({
    spouseName: spouse?.name,
    spouseBirthDate: spouse?.birthDate,
    spouseIndividualNumber: spouse?.individualNumber,
    headOfHousehold: said.headOfHousehold,
    continuation: continuation === undefined ? undefined : wished(continuation),
    grounds: grounds?.length ? grounds.map(({ whose, reason }) => `${whose}:${reason}`).join(",") : undefined,
    schoolName: said.schoolName,
    schoolAddress: said.schoolAddress,
    enrolmentFrom: enrolment?.from,
    enrolmentUntil: enrolment?.until,
    maternityDayIs: said.dayIs,
    maternityDayWas: said.recordedOn,
    childBornWas: said.recordedBornOn,
  });
};

/** What the ledger took: the months are the law's, not the form's. */
const recorded = (event: LedgerEvent): Values => {
  switch (event.kind) {
    case "exemption-applied":
      return {
        appliedFrom: event.from,
        appliedUntil: event.until,
        ...(event.wish.length > 0 ? { wish: event.wish.join(",") } : {}),
      };
    case "exemption-ended":
      return { exemptionUntil: event.lastMonth, exemptionEnd: event.cause };
    case "payment-chosen":
      return { paymentFrom: event.from, ...(event.until === null ? {} : { paymentUntil: event.until }) };
    case "payment-choice-ended":
      return { paymentUntil: event.lastMonth };
    case "continuation-wished":
      return { continuation: wished(event.wished) };
    case "maternity-exempted":
      return {
        maternityDay: event.on,
        maternityType: event.type,
        exemptionFrom: event.from,
        exemptionUntil: event.until,
      };
    case "childcare-exempted":
      return {
        childBornOn: event.childBornOn,
        parent: event.parent,
        ...(event.adoptedOn === undefined ? {} : { adoptedOn: event.adoptedOn }),
        exemptionFrom: event.from,
        exemptionUntil: event.until,
      };
    case "childcare-ended":
      return { childBornOn: event.childBornOn, exemptionUntil: event.lastMonth, childcareEnd: event.cause };
    default:
      return {};
  }
};

type Exempted = Extract<LedgerEvent, { kind: "exempted" }>;

const exemptedOf = (events: readonly LedgerEvent[]): Exempted[] => events.filter((event) => event.kind === "exempted");

/** 法定免除 is a fact that is reported. */
const statutory = (events: readonly LedgerEvent[]): Values => {
  const [exempted] = exemptedOf(events);
  if (!exempted) return {};
  const { reason, from, until } = exempted;
  return { exemptionReason: reason, exemptionFrom: from, ...(until === null ? {} : { exemptionUntil: until }) };
};

/** Of an application it is the ward's estimate. One of more spans than there is room for is left out whole: half of it would be wrong. */
const estimated = (events: readonly LedgerEvent[]): Partial<Record<SpanItem<"estimate">, string>> => {
  const spans = mergedSpans(exemptedOf(events).map(({ type, from, until }) => ({ kind: type, from, until })));
  return spans.length > mostSpans ? {} : spanValues("estimate", spans);
};

const exempted = {
  "statutory-exemption": statutory,
  "exemption-application": estimated,
  "student-deferment": estimated,
  "family-exemption": () => ({}),
} as const satisfies Partial<Record<FlowReport, (events: readonly LedgerEvent[]) => Values>>;

export const isReliefReport = (report: FlowReport): report is keyof typeof exempted => Object.hasOwn(exempted, report);

/** What a report of 免除・猶予・学特・産前産後・育児 says beside the person and the income. */
export const reliefValues = (
  report: keyof typeof exempted,
  details: StoredFiling["details"],
  events: readonly LedgerEvent[],
): Values => ({
  ...detailed(details),
  ...Object.assign({}, ...events.map(recorded)),
  ...exempted[report](events),
});
