import { type Problem, problem } from "../../../shared/contracts/problems.ts";
import { type OfficerId, officerIdPattern } from "../../../shared/domain/ids.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { findOfficer, type OfficerRecord, officerOfNumber } from "../../../shared/stores/rights.ts";

export const isRefused = <Found extends object>(found: Found | Problem): found is Problem => "problem" in found;

/** The officer whose the right or request of that number is; the same for no such number and for what is no number. */
export const ownerOf = async (
  database: Database,
  pattern: RegExp,
  number: string | undefined,
): Promise<OfficerRecord | Problem> => {
  const found = number !== undefined && pattern.test(number) ? await officerOfNumber(database, number) : undefined;
  return found ?? problem("not-found");
};

/** An officer whom the ledger knows, or whom `known` vouches for. */
export const officerNamed = async (
  database: Database,
  text: string | undefined,
  known: (record: OfficerRecord) => boolean = () => false,
): Promise<OfficerRecord | Problem> => {
  if (text === undefined || !officerIdPattern.test(text)) return problem("not-found");
  const record = await findOfficer(database, text as OfficerId);
  return record.version > 0 || known(record) ? record : problem("not-found");
};
