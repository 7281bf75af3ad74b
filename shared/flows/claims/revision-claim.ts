import * as z from "zod";
import type { BenefitKind } from "../../domain/benefits.ts";
import type { Reason } from "../../domain/decision.ts";
import { lastSettledOn } from "../../domain/recipients.ts";
import type { PlainDate } from "../../law/calendar.ts";
import { revisionFrom } from "../../law/claim-limits.ts";
import type { Case } from "../define.ts";
import { certificateFresh, certificateSeen, claimInOrder, ofWard, otherSchemeSeen, refuse, when } from "./checks.ts";
import type { FoundRight } from "./rights.ts";

/** What the counter sees of a claim to revise the amount. */
export const revisionSeen = {
  ...certificateSeen,
  ...otherSchemeSeen,
  /** 障害の程度が増進したことが明らかな場合 (則33条の2の2; 号は要確認). */
  obviousWorsening: z.boolean().optional(),
} as const;

type Revision = Case<
  unknown,
  {
    readonly certificateMadeOn?: PlainDate | undefined;
    readonly receivesOtherScheme?: boolean | undefined;
    readonly obviousWorsening?: boolean | undefined;
  }
>;

/** 額改定請求 waits a year from 裁定 or the last 診査, unless the worsening is plain; nothing is above grade 1 (法34条2項・3項). */
export const revisionReasons = (input: Revision, { right, reasons }: FoundRight): readonly Reason[] => {
  const { filedOn, atCounter: seen } = input.filing;
  const settledOn = right && lastSettledOn(right);
  const first = settledOn === null ? null : revisionFrom(settledOn);
  return [
    ...claimInOrder(input),
    ...ofWard(seen),
    ...reasons,
    ...certificateFresh(seen?.certificateMadeOn, input, "国民年金法施行規則33条"),
    ...when(
      right?.facts.grade === 1,
      refuse("revision-not-open", "すでに1級のため、額改定を請求できません", "/details", "国民年金法34条2項"),
    ),
    ...when(
      first !== null && filedOn < first && seen?.obviousWorsening !== true,
      refuse(
        "within-one-year",
        `裁定または前回の診査(${settledOn})から1年を経過していません。${first}から請求できます(障害の程度が増進したことが明らかな場合を除く)`,
        "/filedOn",
        "国民年金法34条3項",
      ),
    ),
  ];
};

export const revisedKinds = ["disability", "disability-before-20"] as const satisfies readonly BenefitKind[];
