import * as z from "zod";
import type { Reason } from "../../domain/decision.ts";
import type { Person } from "../../domain/ledger.ts";
import { periodOn } from "../../domain/ledger.ts";
import { plainDateSchema } from "../../domain/values.ts";
import { addMonthsToDay, type PlainDate } from "../../law/calendar.ts";
import { type Contributions, contributionsFulfilled, paymentsSince } from "../../law/claim-limits.ts";
import { recipientOffice } from "../../law/claim-office.ts";
import type { Reason as LawReason } from "../../law/reason.ts";
import {
  check,
  daysInOrder,
  documentsAttached,
  filerAllowed,
  lateness,
  lawful,
  onTheDayOfFiling,
  sameAsOnFile,
} from "../checks.ts";
import type { Case } from "../define.ts";

type Input = Case<unknown, unknown>;

/** A claim is made on the day it is filed. */
export const claimInOrder = (input: Input): readonly Reason[] =>
  check(input, daysInOrder, onTheDayOfFiling, filerAllowed, sameAsOnFile, documentsAttached);

/** A claim that rests on a death, and a 届 of a fact: 事実発生日 is the day it happened. */
export const factInOrder = (input: Input): readonly Reason[] =>
  check(input, daysInOrder, filerAllowed, sameAsOnFile, documentsAttached, lateness);

export const refuse = (code: string, message: string, pointer: string, article?: string): Reason => ({
  weight: "refuse",
  code,
  message,
  pointer,
  ...(article === undefined ? {} : { article }),
});

export const incomplete = (code: string, message: string, pointer: string, article?: string): Reason => ({
  ...refuse(code, message, pointer, article),
  weight: "incomplete",
});

export const notice = (code: string, message: string, article?: string): Reason => ({
  weight: "notice",
  code,
  message,
  ...(article === undefined ? {} : { article }),
});

/** A reason of the law that is told and decides nothing. */
export const told = ({ code, message, article }: LawReason): Reason => notice(code, message, article);

export const when = (fault: boolean, reason: Reason): readonly Reason[] => (fault ? [reason] : []);

/** 初診日・障害認定日・納付要件 of somebody: what the counter sees in 年金記録 and keeps nowhere. */
export const contributionsSeen = z.strictObject({
  insuredMonths: z.int().min(0).max(700),
  fulfilledMonths: z.int().min(0).max(700),
  lastYearUnpaid: z.boolean(),
});

/** 納付要件: told, not decided. Whoever falls short may claim all the same; 日本年金機構 decides. */
export const contributionsTold = (
  seen: Contributions | undefined,
  on: PlainDate,
  birthDate?: PlainDate,
): readonly Reason[] => {
  if (seen === undefined)
    return [
      notice(
        "contributions-unchecked",
        "保険料納付要件を確かめていません。年金記録(納付状況)を確かめてください",
        "国民年金法30条1項・37条",
      ),
    ];
  return contributionsFulfilled(seen, on, birthDate).reasons.map(told);
};

/** What five years have taken (法102条1項); the right itself is claimed all the same. */
export const lapsedTold = (rightOn: PlainDate, filedOn: PlainDate): readonly Reason[] => {
  const since = paymentsSince(filedOn);
  return when(
    rightOn < since,
    notice(
      "payments-lapsed",
      `受給権の発生から5年を過ぎているため、${since}より前に支払われるはずだった分は時効により支払われません`,
      "国民年金法102条1項",
    ),
  );
};

/** What every 届 of a recipient may say beside: whether 厚生年金・共済 is received too. */
export const otherSchemeSeen = { receivesOtherScheme: z.boolean().optional() } as const;

/** A recipient of 厚生年金・共済 has their 届 elsewhere. */
export const ofWard = (seen: { readonly receivesOtherScheme?: boolean | undefined } | undefined): readonly Reason[] =>
  lawful(recipientOffice(seen?.receivesOtherScheme === true), "/atCounter/receivesOtherScheme");

/** The day on which the medical certificate was made. */
export const certificateSeen = { certificateMadeOn: plainDateSchema.optional() } as const;

/**
 * A certificate of the three months before the claim (則31条・33条; confidence medium), or of after it: what was sent back may
 * come again with a newer one.
 */
export const certificateFresh = (
  madeOn: PlainDate | undefined,
  { filing: { filedOn }, today }: Input,
  article = "国民年金法施行規則31条・33条",
): readonly Reason[] =>
  madeOn === undefined
    ? [
        incomplete(
          "certificate-day-unknown",
          "診断書の現症日を入力してください",
          "/atCounter/certificateMadeOn",
          article,
        ),
      ]
    : [
        ...when(
          madeOn > today,
          refuse("certificate-in-future", "診断書の現症日が今日より後です", "/atCounter/certificateMadeOn"),
        ),
        ...when(
          madeOn < addMonthsToDay(filedOn, -3),
          incomplete(
            "certificate-too-old",
            "診断書の現症日が3か月より前です。新しい診断書が要ります",
            "/atCounter/certificateMadeOn",
            article,
          ),
        ),
      ];

/** Whether the ledger knows of months under 厚生年金 or as 第3号. */
export const hasOtherCategories = ({ periods }: Person): boolean =>
  periods.some(({ category }) => category === "2" || category === "3");

export const categoryOn = (person: Person, day: PlainDate) => periodOn(person.periods, day)?.category;

/** 同一生計・生計維持: who did not share their living with the deceased has no claim. */
export const livelihoodReasons = (shared: boolean | undefined, article: string): readonly Reason[] => {
  if (shared === undefined)
    return [
      incomplete(
        "livelihood-unknown",
        "亡くなった人と生計を同じくしていたかを確かめて入力してください",
        "/atCounter/sharedLivelihood",
        article,
      ),
    ];
  return when(
    !shared,
    refuse(
      "livelihood-apart",
      "亡くなった人と生計を同じくしていなかったため請求できません",
      "/atCounter/sharedLivelihood",
      article,
    ),
  );
};
