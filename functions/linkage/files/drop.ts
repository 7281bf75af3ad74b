import type { LogCode } from "../../../shared/http/log-codes.ts";
import type { Write } from "../../../shared/stores/database.ts";
import type { FileLine } from "../../../shared/stores/dropped-files.ts";
import type { TableName } from "../../../shared/stores/tables.ts";
import type { Feed, Placed } from "../feed.ts";
import type { CsvRows } from "./read-csv.ts";

/** What became of a line, before it is known which. */
export type LineOutcome = Omit<FileLine, "line">;

/** Says, together with what a row changed, what became of its line. */
export type LineMark = (at: number, outcome: LineOutcome) => readonly Write[];

/** One kind of file that another system drops into the linkage bucket. */
export interface Drop<Row> {
  /** As schedule, log and access trail name it. */
  readonly name: string;
  /** Folder of the linkage bucket: `inbox/` and `results/` lie below it. */
  readonly folder: string;
  /** Where its files and lines are accounted for. */
  readonly table: TableName;
  readonly purpose: string;
  readonly logs: {
    readonly done: LogCode & `${string}-file-done`;
    readonly refused: LogCode & `${string}-file-refused`;
  };
  readonly outcomes: readonly string[];
  /** Why a line is held back, in words. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly read: (bytes: Uint8Array) => CsvRows<Row>;
  /** Takes rows in while `goOn` says so; each with its mark, in one transaction. */
  readonly take: (rows: readonly Placed<Row>[], feed: Feed, mark: LineMark, goOn: () => boolean) => Promise<unknown>;
}
