import type { Reason } from "../domain/decision.ts";
import { daysInOrder, documentsAttached, filerAllowed, onFile, sameAsOnFile } from "./checks.ts";
import type { Case } from "./define.ts";

/** 申請日: the fact is the application itself; the months it goes back to are asked for apart. */
const appliedThatDay = ({ filing }: Case<unknown, unknown>): readonly Reason[] =>
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

/** What the form of an application is looked through for, whatever it asks. */
export const applicationForm = [
  daysInOrder,
  appliedThatDay,
  filerAllowed,
  onFile,
  sameAsOnFile,
  documentsAttached,
] as const;
