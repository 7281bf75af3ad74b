import { conclude } from "../../domain/decision.ts";
import { defineFlow } from "../define.ts";
import { insuredOnly } from "../filers.ts";
import { opening } from "../opening.ts";
import { claimInOrder, ofWard, otherSchemeSeen } from "./checks.ts";
import { paidKind, pensionRecorded, rightOf, seqDetail, seqOf } from "./rights.ts";

/** C15-2. */
export const pensionCertificateReissue = defineFlow({
  form: "C15-2",
  family: "disability-revision",
  title: "年金証書再交付申請書",
  basis: ["国民年金法施行規則22条(要確認)"],
  filers: insuredOnly,
  deadlineDays: null,
  details: {
    kind: paidKind,
    ...seqDetail,
  },
  atCounter: otherSchemeSeen,
  documents: () => [],
  retention: "benefit-filing",
  report: "recipient-notice",
  decide: (input) => {
    const { filedOn, details, atCounter } = input.filing;
    const { kind, seq } = details;
    const found = rightOf(input, [kind], seq);
    return conclude([...claimInOrder(input), ...ofWard(atCounter), ...found.reasons], () => [
      ...opening(input),
      pensionRecorded("certificate-asked", filedOn, { seq: seqOf(input, found, "pension"), kind }),
    ]);
  },
});
