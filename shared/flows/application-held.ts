import type { Reason } from "../domain/decision.ts";
import type { UnidentifiedReason } from "../domain/income-record.ts";
import type { ExaminedRole } from "../law/examined-person.ts";
import type { AssessedSpan } from "../law/exemption-assessment.ts";
import { roleNames } from "../law/personal-finding.ts";
import { type Application, examineeOf } from "./application.ts";

const article = "国民年金法90条1項1号・108条";

type Words = (whose: string, year: number) => Reason;

/** What follows from an income that is not known: it has to come first, or 日本年金機構 asks for it elsewhere. It is never taken as 0. */
const byReason = {
  "not-received": (whose, year) => ({
    weight: "incomplete",
    code: "income-not-received",
    message: `${whose}の${year}年中の所得の情報がありません。税務課に照会し、届いてから補正してください`,
    article,
  }),
  "not-declared": (whose, year) => ({
    weight: "incomplete",
    code: "income-not-declared",
    message: `${whose}は${year}年中の所得の申告がありません。所得がなくても申告が要ります(0円とはみなしません)`,
    article,
  }),
  "moved-in": (whose, year) => ({
    weight: "notice",
    code: "income-elsewhere",
    message: `${whose}の${year}年中の所得は、ほかの市区町村にあります。未特定理由を付けて送り、日本年金機構が照会します`,
    article,
  }),
  "no-such-person": (whose, year) => ({
    weight: "notice",
    code: "income-of-nobody",
    message: `${whose}は${year}年中の所得の税の台帳にいません。未特定理由を付けて送り、日本年金機構が照会します`,
    article,
  }),
} as const satisfies Record<UnidentifiedReason, Words>;

const dependantsUnknown: Reason = {
  weight: "incomplete",
  code: "head-dependants-unknown",
  message: "世帯主の配偶・扶養の数によって結論が変わります。世帯主に確かめて入力してください",
  pointer: "/atCounter/headDependants",
  article,
};

/** Who holds a span up: those unknown at the step at which it was held, none of whom anybody else made needless. */
const holders = ({ outcome, findings }: AssessedSpan) => {
  const step = findings.at(-1)?.step;
  return outcome === "held" ? findings.filter((each) => each.step === step && each.outcome === "unknown") : [];
};

/** Whose income is missing, and what is to be done about it. */
export const heldFor = (of: Application, spans: readonly AssessedSpan[]): Reason[] => {
  const found = new Map<ExaminedRole, Reason>();
  for (const span of spans)
    for (const { role, code } of holders(span)) {
      const why = examineeOf(of, role)?.whyUnknown ?? "not-received";
      found.set(
        role,
        code === "dependants-unknown" ? dependantsUnknown : byReason[why](roleNames[role], span.incomeYear),
      );
    }
  return [...found.values()];
};
