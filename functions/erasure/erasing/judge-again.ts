import type { KeyObject } from "node:crypto";
import type { PersonId } from "../../../shared/domain/ids.ts";
import type { Item } from "../../../shared/stores/database.ts";
import type { ErasureItem } from "../../../shared/stores/erasures.ts";
import { holdingsOf } from "../../../shared/stores/holdings.ts";
import { rowsOfRecord, type StoredRow } from "../../../shared/stores/record-rows.ts";
import { historyOf } from "../listing/histories.ts";
import type { Found, Looked } from "../listing/phase.ts";
import { foundIn } from "../listing/records.ts";
import type { Pass } from "./pass.ts";

/** Why something that was listed stays after all. Codes. */
export type Changed = "record-new" | "no-longer-due" | "not-there" | "unreadable";

/** A record as it now lies, due as before; or why not. */
export type Judged = { readonly found: Found; readonly rows: readonly StoredRow[] } | { readonly changed: Changed };

/** What is due as before, or why it is not. */
export const stillDue = (looked: Looked, { asOf }: Pick<Pass, "asOf">): Found | Changed =>
  looked === null || looked === "unknown"
    ? "unreadable"
    : looked.dueOn === null || looked.dueOn > asOf
      ? "no-longer-due"
      : looked;

/** What was approved was the list: what has changed since then is looked at anew, by the same rules. */
export const judgeRecord = async ({ owner, record }: ErasureItem, pass: Pass): Promise<Judged> => {
  const { database } = pass.turn.ports;
  const rows = await rowsOfRecord(database, owner, record);
  if (rows.length === 0) return { changed: "not-there" };
  for (const { table, item } of rows) {
    const [holding] = await holdingsOf(database, table, [item]);
    if (holding?.kind !== "record" || holding.record !== record) continue;
    const found = stillDue(foundIn(holding, pass.looking), pass);
    return typeof found === "string" ? { changed: found } : { found, rows };
  }
  return { changed: "unreadable" };
};

export const judgePerson = (
  owner: PersonId,
  [keyRow, snapshot, key]: readonly [Item, Item | undefined, KeyObject],
  pass: Pass,
): Found | Changed => stillDue(historyOf(owner, [keyRow, snapshot, key], pass.looking), pass);
