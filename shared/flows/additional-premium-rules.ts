import type { Reason } from "../domain/decision.ts";
import type { AdditionalPremiumPeriod } from "../domain/ledger.ts";
import { reliefIn } from "../domain/recorded-reliefs.ts";
import { mayPayAdditional } from "../law/additional-premium.ts";
import { monthOf, type PlainMonth } from "../law/calendar.ts";
import { lawful, periodAtEvent } from "./checks.ts";
import type { Case } from "./define.ts";
import { notEnrolled } from "./loss.ts";

/** The period of 付加保険料 that is still open. */
export const openAdditionalPremium = ({ person }: Case<unknown, unknown>): AdditionalPremiumPeriod | undefined =>
  person.additionalPremiums.find(({ until }) => until === null);

/** The first month no longer due, never before the first one due: ended in the month of its start, nothing was ever due. */
export const endMonth = (open: AdditionalPremiumPeriod | undefined, month: PlainMonth): PlainMonth =>
  open && open.from > month ? open.from : month;

/** The first month due: that of the 申出, or the one after those still due (前納) from before. */
export const startMonth = ({ person }: Case<unknown, unknown>, month: PlainMonth): PlainMonth => {
  const due = person.additionalPremiums.at(-1)?.until ?? month;
  return due > month ? due : month;
};

const alreadyPaying: Reason = {
  weight: "refuse",
  code: "additional-premium-already",
  message: "すでに付加保険料を納付する人です",
  pointer: "/eventOn",
  article: "国民年金法87条の2",
};

export const notPaying: Reason = {
  weight: "refuse",
  code: "no-additional-premium",
  message: "付加保険料の納付の記録がありません",
  pointer: "/eventOn",
  article: "国民年金法87条の2",
};

/** Who may begin: enrolled in a category that may, in no month of 免除, no member of a 国民年金基金, and not paying already. */
export const mayBegin = (input: Case<unknown, unknown>, isFundMember: boolean): readonly Reason[] => {
  const current = periodAtEvent(input);
  if (!current) return [notEnrolled];
  const relief =
    current.category === "1" ? (reliefIn(input.person.reliefs, monthOf(input.filing.eventOn))?.relief ?? null) : null;
  return [
    ...lawful(mayPayAdditional({ category: current.category, relief, isFundMember }), "/eventOn"),
    ...(openAdditionalPremium(input) ? [alreadyPaying] : []),
  ];
};
