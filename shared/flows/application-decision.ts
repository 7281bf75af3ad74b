import { conclude, type Decision, type Reason } from "../domain/decision.ts";
import type { LedgerEvent } from "../domain/ledger-events.ts";
import { recordedMonths } from "../domain/months.ts";
import { mayContinue } from "../law/continuation.ts";
import type { AssessedSpan } from "../law/exemption-assessment.ts";
import { contains } from "../law/month-span.ts";
import type { Application } from "./application.ts";
import { applicationFaults } from "./application-checks.ts";
import { estimates, exemptedBy, type Granted, grantedBy, spansOf } from "./application-estimate.ts";
import { provenGrounds } from "./application-grounds.ts";
import { heldFor } from "./application-held.ts";
import { type AskedMonth, askedMonths } from "./application-months.ts";
import { andTell } from "./exemption-rules.ts";

/** What the ward makes of an application (参考), whether it was filed or only asked about. */
export interface AssessedApplication {
  readonly months: readonly AskedMonth[];
  readonly spans: readonly AssessedSpan[];
  readonly reasons: readonly Reason[];
  /** What each span comes to and what follows from it, to be told once nothing stands against the application. */
  readonly told: readonly Reason[];
  /** What is recorded should the application be accepted. */
  readonly events: readonly LedgerEvent[];
}

/** 継続審査 is not for what was granted: one notice for each kind of obstacle. */
const notContinued = (granted: readonly Granted[]): Reason[] => {
  const verdicts = granted.map(({ kind, reason }) =>
    mayContinue({ kind, by: reason === "income" ? "income" : "hardship" }),
  );
  if (granted.length === 0 || verdicts.some(({ ok }) => ok)) return [];
  const messages = new Map(
    verdicts.flatMap(({ reasons }) => reasons.map((reason) => [reason.message, reason.article])),
  );
  return [...messages].map(([message, article]) => ({ weight: "notice", code: "not-continued", message, article }));
};

/** 付加保険料 is not paid in a month of 免除・猶予 (法87条の2第1項). */
const additionalPremiumStops = (of: Application, granted: readonly Granted[]): Reason[] =>
  recordedMonths(of.record, of.from, of.until).some(
    ({ month, additionalPremium }) => additionalPremium && granted.some((span) => contains(span, month)),
  )
    ? [
        {
          weight: "notice",
          code: "additional-premium-stops",
          message: "付加保険料を納付していますが、免除・猶予の月には納付できません",
          article: "国民年金法87条の2第1項",
        },
      ]
    : [];

/** Every month asked for decided by the law, on what the ledger, the 所得情報 and the counter know. */
export const assessApplication = (of: Application): AssessedApplication => {
  const { months, reasons: ofMonths } = askedMonths(of);
  const { proven, reasons: ofGrounds } = provenGrounds(of);
  const against = [...applicationFaults(of), ...ofMonths, ...ofGrounds];
  if (against.some(({ weight }) => weight === "refuse"))
    return { months, spans: [], reasons: against, told: [], events: [] };

  const open = months.flatMap(({ month, leftOut }) => (leftOut === null ? [month] : []));
  const spans = spansOf(of, open, proven);
  const granted = grantedBy(of, spans, proven);
  const obstacles = of.continuation ? notContinued(granted) : [];
  const { filedOn: on, from, until } = of;
  return {
    months,
    spans,
    reasons: [...against, ...heldFor(of, spans)],
    told: [...estimates(spans), ...obstacles, ...additionalPremiumStops(of, granted)],
    events: [
      {
        kind: "exemption-applied",
        on,
        from,
        until,
        wish: of.cycle === "student" ? ["student-deferment"] : [...of.wish],
      },
      ...exemptedBy(granted),
      ...(of.continuation && obstacles.length === 0
        ? [{ kind: "continuation-wished", on, wished: true } as const]
        : []),
    ],
  };
};

/** The decision of a filing: what its form lacks, and what the law makes of it. */
export const decideApplication = (ofForm: readonly Reason[], of: Application): Decision => {
  const { spans, reasons, told, events } = assessApplication(of);
  const decision = conclude(
    andTell([...ofForm, ...reasons], () => told),
    () => events,
  );
  return spans.length === 0 ? decision : { ...decision, assessment: spans };
};
