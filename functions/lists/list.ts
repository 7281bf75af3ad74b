import type { CsvColumn, CsvValue } from "../../shared/documents/csv.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import type { PlainDate } from "../../shared/law/calendar.ts";
import type { Database } from "../../shared/stores/database.ts";
import type { Filing } from "../../shared/stores/filings.ts";
import type { Keyring } from "../../shared/stores/keyring.ts";

/**
 * One line of a list. 受付番号, or of what is not about a 届出 the 宛名番号 (`atenaNumber`), leads to the person; nothing else of the
 * person stands in it.
 */
export type ListRow = Readonly<Record<string, CsvValue>>;

export interface Asked {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly today: PlainDate;
  /** Lines at most. */
  readonly most: number;
  /** Which 届出 may be on it: asked of those that would be, and of no others. */
  readonly includes: (filing: Filing) => boolean;
  /** Which people, on a list that is not about 届出. */
  readonly includesPerson: (person: PersonId) => boolean;
}

/** A list as it is drawn up. `usual`: how many days before and after today it tells of when nobody says. */
export interface List {
  readonly usual: { readonly back: number; readonly ahead: number };
  readonly columns: readonly CsvColumn<ListRow>[];
  /** Undefined when there are more than `most`. */
  readonly rows: (asked: Asked) => Promise<readonly ListRow[] | undefined>;
}

/** Lines of a list that are drawn up for the screen at most, though it shows fewer: seconds, well below what a call may take. */
export const mostRows = 10_000;
