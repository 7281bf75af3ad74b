import type { PlainDate } from "../law/calendar.ts";
import type { Category } from "../law/qualification.ts";
import { type BatchOutcome, type Finding, finding } from "./batch-kinds.ts";
import { type Person, periodOn } from "./ledger.ts";

const others = {
  "2": "category-2-already",
  "3": "category-3-already",
  voluntary: "voluntary-member",
  "special-voluntary": "voluntary-member",
} as const satisfies Record<Exclude<Category, "1">, BatchOutcome>;

/**
 * Someone who left 国保 on `lostOn`, perhaps for the insurance of an employer: still 第1号 as of `today`, with no 届出 under
 * way (`pending`), is a candidate for 種別変更. It is a suspicion, so nothing is recorded.
 */
export const judgeHealthInsuranceLoss = (
  { facts, periods }: Person,
  lostOn: PlainDate,
  today: PlainDate,
  pending: boolean,
): Finding => {
  if (facts === null) return finding("not-on-file", lostOn);
  const then = periodOn(periods, lostOn);
  if (!then) return finding("not-enrolled", lostOn);
  if (then.category !== "1") return finding(others[then.category], lostOn, then);
  if (then.until !== null && then.until <= today) return finding("changed-since", lostOn, then);
  return finding(pending ? "filing-in-progress" : "change-to-category-2", lostOn, then);
};
