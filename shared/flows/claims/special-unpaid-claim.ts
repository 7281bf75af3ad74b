import { conclude } from "../../domain/decision.ts";
import { defineFlow } from "../define.ts";
import { andTell } from "../exemption-rules.ts";
import { survivorsOnly } from "../filers.ts";
import { rightOfDeceased, unpaidEvents, unpaidReasons, unpaidTold } from "./deceased.ts";
import { specialSeqDetail } from "./rights.ts";
import { unpaidClaimantSeen } from "./survivors.ts";

const article = "特定障害者に対する特別障害給付金の支給に関する法律16条の2(要確認)";

/** C13-4. `person` is the deceased; 事実発生日 the day of the death. Who claims is on the form: 別添1 has no item for them. */
export const specialUnpaidClaim = defineFlow({
  form: "C13-4",
  family: "special-disability-benefit",
  title: "特別障害給付金未払給付金請求書・死亡届",
  basis: [article],
  filers: survivorsOnly,
  deadlineDays: null,
  details: specialSeqDetail,
  atCounter: unpaidClaimantSeen,
  documents: () => ["death-certificate", "family-register", "livelihood-statement", "bank-account-proof"],
  retention: "benefit-filing",
  report: "benefit-claim",
  decide: (input) => {
    const found = rightOfDeceased(input, "special-disability", input.filing.details.seq);
    return conclude(
      andTell(unpaidReasons(input, found, article), () => [unpaidTold(input, found.right ?? undefined)]),
      () => unpaidEvents(input, found, "special-disability"),
    );
  },
});
