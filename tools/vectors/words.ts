import type { ExemptionDecision } from "../../shared/law/exemption-decision.ts";

/** How the vectors write a decision on 申請免除・納付猶予・学特. */
export const decisionWords = {
  full: "全額免除",
  deferment: "納付猶予",
  "three-quarters": "4分の3免除",
  half: "半額免除",
  quarter: "4分の1免除",
  "student-deferment": "学生納付特例",
  refused: "不承認",
  held: "保留(未申告/未特定理由コード)",
  "not-eligible": "対象外",
} as const satisfies Record<ExemptionDecision["outcome"], string>;
