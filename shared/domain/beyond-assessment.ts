import * as z from "zod";
import { pensionKindSchema } from "./benefits.ts";
import { keysOf } from "./keys-of.ts";
import { beyond } from "./record-items.ts";
import { childcareEndSchema, parentSchema } from "./reliefs.ts";
import { plainDateSchema, plainMonthSchema } from "./values.ts";

/**
 * Everything that the law needs and the published assessment (別添1) does not list. It is recorded only where the ward has
 * changed its assessment and switched it on (`beyondAssessment` of infra/parameter.ts): docs/beyond-assessment.md.
 */
export const beyondAssessment = {
  /** 育児期間免除 (法88条の3, since 2026-10-01): 別添1 has no item for it. */
  childcare: "育児期間免除の項目",
  /** 世帯主の配偶・扶養数: 別添1 lists it for 被保険者 and 配偶者 and not for 世帯主. */
  "head-dependants": "世帯主の配偶・扶養数",
  /** 年金生活者支援給付金: claimed at the ward's counter, and in no item of 別添1. */
  "support-benefit": "年金生活者支援給付金の請求",
} as const satisfies Record<string, string>;
export type BeyondAssessment = keyof typeof beyondAssessment;

export const beyondAssessmentSchema = z.enum(keysOf(beyondAssessment));

/** 育児期間免除: whose child, who raises it, and the months. */
export const childcareItems = {
  childBornOn: beyond("childcare", plainDateSchema),
  parent: beyond("childcare", parentSchema),
  /** 縁組日, of an adoptive parent. */
  adoptedOn: beyond("childcare", plainDateSchema),
  from: beyond("childcare", plainMonthSchema),
  until: beyond("childcare", plainMonthSchema),
  endCause: beyond("childcare", childcareEndSchema),
} as const;

/** 世帯主の配偶・扶養数. */
export const headDependants = beyond("head-dependants", z.int().min(0).max(30));

/** 年金生活者支援給付金: beside which pension it is claimed. */
export const supportBenefitItems = {
  kind: beyond(
    "support-benefit",
    pensionKindSchema.extract(["old-age", "disability", "disability-before-20", "survivor"]),
  ),
} as const;
