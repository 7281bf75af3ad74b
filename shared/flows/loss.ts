import * as z from "zod";
import { lossCauseSchema } from "../domain/causes.ts";
import { conclude, type Reason } from "../domain/decision.ts";
import { item } from "../domain/record-items.ts";
import type { PlainDate } from "../law/calendar.ts";
import { type Category, lossDay } from "../law/qualification.ts";
import { voluntaryLossDay } from "../law/voluntary-enrolment.ts";
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

type LossFact = "moved-abroad" | "old-age-benefit" | "death" | "nationality-lost" | "full-months";

export const notEnrolled: Reason = {
  weight: "refuse",
  code: "not-enrolled",
  message: "事実発生日に国民年金の資格の記録がありません",
  pointer: "/eventOn",
  article: "国民年金法9条",
};

/** What each category can be lost by, on a 届出 (法9条, 附則5条). 第2号・第3号 are settled by 日本年金機構. */
const causesOf: Readonly<Record<Category, readonly LossFact[]>> = {
  "1": ["moved-abroad", "old-age-benefit", "death"],
  "2": [],
  "3": [],
  voluntary: ["moved-abroad", "death", "nationality-lost", "full-months"],
  "special-voluntary": ["moved-abroad", "death", "nationality-lost"],
};

/** 喪失日. 480月 is reached on the day the event names. */
const lostOn = (category: Category, cause: LossFact, factOn: PlainDate): PlainDate => {
  if (cause === "full-months") return factOn;
  if (cause === "nationality-lost" || (category !== "1" && cause !== "old-age-benefit"))
    return voluntaryLossDay(cause, factOn);
  return lossDay(cause, factOn);
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
    cause: item(
      "insured.lossCause",
      lossCauseSchema.extract(["moved-abroad", "old-age-benefit", "death", "nationality-lost", "full-months"]),
    ),
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
        ...(current && !causesOf[current.category].includes(cause) ? [otherCategory(current)] : []),
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
      () => [{ kind: "lost", on: lostOn(current?.category ?? "1", cause, input.filing.eventOn), cause }],
    );
  },
});
