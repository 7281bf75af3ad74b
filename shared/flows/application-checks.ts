import type { Reason } from "../domain/decision.ts";
import type { IncomeRecord } from "../domain/income-record.ts";
import { roleNames } from "../law/personal-finding.ts";
import { studentApplies } from "./application-months.ts";
import type { Case } from "./define.ts";

/** 申請日: the fact is the application itself; the months it goes back to are asked for apart. */
export const appliedThatDay = ({ filing }: Case<unknown, unknown>): readonly Reason[] =>
  filing.eventOn === filing.filedOn
    ? []
    : [
        {
          weight: "refuse",
          code: "not-the-day-of-application",
          message: "事実発生日には受付日(申請日)を入力してください。さかのぼる月は申請の期間に入力してください",
          pointer: "/eventOn",
          article: "国民年金法90条1項・90条の3第1項",
        },
      ];

export const noStudent = (isStudent: boolean | undefined): readonly Reason[] =>
  isStudent === true ? [{ ...studentApplies, pointer: "/atCounter/isStudent" }] : [];

/** Who is examined is who there was on the day of the application; the tax office may know of others, of the year before. */
export const statedAsInRecord = (
  income: IncomeRecord | null,
  stated: { readonly spouse: boolean; readonly head: boolean },
): readonly Reason[] =>
  (["spouse", "head"] as const).flatMap((role) =>
    income === null || income[role] === null || stated[role]
      ? []
      : [
          {
            weight: "notice",
            code: "income-of-another",
            message: `所得情報に${roleNames[role]}の所得がありますが、申請書に${roleNames[role]}の記載がありません。申請日の${roleNames[role]}を確かめてください`,
            pointer: role === "spouse" ? "/details/spouse" : "/details/headOfHousehold",
            article: "国民年金法90条1項ただし書",
          },
        ],
  );
