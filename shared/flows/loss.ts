import * as z from "zod";
import { lossCauseSchema } from "../domain/causes.ts";
import { conclude, type Reason } from "../domain/decision.ts";
import { item } from "../domain/record-items.ts";
import { lossDay } from "../law/qualification.ts";
import {
  check,
  daysInOrder,
  documentsAttached,
  filerAllowed,
  lateness,
  nothingRecordedLater,
  otherCategory,
  periodAtEvent,
  sameAsOnFile,
} from "./checks.ts";
import { defineFlow } from "./define.ts";
import { anyone } from "./filers.ts";

export const notEnrolled: Reason = {
  weight: "refuse",
  code: "not-enrolled",
  message: "事実発生日に国民年金の資格の記録がありません",
  pointer: "/eventOn",
  article: "国民年金法9条",
};

/** A05. 事実発生日は転出・受給権発生・死亡の日, 喪失日は法9条により翌日か当日. 60歳到達は届出不要 (則3条かっこ書). */
export const loss = defineFlow({
  form: "A05",
  family: "qualification",
  title: "資格喪失届",
  basis: ["国民年金法12条1項", "国民年金法9条", "国民年金法施行規則3条"],
  filers: anyone,
  deadlineDays: 14,
  details: {
    cause: item("insured.lossCause", lossCauseSchema.extract(["moved-abroad", "old-age-benefit", "death"])),
  },
  atCounter: {
    /** 国外転出後の任意加入を希望する. */
    wantsVoluntaryEnrolment: z.boolean().optional(),
  },
  documents: ({ cause }) =>
    cause === "moved-abroad"
      ? ["moving-out-notice"]
      : cause === "old-age-benefit"
        ? ["old-age-benefit-certificate"]
        : [],
  retention: "qualification-filing",
  report: "loss",
  decide: (input) => {
    const { cause } = input.filing.details;
    const current = periodAtEvent(input);
    return conclude(
      [
        ...check(input, daysInOrder, filerAllowed, sameAsOnFile, documentsAttached, lateness),
        ...(current ? [] : [notEnrolled]),
        ...(current && current.category !== "1" ? [otherCategory(current)] : []),
        ...(current ? check(input, nothingRecordedLater) : []),
        ...(cause === "death"
          ? [
              {
                weight: "notice",
                code: "filing-not-required",
                message: "死亡による資格喪失は届出を要しません。受け付けた内容で喪失を記録します",
                article: "国民年金法施行規則3条かっこ書",
              } as const,
            ]
          : []),
        ...(input.filing.atCounter?.wantsVoluntaryEnrolment
          ? [
              {
                weight: "notice",
                code: "voluntary-enrolment-separate",
                message: "任意加入は申出の日からです。任意加入の申出を別に案内してください",
                article: "国民年金法附則5条",
              } as const,
            ]
          : []),
      ],
      () => [{ kind: "lost", on: lossDay(cause, input.filing.eventOn), cause }],
    );
  },
});
