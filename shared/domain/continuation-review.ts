import { continuedKind } from "../law/continuation.ts";
import type { ExemptionKind } from "../law/exemption-decision.ts";
import { contains } from "../law/month-span.ts";
import { insuredMonths } from "../law/qualification.ts";
import { cycleMonths } from "../law/year-cycle.ts";
import type { IncomeOutcome } from "./income-outputs.ts";
import type { Person } from "./ledger.ts";
import type { RecordedExemption } from "./recorded-reliefs.ts";

export type NotReviewed = Extract<
  IncomeOutcome,
  "hardship-not-continued" | "wish-withdrawn" | "not-yet-decided" | "no-exemption-to-continue" | "no-longer-category-1"
>;

/** Why a span cannot go on, the nearer to going on the later: of several spans in a month the best one counts. */
const standing = ({ type, reason, standing: settled }: RecordedExemption): ExemptionKind | NotReviewed => {
  if (type !== "full" && type !== "deferment") return "no-exemption-to-continue";
  if (settled !== "confirmed") return "not-yet-decided";
  return continuedKind({ kind: type, by: reason === "income" ? "income" : "hardship" }) ?? "hardship-not-continued";
};

/**
 * The kind that 継続審査 of 免除年度 `year` examines (B10), or why there is none. Reviewed is whoever had 全額免除 or 納付猶予,
 * approved on income, in the last month of the year before, is 第1号 in July, and has not withdrawn the wish. Aid, 失業 and
 * every other ground but the income itself need a new application.
 */
export const continuationOf = (
  { reliefs, periods }: Pick<Person, "reliefs" | "periods">,
  year: number,
): ExemptionKind | NotReviewed => {
  const june = cycleMonths("exemption", year - 1).until;
  const july = cycleMonths("exemption", year).from;
  if (reliefs.continuation === false) return "wish-withdrawn";
  const found = reliefs.exemptions.filter((span) => contains(span, june)).map(standing);
  const kind =
    found.find((one) => one === "full" || one === "deferment") ??
    found.find((one) => one !== "no-exemption-to-continue") ??
    "no-exemption-to-continue";
  if (kind !== "full" && kind !== "deferment") return kind;
  return insuredMonths(periods, july, july).get(july) === "1" ? kind : "no-longer-category-1";
};
