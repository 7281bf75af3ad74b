import * as z from "zod";
import { categories } from "../../domain/causes.ts";
import type { Reason } from "../../domain/decision.ts";
import { hasAttained } from "../../law/age.ts";
import type { PlainDate } from "../../law/calendar.ts";
import { disabilityClaimOffice, type FirstVisitStanding } from "../../law/claim-office.ts";
import { lawful } from "../checks.ts";
import type { Case } from "../define.ts";
import { categoryOn, incomplete, refuse, when } from "./checks.ts";
import { hasEarlyOldAge } from "./rights.ts";

const article = "国民年金法30条1項";

const standings = [
  "1",
  "2",
  "3",
  "voluntary",
  "special-voluntary",
  "before-20",
  "sixties",
  "uninsured",
] as const satisfies readonly FirstVisitStanding[];

/** How the claimant stood on 初診日, as 年金記録 shows it. */
export const firstVisitSeen = {
  firstVisitUnder: z.enum(standings, "用意された区分から選んでください").optional(),
} as const;

type Input = Case<{ readonly firstVisitOn: PlainDate }, { readonly firstVisitUnder?: FirstVisitStanding | undefined }>;

/** 初診日 before the claim and after the birth. */
export const firstVisitInOrder = ({
  filing,
}: Case<{ readonly firstVisitOn: PlainDate }, unknown>): readonly Reason[] => [
  ...when(
    filing.details.firstVisitOn > filing.filedOn,
    refuse("first-visit-in-future", "初診日が受付日より後です", "/details/firstVisitOn"),
  ),
  ...when(
    filing.details.firstVisitOn < filing.person.birthDate,
    refuse("first-visit-before-birth", "初診日が生年月日より前です", "/details/firstVisitOn"),
  ),
];

const sixties = (birthDate: PlainDate, day: PlainDate): boolean =>
  hasAttained(birthDate, 60, day) && !hasAttained(birthDate, 65, day);

/** Who takes the claim turns on how the claimant stood on 初診日; what the counter says is held against the ledger. */
export const firstVisitStanding = (input: Input): readonly Reason[] => {
  const { filing, person } = input;
  const { firstVisitOn } = filing.details;
  const under = filing.atCounter?.firstVisitUnder;
  const pointer = "/atCounter/firstVisitUnder";
  if (under === undefined)
    return [
      incomplete(
        "first-visit-standing-unknown",
        "初診日にどの被保険者だったかを年金記録で確かめて入力してください",
        pointer,
        article,
      ),
    ];
  const recorded = categoryOn(person, firstVisitOn);
  const { birthDate } = filing.person;
  return [
    ...lawful(disabilityClaimOffice(under), pointer),
    ...when(
      under === "uninsured",
      refuse(
        "uninsured-at-first-visit",
        "初診日に国民年金の被保険者でも、60歳以上65歳未満で国内に住む人でもなかったため、障害基礎年金を請求できません(任意加入していなかった期間なら特別障害給付金を確かめてください)",
        pointer,
        article,
      ),
    ),
    ...when(
      under === "before-20" || !hasAttained(birthDate, 20, firstVisitOn),
      refuse(
        "use-before-20-claim",
        "初診日が20歳前のときは、20歳前傷病の請求(C03)で受け付けます",
        "/details/firstVisitOn",
        "国民年金法30条の4",
      ),
    ),
    ...when(
      under === "sixties" && !sixties(birthDate, firstVisitOn),
      refuse("not-in-sixties", "初診日に60歳以上65歳未満ではありません", pointer, "国民年金法30条1項2号"),
    ),
    ...when(
      recorded !== undefined && recorded !== under,
      incomplete(
        "first-visit-category-differs",
        `国民年金ファイルでは、初診日に${recorded === undefined ? "" : categories[recorded]}です。年金記録を確かめてください`,
        pointer,
        article,
      ),
    ),
  ];
};

/** 事後重症 is closed to whoever receives 老齢基礎年金 early (法附則9条の2の3). */
export const notEarlyOldAge = (input: Case<unknown, unknown>): readonly Reason[] =>
  when(
    hasEarlyOldAge(input),
    refuse(
      "early-old-age-received",
      "老齢基礎年金を繰り上げて請求しているため、事後重症の請求はできません",
      "/details/claimType",
      "国民年金法附則9条の2の3",
    ),
  );
