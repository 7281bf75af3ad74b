import { pensionKindSchema } from "../../domain/benefits.ts";
import { conclude } from "../../domain/decision.ts";
import { pensionFacts } from "../../domain/recipient-facts.ts";
import { item } from "../../domain/record-items.ts";
import { defineFlow } from "../define.ts";
import { insuredOnly } from "../filers.ts";
import { opening } from "../opening.ts";
import { revisedKinds, revisionReasons, revisionSeen } from "./revision-claim.ts";
import { pensionRecorded, rightOf, seqDetail, seqOf } from "./rights.ts";

/** C04. */
export const disabilityRevisionClaim = defineFlow({
  form: "C04",
  family: "disability-revision",
  title: "障害基礎年金額改定請求書",
  basis: ["国民年金法34条2項・3項", "国民年金法施行規則33条"],
  filers: insuredOnly,
  deadlineDays: null,
  details: {
    kind: item("beneficiary.benefitType", pensionKindSchema.extract(revisedKinds)),
    ...seqDetail,
    certificateForm: pensionFacts.shape.certificateForm.unwrap(),
  },
  atCounter: revisionSeen,
  documents: () => ["medical-certificate"],
  retention: "benefit-filing",
  report: "benefit-claim",
  decide: (input) => {
    const { filedOn, details } = input.filing;
    const { kind, seq, certificateForm } = details;
    const found = rightOf(input, [kind], seq);
    return conclude(revisionReasons(input, found), () => [
      ...opening(input),
      pensionRecorded(
        "revision-claimed",
        filedOn,
        { seq: seqOf(input, found, "pension"), kind },
        { certificateForm, certificateOn: filedOn },
      ),
    ]);
  },
});
