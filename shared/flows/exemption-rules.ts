import type { Reason } from "../domain/decision.ts";
import type { Person } from "../domain/ledger.ts";
import type { RecordedExemption } from "../domain/recorded-reliefs.ts";
import type { PlainMonth } from "../law/calendar.ts";
import { type ExemptionKind, standardOrder } from "../law/exemption-decision.ts";
import {
  check,
  daysInOrder,
  documentsAttached,
  filerAllowed,
  lateness,
  onFile,
  onTheDayOfFiling,
  sameAsOnFile,
} from "./checks.ts";
import type { Case } from "./define.ts";

/** What every 申請・申出 about 免除 of someone on file has to meet. */
export const applicationInOrder = (input: Case<unknown, unknown>): readonly Reason[] =>
  check(input, daysInOrder, onTheDayOfFiling, filerAllowed, onFile, sameAsOnFile, documentsAttached);

/** What every 届 of a fact about 免除 of someone on file has to meet; one without a 届出期限 is never late. */
export const noticeInOrder = (input: Case<unknown, unknown>): readonly Reason[] =>
  check(input, daysInOrder, filerAllowed, onFile, sameAsOnFile, documentsAttached, lateness);

/** What the counter is told besides, once nothing stands against the filing. */
export const andTell = (reasons: readonly Reason[], notices: () => readonly Reason[]): readonly Reason[] =>
  reasons.some(({ weight }) => weight !== "notice") ? reasons : [...reasons, ...notices()];

/** An exemption that was applied for (法90条・90条の2, 平26改正法附則14条). */
export type AppliedExemption = RecordedExemption & { readonly type: ExemptionKind };

export const isApplied = (span: RecordedExemption): span is AppliedExemption =>
  standardOrder.some((kind) => kind === span.type);

export const statutorySpans = ({ reliefs }: Person): readonly RecordedExemption[] =>
  reliefs.exemptions.filter(({ type }) => type === "statutory");

/** The 法定免除 whose end is not known yet. */
export const openStatutory = (person: Person): RecordedExemption | undefined =>
  statutorySpans(person).find(({ until }) => until === null);

export const monthsInOrder = ({ from, until }: { from: PlainMonth; until?: PlainMonth | undefined }): Reason[] =>
  until !== undefined && until < from
    ? [
        {
          weight: "refuse",
          code: "months-reversed",
          message: "終わりの月が始まりの月より前です",
          pointer: "/details/until",
        },
      ]
    : [];

/** From `month` on nothing relieves the premium any longer. */
export const premiumsDueFrom = (month: PlainMonth): Reason => ({
  weight: "notice",
  code: "premiums-due-again",
  message: `${month}分から、保険料の納付が必要になります`,
  article: "国民年金法88条1項",
});
