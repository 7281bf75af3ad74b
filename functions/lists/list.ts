import type { CsvColumn, CsvValue } from "../../shared/documents/csv.ts";
import type { PlainDate } from "../../shared/law/calendar.ts";
import type { Database } from "../../shared/stores/database.ts";
import type { Filing } from "../../shared/stores/filings.ts";

/** One line of a list. 受付番号 leads to the person; nothing of the person stands in it. */
export type ListRow = Readonly<Record<string, CsvValue>>;

export interface Asked {
  readonly database: Database;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly today: PlainDate;
  /** Lines at most. */
  readonly most: number;
  /** Which 届出 may be on it: asked of those that would be, and of no others. */
  readonly includes: (filing: Filing) => boolean;
}

/** A list as it is drawn up. `usualDays` is how far back it goes when nobody says. */
export interface List {
  readonly usualDays: number;
  readonly columns: readonly CsvColumn<ListRow>[];
  /** Undefined when there are more than `most`. */
  readonly rows: (asked: Asked) => Promise<readonly ListRow[] | undefined>;
}

/** Lines of a list that are drawn up for the screen at most, though it shows fewer: seconds, well below what a call may take. */
export const mostRows = 10_000;
