import { benefitKinds } from "../../domain/benefits.ts";
import { conclude, type Reason } from "../../domain/decision.ts";
import { keysOf } from "../../domain/keys-of.ts";
import { periodOn } from "../../domain/ledger.ts";
import { nextSeq, openRights, type Recipient } from "../../domain/recipients.ts";
import { type Case, defineFlow } from "../define.ts";
import { andTell } from "../exemption-rules.ts";
import { survivorsOnly } from "../filers.ts";
import { opening } from "../opening.ts";
import { factInOrder, incomplete, notice, ofWard, otherSchemeSeen, when } from "./checks.ts";
import { endedByDeath, unpaidTold } from "./deceased.ts";
import { notOnFile, paidKind } from "./rights.ts";

const article = "国民年金法105条4項";

const open = ({ person, today }: Case<unknown, unknown>): readonly Recipient[] =>
  openRights(person.recipients, keysOf(benefitKinds), today);

const alreadyReported = ({ person }: Case<unknown, unknown>): boolean =>
  person.recipients.some(({ facts }) => facts.forfeiture === "death");

const ofRights = (input: Case<{ readonly kind?: string | undefined }, unknown>): readonly Reason[] => {
  if (open(input).length > 0) return [];
  if (alreadyReported(input))
    return [
      {
        weight: "refuse",
        code: "death-already-reported",
        message: "受給者の死亡はすでに記録されています",
        pointer: "/person/atenaNumber",
      },
    ];
  return input.filing.details.kind === undefined
    ? [
        incomplete(
          "right-kind-unknown",
          "受給者の記録がありません。年金証書で受けていた年金の種類を確かめて入力してください",
          "/details/kind",
          article,
        ),
      ]
    : [notOnFile];
};

/** C11-1. Every right of the deceased ends. Left out where 日本年金機構 knows of the death by the number (法105条4項ただし書, 要確認). */
export const recipientDeathReport = defineFlow({
  form: "C11-1",
  family: "benefit-claim",
  title: "受給権者死亡届",
  basis: [article, "国民年金法施行規則24条(要確認)"],
  filers: survivorsOnly,
  deadlineDays: 14,
  details: {
    /** Only of somebody whose right is not on file. */
    kind: paidKind.optional(),
  },
  atCounter: otherSchemeSeen,
  documents: () => ["death-certificate", "pension-certificate"],
  retention: "benefit-filing",
  report: "recipient-notice",
  decide: (input) => {
    const { eventOn, details, atCounter } = input.filing;
    const reasons = [...factInOrder(input), ...ofWard(atCounter), ...ofRights(input)];
    return conclude(
      andTell(reasons, () => [
        unpaidTold(input, open(input)[0]),
        ...when(
          periodOn(input.person.periods, eventOn) !== undefined,
          notice(
            "loss-also-due",
            "被保険者の資格の記録もあるため、資格喪失届(死亡)も要ります",
            "国民年金法9条1号・12条",
          ),
        ),
      ]),
      () => {
        const rights = open(input);
        if (rights.length > 0) return rights.map((right) => endedByDeath(input, "death-reported", right));
        const { kind } = details;
        const seq = nextSeq(input.person.recipients, "pension");
        return kind === undefined
          ? []
          : [...opening(input), endedByDeath(input, "death-reported", { register: "pension", kind, seq })];
      },
    );
  },
});
