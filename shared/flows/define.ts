import * as z from "zod";
import type { BeyondAssessment } from "../domain/beyond-assessment.ts";
import type { Decision } from "../domain/decision.ts";
import { type DocumentNeed, type Filer, type FilingContent, filingHeader } from "../domain/filing.ts";
import type { IncomeRecord } from "../domain/income-record.ts";
import type { Person } from "../domain/ledger.ts";
import type { RetentionClass } from "../domain/retention.ts";
import type { PlainDate } from "../law/calendar.ts";
import { papersNeeded } from "./checks.ts";

/** 手続の族, one function each. */
export type FlowFamily =
  | "qualification"
  | "voluntary-enrolment"
  | "additional-premium"
  | "exemption"
  | "deferment"
  | "benefit-claim"
  | "disability-revision"
  | "special-disability-benefit";

/** 日本年金機構へ送る報告書の種類. */
export const reportNames = [
  "acquisition",
  "category-change",
  "loss",
  "facts-change",
  "number-notice",
  "voluntary-enrolment",
  "additional-premium",
  "statutory-exemption",
  "exemption-application",
  "student-deferment",
  "family-exemption",
  "benefit-claim",
  "recipient-notice",
] as const;
export type FlowReport = (typeof reportNames)[number];

/** What a flow says of itself, apart from its schemas and its decision. */
export interface FlowFacts {
  /** Its place in the project's list of flows (docs/flows.md), for people who know it by that. */
  readonly form: string;
  readonly family: FlowFamily;
  readonly title: string;
  readonly basis: readonly string[];
  readonly filers: readonly Filer[];
  /** Days to file, from the day after the event (a late filing is taken and dated by its event); null for 申出 and 職権, which have none. */
  readonly deadlineDays: number | null;
  /** 保存区分 of its record. */
  readonly retention: Extract<RetentionClass, `${string}-filing`>;
  /** The report it goes out on; null for what is only recorded, because 日本年金機構 knows it already. */
  readonly report: FlowReport | null;
  /** What of it no item of 別添1 holds yet: taken only where the ward's assessment covers it (beyond-assessment.ts). */
  readonly beyond?: BeyondAssessment;
}

/** What a decision may look at. `person` is what the ledger says now; `today` is the day of the decision in Japan. */
export interface Case<Details, AtCounter> {
  readonly filing: FilingContent & { readonly details: Details; readonly atCounter?: AtCounter | undefined };
  readonly person: Person;
  readonly today: PlainDate;
  readonly flow: FlowFacts;
  readonly needs: readonly DocumentNeed[];
  /** 所得情報 of the year that {@link FlowDefinition.incomeYear} names; null where none is on file or none is asked for. */
  readonly income: IncomeRecord | null;
}

type Fields = Record<string, z.ZodType>;
type Parsed<Shape extends Fields> = z.output<z.ZodObject<Shape, z.core.$strict>>;

interface FlowDefinition<Details extends Fields, AtCounter extends Fields> extends FlowFacts {
  /** What is asked beyond the common header and kept: each field an item of 別添1. */
  readonly details: Details;
  /** What the counter looks at and nobody keeps, because no item of 別添1 holds it. */
  readonly atCounter: AtCounter;
  /** Beside `details`, the filing as a whole: who files it, by which way, and what the counter saw. */
  readonly documents: (
    details: Parsed<Details>,
    filing: Case<Parsed<Details>, Parsed<AtCounter>>["filing"],
  ) => readonly DocumentNeed[];
  /** The calendar year whose income decides it; left out where income does not matter. */
  readonly incomeYear?: (details: Parsed<Details>, filing: FilingContent) => number;
  /** The number of the 訂正請求 that it is made on; left out where it never is on one. */
  readonly ground?: (details: Parsed<Details>) => string | undefined;
  readonly decide: (input: Case<Parsed<Details>, Parsed<AtCounter>>) => Decision;
}

/** A filing's content as it is stored, whatever its flow. */
export type StoredFiling = FilingContent & { readonly details: Readonly<Record<string, unknown>> };

/** A filing's content as it is sent: what is stored and what is only looked at. */
export type FiledRequest = StoredFiling & {
  readonly atCounter?: Readonly<Record<string, unknown>> | undefined;
  /** `receive` only logs it as 受付 (mail opened at a 地区サービス事務所); `accept` decides at once. */
  readonly intake: "accept" | "receive";
};

/** A 届出 as the rest of the system sees it: the handler, the API document, the report and the catalogue come from it. */
export interface Flow extends FlowFacts {
  readonly stored: z.ZodType<StoredFiling>;
  readonly request: z.ZodType<FiledRequest>;
  /** Whether income decides it at all. */
  readonly asksIncome: boolean;
  /** The calendar year whose income decides this filing; null where income does not matter. */
  readonly incomeYear: (filing: StoredFiling) => number | null;
  /** The papers that a filing has to come with, whether they have or not. */
  readonly papers: (filing: FiledRequest) => readonly DocumentNeed[];
  /** The number of the 訂正請求 that this filing is made on; null where it is on none. */
  readonly ground: (filing: StoredFiling) => string | null;
  /** @throws ZodError when `filing` was not parsed by this flow's own schema before. */
  readonly decide: (filing: FiledRequest, person: Person, today: PlainDate, income?: IncomeRecord | null) => Decision;
}

export const defineFlow = <const Details extends Fields, const AtCounter extends Fields>({
  details,
  atCounter,
  documents,
  incomeYear,
  ground,
  decide,
  ...flow
}: FlowDefinition<Details, AtCounter>): Flow => {
  const own = { details: z.strictObject(details), atCounter: z.strictObject(atCounter).optional() };
  const stored = z.strictObject({ ...filingHeader, details: own.details });
  const request = z.strictObject({
    ...filingHeader,
    ...own,
    intake: z.enum(["accept", "receive"], "用意された区分から選んでください").default("accept"),
  });
  /** The header has its type; what is the flow's own has lost it on the way here and is read again. */
  const ownOf = (filing: FiledRequest) =>
    ({
      ...filing,
      details: own.details.parse(filing.details),
      atCounter: own.atCounter.parse(filing.atCounter),
    }) as Case<Parsed<Details>, Parsed<AtCounter>>["filing"];
  return {
    ...flow,
    // A flow's own fields are generic here; outside, only what all flows share is promised (StoredFiling, FiledRequest).
    stored: stored as unknown as Flow["stored"],
    request: request as unknown as Flow["request"],
    asksIncome: incomeYear !== undefined,
    incomeYear: (filing) => incomeYear?.(own.details.parse(filing.details), filing) ?? null,
    papers: (filing) => {
      const parsed = ownOf(filing);
      return papersNeeded(parsed.filer, documents(parsed.details, parsed));
    },
    ground: (filing) => ground?.(own.details.parse(filing.details)) ?? null,
    decide: (filing, person, today, income = null) => {
      const parsed = ownOf(filing);
      return decide({ filing: parsed, person, today, flow, needs: documents(parsed.details, parsed), income });
    },
  };
};
