import { conclude } from "../../domain/decision.ts";
import { defineFlow } from "../define.ts";
import { andTell } from "../exemption-rules.ts";
import { survivorsOnly } from "../filers.ts";
import { ofWard, otherSchemeSeen } from "./checks.ts";
import { rightOfDeceased, unpaidEvents, unpaidReasons, unpaidTold } from "./deceased.ts";
import { paidKind, seqDetail } from "./rights.ts";
import { unpaidClaimantSeen } from "./survivors.ts";

/** C11-2. `person` is the deceased; 事実発生日 the day of the death. Who claims is on the form: 別添1 has no item for them. */
export const unpaidPensionClaim = defineFlow({
  form: "C11-2",
  family: "benefit-claim",
  title: "未支給年金請求書",
  basis: ["国民年金法19条", "国民年金法施行規則25条(要確認)", "国民年金法施行令1条の2"],
  filers: survivorsOnly,
  deadlineDays: null,
  details: {
    kind: paidKind,
    ...seqDetail,
  },
  atCounter: { ...unpaidClaimantSeen, ...otherSchemeSeen },
  documents: () => [
    "death-certificate",
    "family-register",
    "livelihood-statement",
    "pension-certificate",
    "bank-account-proof",
  ],
  retention: "benefit-filing",
  report: "benefit-claim",
  decide: (input) => {
    const { details, atCounter } = input.filing;
    const found = rightOfDeceased(input, details.kind, details.seq);
    return conclude(
      andTell([...unpaidReasons(input, found, "国民年金法19条"), ...ofWard(atCounter)], () => [
        unpaidTold(input, found.right ?? undefined),
      ]),
      () => unpaidEvents(input, found, details.kind),
    );
  },
});
