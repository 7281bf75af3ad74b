import type { FilingId, PersonId } from "../../../shared/domain/ids.ts";
import type { Instant, PlainDate } from "../../../shared/law/calendar.ts";
import type { Database, Item } from "../../../shared/stores/database.ts";
import type { TableName } from "../../../shared/stores/tables.ts";

/** Whose rows are looked for, and up to when. */
export interface Sought {
  readonly database: Database;
  readonly personId: PersonId;
  /** The pseudonym under which the trail names the person. */
  readonly subject: string;
  /** 届出 found so far: what became of them in 進達 is found by them. */
  readonly filings: readonly FilingId[];
  readonly today: PlainDate;
  /** The trail is told up to here. */
  readonly until: Instant;
  /** The year in which the person's key was made: nothing of theirs is older in the trail. */
  readonly knownSince: number;
}

/** Rows of one stretch, whether of the person or (where a table is not kept by person) not. */
export interface FoundRows {
  readonly items: readonly Item[];
  /** Where the next stretch begins; null behind the last. */
  readonly next: string | null;
}

/**
 * A way to a person's rows of one table, without a scan: each stretch is a few queries. What of it is told is for others to
 * say; rows of other people are left out here.
 */
export interface Way {
  readonly table: TableName;
  readonly stretch: (sought: Sought, after: string | null) => Promise<FoundRows>;
}
