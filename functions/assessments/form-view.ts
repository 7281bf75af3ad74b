import { outcomeLabels } from "../../shared/domain/assessed-spans.ts";
import { conclude, type Reason } from "../../shared/domain/decision.ts";
import { anyOf } from "../../shared/domain/paper-checklist.ts";
import { premiumLeft } from "../../shared/domain/premium-to-pay.ts";
import type { Application } from "../../shared/flows/application.ts";
import { assessApplication } from "../../shared/flows/application-decision.ts";
import { papersFor } from "../../shared/flows/application-documents.ts";
import type { AskedMonth } from "../../shared/flows/application-months.ts";
import { andTell } from "../../shared/flows/exemption-rules.ts";
import type { PlainMonth } from "../../shared/law/calendar.ts";
import { eraYear } from "../../shared/law/era-year.ts";
import type { AssessedSpan } from "../../shared/law/exemption-assessment.ts";
import { contains } from "../../shared/law/month-span.ts";
import { spanWords } from "../../shared/law/month-words.ts";
import type { Form } from "./forms.ts";

/** What is left to pay, 円; null where the premium is not fixed yet or nothing is decided. */
const toPay = (outcome: AssessedSpan["outcome"], month: PlainMonth): number | null => {
  if (outcome === "held") return null;
  return premiumLeft(outcome === "refused" || outcome === "not-eligible" ? null : outcome, month);
};

const monthView = ({ month, leftOut }: AskedMonth, spans: readonly AssessedSpan[]) => {
  const premium = premiumLeft(null, month);
  if (leftOut !== null)
    return { month, outcome: "left-out", outcomeLabel: leftOut.message, premium, toPay: null } as const;
  const outcome = spans.find((span) => contains(span, month))?.outcome ?? "not-eligible";
  return { month, outcome, outcomeLabel: outcomeLabels[outcome], premium, toPay: toPay(outcome, month) };
};

/** A fault points into this request, where what a 届出 has apart lies side by side. */
const pointed = ({ pointer, ...reason }: Reason): Reason =>
  pointer === undefined ? reason : { ...reason, pointer: pointer.replace(/^\/(?:details|atCounter)\//, "/") };

const names = { exemption: "免除年度", student: "学特年度" } as const;

/** One form as the counter reads it: what it would come to, why, what it would leave to pay, and what has to come with it. */
export const formView = (form: Form, application: Application) => {
  const { months, spans, reasons: found, told } = assessApplication(application);
  const reasons = andTell(found, () => told);
  const { year, from, until, incomeYear } = form;
  return {
    year,
    yearLabel: `${eraYear(year)}${names[application.cycle]}(${spanWords({ from, until })})`,
    from,
    until,
    incomeYear,
    outcome: conclude(reasons, () => []).outcome,
    reasons: reasons.map(pointed),
    spans: spans.map((span) => ({ ...span, outcomeLabel: outcomeLabels[span.outcome] })),
    months: months.map((month) => monthView(month, spans)),
    documents: papersFor(application).map((need) => ({ anyOf: anyOf(need) })),
  };
};
