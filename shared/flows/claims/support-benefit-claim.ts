import { supportBenefitItems } from "../../domain/beyond-assessment.ts";
import { conclude } from "../../domain/decision.ts";
import { defineFlow } from "../define.ts";
import { andTell } from "../exemption-rules.ts";
import { insuredOnly } from "../filers.ts";
import { opening } from "../opening.ts";
import { claimInOrder, notice, ofWard, otherSchemeSeen } from "./checks.ts";
import { pensionRecorded, rightOf, seqDetail, seqOf } from "./rights.ts";

const article = "年金生活者支援給付金の支給に関する法律2条・10条・15条・20条";

/** C14. 別添1 says nothing of 年金生活者支援給付金: taken only where the ward's assessment covers it. */
export const supportBenefitClaim = defineFlow({
  form: "C14",
  family: "benefit-claim",
  title: "年金生活者支援給付金認定請求書",
  basis: [article],
  filers: insuredOnly,
  deadlineDays: null,
  details: { kind: supportBenefitItems.kind, ...seqDetail },
  atCounter: otherSchemeSeen,
  documents: () => [],
  retention: "benefit-filing",
  report: "benefit-claim",
  beyond: "support-benefit",
  decide: (input) => {
    const { filedOn, details, atCounter } = input.filing;
    const { kind, seq } = details;
    const found = rightOf(input, [kind], seq);
    return conclude(
      andTell([...claimInOrder(input), ...ofWard(atCounter), ...found.reasons], () => [
        notice(
          "support-from-next-month",
          "請求した月の翌月分から支給されます(年金の請求と同時か、受給権の発生から3か月以内の請求はさかのぼります)。所得の要件は日本年金機構が確かめます",
          "年金生活者支援給付金の支給に関する法律6条(要確認)",
        ),
      ]),
      () => [
        ...opening(input),
        pensionRecorded("support-claimed", filedOn, { seq: seqOf(input, found, "pension"), kind }),
      ],
    );
  },
});
