import { conclude } from "../../domain/decision.ts";
import { specialDisabilityFacts } from "../../domain/recipient-facts.ts";
import { suspensionIncomeYear } from "../../law/disability-income-limit.ts";
import { defineFlow } from "../define.ts";
import { andTell } from "../exemption-rules.ts";
import { insuredOnly } from "../filers.ts";
import { opening } from "../opening.ts";
import { claimInOrder, notice, when } from "./checks.ts";
import { suspensionTold } from "./income-suspension.ts";
import { suspensionMonthOf } from "./recipient-income-report.ts";
import { rightOf, seqOf, specialRecorded, specialSeqDetail } from "./rights.ts";

const law = "特定障害者に対する特別障害給付金の支給に関する法律";
const { otherPension, otherPensionYen } = specialDisabilityFacts.shape;

/** C13-1. The income of the year, and what other public pensions pay. */
export const specialIncomeReport = defineFlow({
  form: "C13-1",
  family: "special-disability-benefit",
  title: "特別障害給付金所得状況届",
  basis: [`${law}9条・16条・27条`, `${law}施行規則(要確認)`],
  filers: insuredOnly,
  deadlineDays: null,
  details: { ...specialSeqDetail, otherPension, otherPensionYen },
  atCounter: {},
  documents: () => [],
  incomeYear: (_, { filedOn }) => suspensionIncomeYear(suspensionMonthOf(filedOn)),
  retention: "benefit-filing",
  report: "recipient-notice",
  decide: (input) => {
    const { filedOn, details } = input.filing;
    const { seq, ...said } = details;
    const found = rightOf(input, ["special-disability"], seq);
    return conclude(
      andTell([...claimInOrder(input), ...found.reasons], () => [
        ...suspensionTold(suspensionMonthOf(filedOn), input.income),
        ...when(
          (said.otherPensionYen ?? 0) > 0,
          notice(
            "other-pension-subtracted",
            "ほかの公的年金などを受けているときは、その額を差し引いて支給されます",
            `${law}16条`,
          ),
        ),
      ]),
      () => [
        ...opening(input),
        specialRecorded("income-reported", filedOn, seqOf(input, found, "special-disability"), said),
      ],
    );
  },
});
