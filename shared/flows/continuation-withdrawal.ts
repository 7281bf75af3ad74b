import { conclude, type Reason } from "../domain/decision.ts";
import { article } from "./continuation-rules.ts";
import { defineFlow } from "./define.ts";
import { applicationInOrder } from "./exemption-rules.ts";
import { insuredOnly } from "./filers.ts";

const notWished: Reason = {
  weight: "refuse",
  code: "continuation-not-wished",
  message: "継続審査の申出の記録がありません",
  pointer: "/eventOn",
  article,
};

/** B10. 継続審査の取下げ: the next 免除年度 takes an application again. What was granted stays. */
export const continuationWithdrawal = defineFlow({
  form: "B10-2",
  family: "exemption",
  title: "免除・納付猶予継続審査取下申出書",
  basis: ["国民年金法施行規則77条の2(要確認)"],
  filers: insuredOnly,
  deadlineDays: null,
  details: {},
  atCounter: {},
  documents: () => [],
  retention: "exemption-filing",
  report: "exemption-application",
  decide: (input) =>
    conclude([...applicationInOrder(input), ...(input.person.reliefs.continuation === true ? [] : [notWished])], () => [
      { kind: "continuation-wished", on: input.filing.filedOn, wished: false },
    ]),
});
