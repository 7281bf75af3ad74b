import { attainmentDay, hasAttained } from "../law/age.ts";
import type { PlainDate } from "../law/calendar.ts";
import { type Finding, finding } from "./batch-kinds.ts";
import { type Person, periodOn } from "./ledger.ts";

/**
 * Someone of 20 to 59 whom the ledger leaves without a qualification on `day` and since: what 職権適用 has to look into
 * (法105条). Null for everyone else, the dead among them.
 */
export const judgeUnenrolled = ({ facts, periods }: Person, day: PlainDate, pending: boolean): Finding | null => {
  if (facts === null || !hasAttained(facts.birthDate, 20, day) || hasAttained(facts.birthDate, 60, day)) return null;
  if (periodOn(periods, day) || periods.some(({ until }) => until === null)) return null;
  const last = periods.at(-1);
  if (last?.untilCause === "death") return null;
  const since = last?.until ?? attainmentDay(facts.birthDate, 20);
  if (pending) return finding("filing-in-progress", since, last);
  return finding(last ? "unenrolled-since-loss" : "never-enrolled", since, last);
};
