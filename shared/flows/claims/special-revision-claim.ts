import { conclude } from "../../domain/decision.ts";
import { specialDisabilityFacts } from "../../domain/recipient-facts.ts";
import { defineFlow } from "../define.ts";
import { insuredOnly } from "../filers.ts";
import { opening } from "../opening.ts";
import { revisionReasons, revisionSeen } from "./revision-claim.ts";
import { rightOf, seqOf, specialRecorded, specialSeqDetail } from "./rights.ts";

/** C13-2. As of 障害基礎年金: a year after the last decision, unless the worsening is plain. */
export const specialRevisionClaim = defineFlow({
  form: "C13-2",
  family: "special-disability-benefit",
  title: "特別障害給付金額改定請求書",
  basis: ["特定障害者に対する特別障害給付金の支給に関する法律8条(要確認)"],
  filers: insuredOnly,
  deadlineDays: null,
  details: { ...specialSeqDetail, certificateForm: specialDisabilityFacts.shape.certificateForm.unwrap() },
  atCounter: revisionSeen,
  documents: () => ["medical-certificate"],
  retention: "benefit-filing",
  report: "benefit-claim",
  decide: (input) => {
    const { filedOn, details } = input.filing;
    const found = rightOf(input, ["special-disability"], details.seq);
    return conclude(revisionReasons(input, found), () => [
      ...opening(input),
      specialRecorded("revision-claimed", filedOn, seqOf(input, found, "special-disability"), {
        certificateForm: details.certificateForm,
        certificateOn: filedOn,
      }),
    ]);
  },
});
