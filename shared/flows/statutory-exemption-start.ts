import * as z from "zod";
import { conclude, type Reason } from "../domain/decision.ts";
import type { DocumentCode } from "../domain/filing.ts";
import { periodOn } from "../domain/ledger.ts";
import { item } from "../domain/record-items.ts";
import { exemptionReasonSchema, reliefLabels } from "../domain/reliefs.ts";
import type { PlainMonth } from "../law/calendar.ts";
import { overlap } from "../law/month-span.ts";
import { isOpenTo, notOpen } from "../law/procedures.ts";
import { type StatutoryFact, statutoryPeriod, statutoryRoute } from "../law/statutory-exemption.ts";
import { openAdditionalPremium } from "./additional-premium-rules.ts";
import { periodAtEvent } from "./checks.ts";
import { type Case, defineFlow } from "./define.ts";
import { andTell, noticeInOrder, openStatutory } from "./exemption-rules.ts";
import { anyone } from "./filers.ts";
import { notEnrolled } from "./loss.ts";

const reason = exemptionReasonSchema.extract(["disability-pension", "livelihood-aid", "facility"]);

const proofs = {
  "disability-pension": "disability-pension-certificate",
  "livelihood-aid": "public-assistance-certificate",
  facility: "facility-certificate",
} as const satisfies Record<z.infer<typeof reason>, DocumentCode>;

/** What the certificate says; 別添1 has no item for it. */
const atCounter = {
  /** 障害等級. */
  pensionGrade: z.literal([1, 2, 3], "障害等級は1から3で入力してください").optional(),
  /** 生活扶助 (ハンセン病療養所の援護を含む) を受けている. */
  livelihoodAid: z.boolean().optional(),
  /** 外国人の生活保護 (行政措置). */
  foreigner: z.boolean().optional(),
};

type Seen = z.infer<z.ZodObject<typeof atCounter>>;

const factOf = (
  ground: z.infer<typeof reason>,
  { pensionGrade, livelihoodAid, foreigner }: Seen,
): StatutoryFact | null => {
  if (ground === "facility") return { kind: "facility" };
  if (ground === "disability-pension")
    return pensionGrade === undefined ? null : { kind: "disability-pension", grade: pensionGrade };
  return livelihoodAid === undefined || foreigner === undefined
    ? null
    : { kind: "public-assistance", livelihood: livelihoodAid, foreigner };
};

const unknownGround: Reason = {
  weight: "incomplete",
  code: "exemption-ground-unknown",
  message: "障害等級、または受けている扶助の種類と外国人の生活保護かどうかを、証書や証明書で確かめてください",
  pointer: "/atCounter",
  article: "国民年金法89条1項",
};

const groundOf = (fact: StatutoryFact | null): readonly Reason[] => {
  if (fact === null) return [unknownGround];
  const { route, reason: why } = statutoryRoute(fact);
  return route === "statutory" ? [] : [{ weight: "refuse", pointer: "/details/reason", ...why }];
};

/** 第1号 on the day of the fact, or by the day of the 届出: of the months only those as 第1号 are exempted. */
const mayBeExempted = (input: Case<unknown, unknown>): readonly Reason[] => {
  const found = [periodAtEvent(input), periodOn(input.person.periods, input.filing.filedOn)].flatMap(
    (period) => period ?? [],
  );
  if (found.length === 0) return [notEnrolled];
  return found.some(({ category }) => isOpenTo("statutory-exemption", category))
    ? []
    : [{ weight: "refuse", pointer: "/eventOn", ...notOpen("statutory-exemption") }];
};

const alreadyExempt: Reason = {
  weight: "refuse",
  code: "statutory-exemption-already",
  message: "すでに法定免除が続いています。理由が変わったときは、先に消滅届を出してください",
  pointer: "/eventOn",
  article: "国民年金法89条1項",
};

/** What becomes of months that are paid, relieved otherwise, or carry 付加保険料. */
const consequences = (input: Case<unknown, unknown>, from: PlainMonth): readonly Reason[] => {
  const others = input.person.reliefs.exemptions.filter(
    (span) => span.type !== "statutory" && overlap(span, { from, until: null }),
  );
  const labels = [...new Set(others.map(({ type }) => reliefLabels[type]))];
  return [
    {
      weight: "notice",
      code: "paid-months-not-exempted",
      message: `${from}以後の月でも、すでに納付した月は免除になりません(前納の扱いは日本年金機構が決めます)`,
      article: "国民年金法89条1項",
    },
    ...(labels.length === 0
      ? []
      : [
          {
            weight: "notice",
            code: "replaces-other-exemption",
            message: `${labels.join("・")}の月は、${from}以後、法定免除に切り替わります`,
            article: "国民年金法89条1項",
          } as const,
        ]),
    ...(openAdditionalPremium(input) === undefined
      ? []
      : [
          {
            weight: "notice",
            code: "additional-premium-stops",
            message: "付加保険料を納付していますが、法定免除の月には納付できません",
            article: "国民年金法87条の2第1項",
          } as const,
        ]),
  ];
};

/** B01. From the month before the fact (法89条1項). Whoever files late is exempted from the same month. */
export const statutoryExemptionStart = defineFlow({
  form: "B01",
  family: "exemption",
  title: "国民年金保険料免除理由該当届",
  basis: ["国民年金法89条1項", "国民年金法施行規則75条"],
  filers: anyone,
  deadlineDays: 14,
  details: { reason: item("insured.exemptionReason", reason) },
  atCounter,
  documents: ({ reason: ground }) => [proofs[ground]],
  retention: "exemption-filing",
  report: "statutory-exemption",
  decide: (input) => {
    const { filing, person } = input;
    const { from, until } = statutoryPeriod(filing.eventOn, null);
    const reasons = [
      ...noticeInOrder(input),
      ...groundOf(factOf(filing.details.reason, filing.atCounter ?? {})),
      ...mayBeExempted(input),
      ...(openStatutory(person) ? [alreadyExempt] : []),
    ];
    return conclude(
      andTell(reasons, () => consequences(input, from)),
      () => [
        { kind: "exempted", type: "statutory", from, until, reason: filing.details.reason, noticedOn: filing.filedOn },
      ],
    );
  },
});
