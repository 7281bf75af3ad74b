import * as z from "zod";
import type { Department } from "../domain/departments.ts";
import type { Occasion } from "../domain/filing.ts";
import type { OfficerId } from "../domain/ids.ts";
import { officerIdSchema, type RightEntry, type RightEvent, rightEntry } from "../domain/right-events.ts";
import { noStanding, type Standing, standingSchema, withEntry } from "../domain/rights.ts";
import { type Database, type Item, type Key, queryAll, type Write } from "./database.ts";

/** One officer as loaded: what their ledger comes to. Version 0 while nothing was ever recorded. */
export interface OfficerRecord {
  readonly officer: OfficerId;
  readonly standing: Standing;
  readonly version: number;
}

const partition = (officer: OfficerId) => `OFFICER#${officer}`;
const standingKey = (officer: OfficerId): Key => ({ pk: partition(officer), sk: "STANDING" });

/** A cache, guarded by its version: the entries beside it are the record. */
const standingRow = z.object({ standing: standingSchema, version: z.int().positive() });
export const entryRow = z.object({ entry: rightEntry });
const officerRow = z.object({ officer: officerIdSchema });

/** The row to read for {@link recordOf}, so that others can be read in the same round trip. */
export const standingRowOf = (officer: OfficerId) => ({ table: "rights", key: standingKey(officer) }) as const;

export const recordOf = (officer: OfficerId, item: Item | undefined): OfficerRecord =>
  item ? { officer, ...standingRow.parse(item) } : { officer, standing: noStanding, version: 0 };

export const findOfficer = async (database: Database, officer: OfficerId): Promise<OfficerRecord> => {
  const [item] = await database.getAll([standingRowOf(officer)]);
  return recordOf(officer, item);
};

/** Every officer of whom a right in the department was ever asked for, by id. */
export const officersOf = async (database: Database, department: Department): Promise<OfficerRecord[]> => {
  const officers: OfficerId[] = [];
  for await (const item of queryAll(database, { table: "rights", pk: `DEPARTMENT#${department}` }))
    officers.push(officerRow.parse(item).officer);
  const items = await database.getAll(officers.map(standingRowOf));
  return officers.map((officer, at) => recordOf(officer, items[at]));
};

/** The whole ledger of an officer, oldest first. */
export const entriesOf = async (database: Database, officer: OfficerId): Promise<RightEntry[]> => {
  const entries: RightEntry[] = [];
  for await (const item of queryAll(database, { table: "rights", pk: partition(officer), prefix: "ENTRY#" }))
    entries.push(entryRow.parse(item).entry);
  return entries;
};

const numberKey = (number: string): Key => ({ pk: `NUMBER#${number}`, sk: "NUMBER" });

/** Whose the right or request of that number is. */
export const officerOfNumber = async (database: Database, number: string): Promise<OfficerRecord | undefined> => {
  const [item] = await database.getAll([{ table: "rights", key: numberKey(number) }]);
  return item && findOfficer(database, officerRow.parse(item).officer);
};

/** Ways that lead to an officer, for the events that open one. */
const waysTo = (officer: OfficerId, event: RightEvent): Write[] => {
  const numbered = (number: string): Write => ({
    kind: "create",
    table: "rights",
    item: { ...numberKey(number), officer },
  });
  if (event.kind === "approved") return [numbered(event.rightId)];
  if (event.kind !== "requested") return [];
  const listed = { pk: `DEPARTMENT#${event.grant.department}`, sk: officer, officer };
  return [numbered(event.requestId), { kind: "put", table: "rights", item: listed }];
};

/** What one more entry in an officer's ledger changes; refused when the ledger went on in the meantime. */
export const rightWrites = (
  { officer, standing, version }: OfficerRecord,
  { at, by }: Occasion,
  event: RightEvent,
): { readonly writes: readonly Write[]; readonly after: OfficerRecord } => {
  const entry: RightEntry = { id: String(version + 1).padStart(6, "0"), at, by, event };
  const after = { officer, standing: withEntry(standing, entry), version: version + 1 };
  const item: Item = { ...standingKey(officer), standing: after.standing, version: after.version };
  return {
    after,
    writes: [
      version === 0
        ? { kind: "create", table: "rights", item }
        : { kind: "replace", table: "rights", item, expects: version },
      { kind: "create", table: "rights", item: { pk: partition(officer), sk: `ENTRY#${entry.id}`, entry } },
      ...waysTo(officer, event),
    ],
  };
};
