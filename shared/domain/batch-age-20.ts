import { attainmentDay } from "../law/age.ts";
import type { PlainDate } from "../law/calendar.ts";
import { type Finding, finding } from "./batch-kinds.ts";
import type { Person } from "./ledger.ts";

/** Someone who attains 20 on `day`: enrolled already, or waiting for 日本年金機構. Null for someone who does not. */
export const judgeAge20 = ({ facts, periods }: Person, day: PlainDate): Finding | null => {
  if (facts === null || attainmentDay(facts.birthDate, 20) !== day) return null;
  const enrolled = periods.find(({ until }) => until === null || until > day);
  if (enrolled) return finding("already-enrolled", day, enrolled);
  const last = periods.at(-1);
  return finding(last?.untilCause === "death" ? "deceased" : "await-ex-officio", day, last);
};
