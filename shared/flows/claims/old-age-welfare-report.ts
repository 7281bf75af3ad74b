import { conclude } from "../../domain/decision.ts";
import { defineFlow } from "../define.ts";
import { andTell } from "../exemption-rules.ts";
import { insuredOnly } from "../filers.ts";
import { opening } from "../opening.ts";
import { claimInOrder, notice } from "./checks.ts";
import { pensionRecorded, rightOf, seqDetail, seqOf } from "./rights.ts";

const article = "昭和60年改正法附則32条・旧国民年金法79条の2(要確認)";

/** C16. The yearly report of those born up to 1911; hardly anybody is left (confidence medium). */
export const oldAgeWelfareReport = defineFlow({
  form: "C16",
  family: "disability-revision",
  title: "老齢福祉年金所得状況届",
  basis: [article],
  filers: insuredOnly,
  deadlineDays: null,
  details: seqDetail,
  atCounter: {},
  documents: () => [],
  retention: "benefit-filing",
  report: "recipient-notice",
  decide: (input) => {
    const { filedOn, details } = input.filing;
    const kind = "old-age-welfare";
    const found = rightOf(input, [kind], details.seq);
    return conclude(
      andTell([...claimInOrder(input), ...found.reasons], () => [
        notice(
          "welfare-suspension-by-pension-office",
          "老齢福祉年金の支給停止は、本人・配偶者・扶養義務者の所得とほかの年金により日本年金機構が決めます",
          article,
        ),
      ]),
      () => [
        ...opening(input),
        pensionRecorded("income-reported", filedOn, { seq: seqOf(input, found, "pension"), kind }),
      ],
    );
  },
});
