import type { Person } from "../domain/ledger.ts";
import type { Approved } from "../law/continuation.ts";
import { overlap } from "../law/month-span.ts";
import { cycleMonths } from "../law/year-cycle.ts";

/** What was granted on application for months of the 免除年度 that begins in July of `year`. */
export const approvedIn = ({ reliefs }: Person, year: number): readonly Approved[] =>
  reliefs.exemptions.flatMap((span) =>
    span.type !== "statutory" && overlap(span, cycleMonths("exemption", year))
      ? [{ kind: span.type, by: span.reason === "income" ? "income" : "hardship" } as const]
      : [],
  );

/** The article is own knowledge, confidence medium. */
export const article = "国民年金法施行規則77条の2(継続審査)";
