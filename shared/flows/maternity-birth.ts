import * as z from "zod";
import type { Reason } from "../domain/decision.ts";
import type { EventOf } from "../domain/ledger-events.ts";
import { administrative, item } from "../domain/record-items.ts";
import type { RecordedMaternity } from "../domain/recorded-reliefs.ts";
import { maternityTypeSchema } from "../domain/reliefs.ts";
import { plainDateSchema } from "../domain/values.ts";
import { addMonthsToDay, type PlainDate } from "../law/calendar.ts";
import { isBirthByLaw, maternityPeriod, mayBeOneBirth, mayFileMaternity } from "../law/maternity-exemption.ts";
import type { ClosedSpan } from "../law/month-span.ts";
import { lawful } from "./checks.ts";
import type { Case } from "./define.ts";
import { monthNotices, monthsOf, notAhead } from "./family-exemption-rules.ts";

/** The birth as the form of 産前産後免除 says it: one day, 出産予定日 before the birth and 出産日 after it. */
export const birthDetails = {
  day: item("insured.maternityDueOrDeliveryDate", plainDateSchema),
  dayIs: administrative(
    z.enum(["due", "delivered"], "出産予定日(due)か出産日(delivered)を選んでください"),
    "届書の日が出産予定日か出産日かの別",
  ),
  type: item("insured.maternityExemptionType", maternityTypeSchema),
} as const;

export const birthAtCounter = {
  /** 死産・流産・早産などで確かめた、出産のときの妊娠日数. */
  pregnancyDays: z.int().min(1).max(330).optional(),
  /** The child is in another 世帯, so that the ward's own records do not show it. */
  childLivesElsewhere: z.boolean().optional(),
  /** Somebody made sure that a day near this one is of another birth. */
  anotherBirth: z.boolean().optional(),
} as const;

interface Birth {
  readonly day: PlainDate;
  readonly dayIs: "due" | "delivered";
  readonly type: EventOf<"maternity-exempted">["type"];
}
interface AtCounter {
  readonly pregnancyDays?: number | undefined;
  readonly childLivesElsewhere?: boolean | undefined;
  readonly anotherBirth?: boolean | undefined;
}
type BirthCase = Case<Birth, AtCounter>;

/** 出産予定日 by 母子健康手帳; 出産日 is known to the ward, unless the child is elsewhere or did not live (confidence medium). */
export const birthDocuments = (
  { dayIs }: Birth,
  { atCounter: seen }: { readonly atCounter?: AtCounter | undefined },
) => [
  ...(dayIs === "due" || seen?.pregnancyDays !== undefined ? (["maternity-handbook"] as const) : []),
  ...(dayIs === "delivered" && seen?.childLivesElsewhere ? (["family-register"] as const) : []),
];

/** Past the due date the day of delivery decides (年管管発1206第1号): a month past it, the child has come. */
const dueDayPassed = ({ filing: { details, filedOn } }: BirthCase): readonly Reason[] =>
  details.dayIs !== "due" || filedOn <= details.day
    ? []
    : [
        {
          weight: filedOn > addMonthsToDay(details.day, 1) ? "incomplete" : "notice",
          code: "due-day-passed",
          message: "出産予定日を過ぎています。出産していれば、出産日で届け出てください",
          pointer: "/details/dayIs",
          article: "国民年金法88条の2",
        },
      ];

const noBirth = ({ filing: { atCounter } }: BirthCase): readonly Reason[] =>
  atCounter?.pregnancyDays === undefined || isBirthByLaw(atCounter.pregnancyDays)
    ? []
    : [
        {
          weight: "refuse",
          code: "not-a-birth-by-law",
          message: "妊娠85日以上の分娩ではないため、産前産後免除の対象になりません",
          pointer: "/atCounter/pregnancyDays",
          article: "国民年金法88条の2",
        },
      ];

const alreadyRecorded = ({ filing }: BirthCase, recorded: readonly RecordedMaternity[]): readonly Reason[] => {
  const { day } = filing.details;
  const another = filing.atCounter?.anotherBirth === true;
  return recorded.some(({ on }) => on === day || (!another && mayBeOneBirth(on, day)))
    ? [
        {
          weight: "refuse",
          code: "maternity-already-recorded",
          message:
            "同じ出産とみられる産前産後免除の記録があります(多胎も一つです)。日や単胎・多胎が変わったのなら変更届を、別の出産なら、そのことを確かめて届け出てください",
          pointer: "/details/day",
          article: "国民年金法88条の2",
        },
      ]
    : [];
};

const tooEarly: Reason = {
  weight: "refuse",
  code: "before-maternity-exemption",
  message: "産前産後免除は平成31年4月以後の月に限られ、この出産には免除される月がありません",
  pointer: "/details/day",
  article: "国民年金法88条の2",
};

export const periodOfBirth = ({ day, type }: Birth): ClosedSpan | null => maternityPeriod(day, type === "multiple");

/** What stands against the birth, or has to be told of its months. `others` are the births on record beside this one. */
export const birthReasons = (input: BirthCase, others: readonly RecordedMaternity[]): readonly Reason[] => {
  const { details, filedOn } = input.filing;
  const delivered = details.dayIs === "delivered";
  const birth = {
    dueOn: delivered ? null : details.day,
    deliveredOn: delivered ? details.day : null,
    multiple: details.type === "multiple",
  };
  const period = periodOfBirth(details);
  return [
    ...(delivered ? notAhead(input, details.day, "/details/day") : []),
    ...lawful(mayFileMaternity(birth, filedOn), "/filedOn"),
    ...dueDayPassed(input),
    ...noBirth(input),
    ...alreadyRecorded(input, others),
    ...(period === null ? [tooEarly] : []),
    ...monthNotices(input, monthsOf(input.person, period), "maternity"),
  ];
};
