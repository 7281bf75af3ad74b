import { isDeepStrictEqual } from "node:util";
import type { Award, ResultRecord } from "../../../shared/documents/result-record.ts";
import type { EntryId } from "../../../shared/domain/ids.ts";
import type { EventOf, LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { type Recipient, recipientState } from "../../../shared/domain/recipients.ts";
import type { PlainDate } from "../../../shared/law/calendar.ts";
import type { Mismatch } from "../../../shared/stores/imports.ts";
import { beginsRight, changeOf } from "./award-rules.ts";

type Decided = Pick<ResultRecord, "form" | "result" | "processedOn">;

/** 裁定 has its day on the register of pensions; a 死亡一時金 is over with its payment (法52条の2). */
const adjudicated = (award: Award, on: PlainDate): Award => {
  if (award.register !== "pension") return award;
  const over = award.kind === "death-lump-sum" ? ({ forfeiture: "paid-once", forfeitedOn: on } as const) : {};
  return { ...award, facts: { ...award.facts, ...over, adjudicatedOn: on } };
};

const recordedAs = ({ form, processedOn: on }: Decided, award: Award, seq: number): EventOf<"recipient-recorded"> => {
  const change = changeOf(form, award);
  const said = change === "awarded" ? adjudicated(award, on) : award;
  return { kind: "recipient-recorded", change, on, right: { ...said, seq } };
};

/**
 * What 日本年金機構 decided of a claim or a 届: that becomes 確定, and what was decided is recorded of its own right beside it, so
 * that it stands wherever the two differ. 訂正 of a first claim may be of another kind (障害基礎年金 as 20歳前傷病).
 * @param recorded what the filing recorded, in `entries`.
 */
export const awardedEvents = (
  record: Decided,
  award: Award,
  recorded: readonly LedgerEvent[],
  entries: EntryId[],
): readonly LedgerEvent[] | Mismatch => {
  const own = recorded.findLast((event) => event.kind === "recipient-recorded");
  if (own === undefined) return "no-such-right";
  const { register, kind, seq } = own.right;
  const otherwise = record.result === "amended" && beginsRight(record.form);
  if (award.register !== register || (award.kind !== kind && !otherwise)) return "unfit-grant";
  // Whatever is later in effect stands: a decision before its claim would be hidden by it.
  if (record.processedOn < own.on) return "decided-before-claim";
  return [{ kind: "confirmed", entries }, recordedAs(record, award, seq)];
};

const serialOf = ({ facts }: Recipient): number | undefined => ("serial" in facts ? facts.serial : undefined);

/** The right of the kind that has been awarded, by its serial where the line has one; of several the one that has not ended. */
const rightOf = (award: Award, recipients: readonly Recipient[], on: PlainDate): Recipient | Mismatch => {
  const awarded = recipients.filter((each) => each.kind === award.kind && recipientState(each, on) !== "claimed");
  const serial = award.register === "pension" ? award.facts.serial : undefined;
  const same = awarded.filter((each) => serialOf(each) === serial);
  const unnumbered = awarded.filter((each) => serialOf(each) === undefined);
  const fitting = serial === undefined ? awarded : same.length > 0 ? same : unnumbered;
  const open = fitting.filter((each) => recipientState(each, on) !== "ended");
  const [right, another] = open.length > 0 ? open : fitting;
  if (right === undefined) return "no-such-right";
  return another === undefined ? right : "several-rights";
};

/** What 日本年金機構 changed of its own, for the right that is meant; nothing where the same is on record. */
export const ownChangeEvents = (
  record: Decided,
  award: Award,
  recipients: readonly Recipient[],
): readonly LedgerEvent[] | Mismatch => {
  const right = rightOf(award, recipients, record.processedOn);
  if (typeof right === "string") return right;
  const event = recordedAs(record, award, right.seq);
  const known = right.history.some(
    ({ change, on, standing }) => change === event.change && on === event.on && standing === "confirmed",
  );
  return known && isDeepStrictEqual({ ...right.facts, ...award.facts }, right.facts) ? [] : [event];
};
