import { changeColumns, changeStates } from "../../../../shared/contracts/resident-changes.ts";
import { keysOf } from "../../../../shared/domain/keys-of.ts";
import { quarantineReasons } from "../../../../shared/domain/resident-change.ts";
import { faultsKept } from "../../feed.ts";
import type { Drop } from "../../files/drop.ts";
import { readCsv, wholeNumber } from "../../files/read-csv.ts";
import { type ParsedRow, parseRow } from "../parse-row.ts";
import { takeRows } from "../take-rows.ts";

const rowOf = (cells: ReadonlyMap<string, string>): ParsedRow =>
  parseRow(
    Object.fromEntries([...cells].map(([name, cell]) => [name, name === "sequence" ? wholeNumber(cell) : cell])),
  );

/** Files of 住民記録の異動. */
export const residentDrop: Drop<ParsedRow> = {
  name: "resident-files",
  folder: "residents",
  table: "residents",
  purpose: "resident-record",
  logs: { done: "resident-file-done", refused: "resident-file-refused" },
  outcomes: keysOf(changeStates),
  reasons: quarantineReasons,
  read: (bytes) => readCsv(bytes, changeColumns, rowOf),
  take: (rows, feed, mark, goOn) => {
    const faults = new Map(rows.map(({ at, row }) => [at, row.ok ? [] : faultsKept(row.faults)]));
    return takeRows(
      rows,
      feed,
      (at) =>
        ({ state, ...taken }) =>
          mark(at, { ...taken, outcome: state, faults: faults.get(at) ?? [] }),
      goOn,
    );
  },
};
