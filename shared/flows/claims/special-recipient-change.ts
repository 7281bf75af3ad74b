import * as z from "zod";
import { conclude } from "../../domain/decision.ts";
import { defineFlow } from "../define.ts";
import { insuredOnly } from "../filers.ts";
import { opening } from "../opening.ts";
import { factInOrder } from "./checks.ts";
import { changedFacts, changeReasons, factsChanged, namesOrAddress } from "./recipient-facts-change.ts";
import { rightOf, seqOf, specialRecorded, specialSeqDetail } from "./rights.ts";

/** C13-3. The register of 特別障害給付金 has no item for the account: that it changed is recorded, which one is on the form. */
export const specialRecipientChange = defineFlow({
  form: "C13-3",
  family: "special-disability-benefit",
  title: "特別障害給付金 氏名・住所・支払機関変更届",
  basis: ["特定障害者に対する特別障害給付金の支給に関する法律27条(要確認)"],
  filers: insuredOnly,
  deadlineDays: 14,
  details: { ...specialSeqDetail, ...changedFacts },
  atCounter: { accountChanged: z.boolean().optional() },
  documents: ({ newName }, { atCounter }) => [
    ...(newName === undefined ? [] : (["residence-record"] as const)),
    ...(atCounter?.accountChanged === true ? (["bank-account-proof"] as const) : []),
  ],
  retention: "benefit-filing",
  report: "recipient-notice",
  decide: (input) => {
    const { eventOn, details, atCounter } = input.filing;
    const found = rightOf(input, ["special-disability"], details.seq);
    const accountChanged = atCounter?.accountChanged === true;
    const seq = seqOf(input, found, "special-disability");
    return conclude([...factInOrder(input), ...found.reasons, ...changeReasons(input, accountChanged)], () => [
      ...opening(input),
      ...factsChanged(input),
      ...(namesOrAddress(details) ? [specialRecorded("facts-reported", eventOn, seq)] : []),
      ...(accountChanged ? [specialRecorded("account-changed", eventOn, seq)] : []),
    ]);
  },
});
