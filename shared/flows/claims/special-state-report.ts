import { conclude } from "../../domain/decision.ts";
import { specialDisabilityFacts } from "../../domain/recipient-facts.ts";
import { defineFlow } from "../define.ts";
import { insuredOnly } from "../filers.ts";
import { opening } from "../opening.ts";
import { certificateSeen, claimInOrder } from "./checks.ts";
import { madeInTime } from "./disability-state-report.ts";
import { rightOf, seqOf, specialRecorded, specialSeqDetail } from "./rights.ts";

/** C13-5. The certificate that 有期認定 asks for by the end of 次回診断書提出年月. */
export const specialStateReport = defineFlow({
  form: "C13-5",
  family: "special-disability-benefit",
  title: "特別障害給付金障害状態確認届(診断書)",
  basis: ["特定障害者に対する特別障害給付金の支給に関する法律27条(要確認)"],
  filers: insuredOnly,
  deadlineDays: null,
  details: { ...specialSeqDetail, certificateForm: specialDisabilityFacts.shape.certificateForm.unwrap() },
  atCounter: certificateSeen,
  documents: () => ["medical-certificate"],
  retention: "benefit-filing",
  report: "recipient-notice",
  decide: (input) => {
    const { filedOn, details, atCounter } = input.filing;
    const found = rightOf(input, ["special-disability"], details.seq);
    const due = found.right?.facts.nextCertificateMonth;
    return conclude(
      [...claimInOrder(input), ...found.reasons, ...madeInTime(atCounter?.certificateMadeOn, filedOn, due)],
      () => [
        ...opening(input),
        specialRecorded("state-reported", filedOn, seqOf(input, found, "special-disability"), {
          certificateForm: details.certificateForm,
          certificateOn: filedOn,
        }),
      ],
    );
  },
});
