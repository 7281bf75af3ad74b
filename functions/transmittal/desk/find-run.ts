import { type RunId, runIdPattern } from "../../../shared/domain/ids.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { findRun, type Run } from "../../../shared/stores/runs.ts";

/** The run of that 進達番号; undefined for one that does not exist and for what is no 進達番号 alike. */
export const runOfNumber = async (database: Database, text: string | undefined): Promise<Run | undefined> =>
  text !== undefined && runIdPattern.test(text) ? findRun(database, text as RunId) : undefined;
