import type { BatchKind } from "../../shared/domain/batch-kinds.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { addDays, type PlainDate } from "../../shared/law/calendar.ts";
import type { Database } from "../../shared/stores/database.ts";
import { readRegister } from "../../shared/stores/filings.ts";

/** 届出 older than this and still not accepted are not waited for. */
const daysBack = 180;
const most = 20_000;

const asksForThem: Readonly<Record<BatchKind, boolean>> = {
  "age-20": false,
  "age-60": false,
  unenrolled: true,
  "health-insurance-loss": true,
};

/** Who has a 届出 at 受付 or 補正待ち: what they filed is not in the ledger yet. Read once, from the register of half a year. */
export const peopleWithPendingFilings = async (
  database: Database,
  kind: BatchKind,
  today: PlainDate,
): Promise<ReadonlySet<PersonId>> => {
  if (!asksForThem[kind]) return new Set();
  const { filings } = await readRegister(database, {
    from: addDays(today, -daysBack),
    to: today,
    limit: most,
    matches: ({ status }) => status === "received" || status === "awaiting-correction",
  });
  return new Set(filings.map(({ personId }) => personId));
};
