import * as z from "zod";
import { childcareItems } from "../domain/beyond-assessment.ts";
import type { Reason } from "../domain/decision.ts";
import type { EventOf } from "../domain/ledger-events.ts";
import type { RecordedMaternity, RecordedReliefs } from "../domain/recorded-reliefs.ts";
import type { PlainDate } from "../law/calendar.ts";
import { childcareEligibility, childcarePeriod, mayFileChildcare, type Parent } from "../law/childcare-exemption.ts";
import { maternityDayOf } from "../law/maternity-exemption.ts";
import { type ClosedSpan, later } from "../law/month-span.ts";
import { lawful } from "./checks.ts";
import type { Case } from "./define.ts";
import { decidingCategory, monthNotices, monthsOf, notAhead, notInsured } from "./family-exemption-rules.ts";

/** Whose child it is and who raises it. The child's name is in no item and is not kept. */
export const childDetails = {
  childBornOn: childcareItems.childBornOn,
  parent: childcareItems.parent,
  /** 縁組日, of 養父母 only. */
  adoptedOn: childcareItems.adoptedOn.optional(),
} as const;

export const childAtCounter = {
  /** 親子関係 is confirmed by 個人番号 or in the ward's own records; without it 戸籍 is needed. */
  relationConfirmed: z.boolean().optional(),
} as const;

export interface Child {
  readonly childBornOn: PlainDate;
  readonly parent: Parent;
  readonly adoptedOn?: PlainDate | undefined;
}

export const childDocuments = (
  _: unknown,
  { atCounter }: { readonly atCounter?: { readonly relationConfirmed?: boolean | undefined } | undefined },
) => (atCounter?.relationConfirmed ? [] : (["family-register"] as const));

/** The day the raising began: of 実父母 the birth, of 養父母 the adoption. */
export const raisedFrom = ({ childBornOn, parent, adoptedOn }: Child): PlainDate =>
  parent === "adoptive" && adoptedOn !== undefined ? later(adoptedOn, childBornOn) : childBornOn;

/** The mother's 産前産後免除 of this very birth, as recorded; null where there is none. */
export const maternityOf = (
  { maternity }: RecordedReliefs,
  { childBornOn, parent }: Child,
): RecordedMaternity | null => {
  const day =
    parent === "mother"
      ? maternityDayOf(
          maternity.map(({ on }) => on),
          childBornOn,
        )
      : undefined;
  return maternity.find(({ on }) => on === day) ?? null;
};

export const periodOfChild = (reliefs: RecordedReliefs, child: Child): ClosedSpan | null =>
  childcarePeriod({
    childBornOn: child.childBornOn,
    parent: child.parent,
    adoptedOn: child.adoptedOn ?? null,
    maternity: maternityOf(reliefs, child),
  });

export const exemptedFor = ({ adoptedOn, ...child }: Child, period: ClosedSpan): EventOf<"childcare-exempted"> => ({
  kind: "childcare-exempted",
  ...child,
  ...(adoptedOn === undefined ? {} : { adoptedOn }),
  ...period,
});

const wrongAdoption: Reason = {
  weight: "incomplete",
  code: "adoption-day-differs",
  message: "縁組日は、養父母のときだけ、子の出生日以後の日を入力してください",
  pointer: "/details/adoptedOn",
};

const hasItsAdoption = ({ parent, adoptedOn, childBornOn }: Child): boolean =>
  parent === "adoptive" ? adoptedOn !== undefined && adoptedOn >= childBornOn : adoptedOn === undefined;

const alreadyRecorded: Reason = {
  weight: "refuse",
  code: "childcare-already-recorded",
  message: "この子の育児期間免除の記録があります(双子などでも免除は一つです)。記録が違うのなら変更届を出してください",
  pointer: "/details/childBornOn",
  article: "国民年金法88条の3",
};

export const notRecorded = (pointer: string): Reason => ({
  weight: "refuse",
  code: "no-such-childcare",
  message: "その日に生まれた子の育児期間免除の記録がありません。子の生年月日を確かめてください",
  pointer,
});

/**
 * What stands against the exemption for a child, or has to be told of its months. `others` are the children on record beside
 * this one. Whether they live together was asked before where `livesWithChild` is left out.
 */
export const childReasons = (
  input: Case<Child, unknown>,
  others: RecordedReliefs["childcare"],
  livesWithChild = true,
): readonly Reason[] => {
  const { filing, person } = input;
  const child = filing.details;
  const period = periodOfChild(person.reliefs, child);
  const months = monthsOf(person, period);
  const category = decidingCategory(months, "childcare");
  return [
    ...notAhead(input, child.childBornOn, "/details/childBornOn"),
    ...(child.adoptedOn === undefined ? [] : notAhead(input, child.adoptedOn, "/details/adoptedOn")),
    ...(hasItsAdoption(child) ? [] : [wrongAdoption]),
    ...lawful(mayFileChildcare(filing.filedOn), "/filedOn"),
    ...(others.some(({ childBornOn }) => childBornOn === child.childBornOn) ? [alreadyRecorded] : []),
    ...(period !== null && category === null ? [notInsured] : []),
    // Without a month left, no 種別 is looked at.
    ...lawful(childcareEligibility(category ?? "1", livesWithChild, period), "/details/childBornOn"),
    ...monthNotices(input, months, "childcare"),
  ];
};
