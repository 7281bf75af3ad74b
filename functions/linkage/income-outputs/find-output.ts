import { incomeOutputIdPattern } from "../../../shared/contracts/income-outputs.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { findIncomeOutput, type IncomeOutput } from "../../../shared/stores/income-outputs.ts";

/** The output of that number; undefined for one that does not exist and for what is no such number alike. */
export const outputOfNumber = async (
  database: Database,
  text: string | undefined,
): Promise<IncomeOutput | undefined> =>
  text !== undefined && incomeOutputIdPattern.test(text) ? findIncomeOutput(database, text) : undefined;
