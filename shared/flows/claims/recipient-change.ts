import { conclude } from "../../domain/decision.ts";
import { pensionFacts } from "../../domain/recipient-facts.ts";
import { defineFlow } from "../define.ts";
import { insuredOnly } from "../filers.ts";
import { opening } from "../opening.ts";
import { factInOrder, ofWard, otherSchemeSeen } from "./checks.ts";
import { changedFacts, changeReasons, factsChanged, namesOrAddress } from "./recipient-facts-change.ts";
import { paidKind, pensionRecorded, rightOf, seqDetail, seqOf } from "./rights.ts";

/** C15-1. Name and address are left out where the number is linked (要確認); the account is always filed. */
export const recipientChange = defineFlow({
  form: "C15-1",
  family: "disability-revision",
  title: "年金受給権者 氏名・住所・受取機関変更届",
  basis: ["国民年金法105条3項", "国民年金法施行規則19条・20条・21条(要確認)"],
  filers: insuredOnly,
  deadlineDays: 14,
  details: {
    kind: paidKind,
    ...seqDetail,
    ...changedFacts,
    bank: pensionFacts.shape.bank,
  },
  atCounter: otherSchemeSeen,
  documents: ({ newName, bank }) => [
    ...(newName === undefined ? [] : (["residence-record"] as const)),
    ...(bank === undefined ? [] : (["bank-account-proof"] as const)),
  ],
  retention: "benefit-filing",
  report: "recipient-notice",
  decide: (input) => {
    const { eventOn, details, atCounter } = input.filing;
    const { kind, seq, bank } = details;
    const found = rightOf(input, [kind], seq);
    const right = { kind, seq: seqOf(input, found, "pension") };
    return conclude(
      [...factInOrder(input), ...ofWard(atCounter), ...found.reasons, ...changeReasons(input, bank !== undefined)],
      () => [
        ...opening(input),
        ...factsChanged(input),
        ...(namesOrAddress(details) ? [pensionRecorded("facts-reported", eventOn, right)] : []),
        ...(bank === undefined ? [] : [pensionRecorded("account-changed", eventOn, right, { bank })]),
      ],
    );
  },
});
