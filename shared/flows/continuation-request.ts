import { conclude, type Reason } from "../domain/decision.ts";
import { monthOf } from "../law/calendar.ts";
import { mayContinue } from "../law/continuation.ts";
import { cycleYear } from "../law/year-cycle.ts";
import { lawful } from "./checks.ts";
import { approvedIn, article } from "./continuation-rules.ts";
import { type Case, defineFlow } from "./define.ts";
import { applicationInOrder } from "./exemption-rules.ts";
import { insuredOnly } from "./filers.ts";

const nothingApproved: Reason = {
  weight: "refuse",
  code: "nothing-to-continue",
  message: "今年度と前年度に、申請による免除・納付猶予の記録がありません",
  pointer: "/eventOn",
  article,
};

const wishedAlready: Reason = {
  weight: "refuse",
  code: "continuation-already",
  message: "すでに継続審査の申出をしています",
  pointer: "/eventOn",
  article,
};

/** The last 免除年度 that something was granted for decides: one of its grants must be of the kind that is reviewed again. */
const mayBeReviewed = ({ filing, person }: Case<unknown, unknown>): readonly Reason[] => {
  const running = cycleYear("exemption", monthOf(filing.filedOn));
  const approved = [running, running - 1].map((year) => approvedIn(person, year)).find(({ length }) => length > 0);
  if (approved === undefined) return [nothingApproved];
  const verdicts = approved.map(mayContinue);
  if (verdicts.some(({ ok }) => ok)) return [];
  const reasons = verdicts.flatMap((verdict) => lawful(verdict, "/eventOn"));
  return reasons.filter(({ code }, at) => reasons.findIndex((other) => other.code === code) === at);
};

/** B10. 継続審査の申出: from the next 免除年度 on 日本年金機構 examines without an application. */
export const continuationRequest = defineFlow({
  form: "B10-1",
  family: "exemption",
  title: "免除・納付猶予継続審査申出書",
  basis: ["国民年金法施行規則77条の2(要確認)"],
  filers: insuredOnly,
  deadlineDays: null,
  details: {},
  atCounter: {},
  documents: () => [],
  retention: "exemption-filing",
  report: "exemption-application",
  decide: (input) =>
    conclude(
      [
        ...applicationInOrder(input),
        ...(input.person.reliefs.continuation === true ? [wishedAlready] : mayBeReviewed(input)),
      ],
      () => [{ kind: "continuation-wished", on: input.filing.filedOn, wished: true }],
    ),
});
