import type { ReportKind } from "../../../shared/documents/report.ts";
import type { FilingId } from "../../../shared/domain/ids.ts";
import { flows } from "../../../shared/flows/catalogue.ts";
import type { Flow } from "../../../shared/flows/define.ts";
import type { Instant, PlainDate } from "../../../shared/law/calendar.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { type Filing, filingKey, filingOf, readRegister } from "../../../shared/stores/filings.ts";
import { readRows } from "../../read-rows.ts";
import type { OutputOf } from "../work.ts";

/** More 届出 than a ward takes in in a day. */
const mostOfOneDay = 10_000;

export interface AskedFiling {
  readonly filingId: FilingId;
  /** Undefined for a 受付番号 that nothing was filed under. */
  readonly filing: Filing | undefined;
  /** The 帳票 it goes on; null where its 手続 has none. */
  readonly kind: ReportKind | null;
}

const kindOf = (filing: Filing | undefined): ReportKind | null => {
  if (filing === undefined) return null;
  const flow: Flow = flows[filing.flow];
  return flow.report;
};

type Found = readonly Omit<AskedFiling, "kind">[];

const foundByNumber = async (filingIds: readonly FilingId[], database: Database): Promise<Found> => {
  const rows = await readRows(
    database,
    filingIds.map((id) => ({ table: "filings", key: filingKey(id) })),
  );
  return filingIds.map((filingId, at) => {
    const row = rows[at];
    return { filingId, filing: row && filingOf(row) };
  });
};

const foundByDay = async (day: PlainDate, recordedBy: Instant, database: Database): Promise<Found> => {
  const { filings, next } = await readRegister(database, {
    from: day,
    to: day,
    limit: mostOfOneDay,
    matches: ({ history: [first] }) => first !== undefined && first.at <= recordedBy,
  });
  if (next !== null) throw new Error("more 届出 than a day can bring");
  return filings.map((filing) => ({ filingId: filing.filingId, filing }));
};

/**
 * The 届出 of a request by 帳票 and 受付番号, those without a 帳票 last: the same every time, since what was recorded by the
 * request neither changes its 手続 nor goes.
 */
export const filingsAsked = async (
  { spec, requestedAt }: Pick<OutputOf<"forms">, "spec" | "requestedAt">,
  database: Database,
): Promise<readonly AskedFiling[]> => {
  const { filingIds = [], filedOn } = spec;
  const found =
    filedOn === undefined ? await foundByNumber(filingIds, database) : await foundByDay(filedOn, requestedAt, database);
  const place = ({ kind, filingId }: AskedFiling) => `${kind ?? "~"} ${filingId}`;
  return found.map((each) => ({ ...each, kind: kindOf(each.filing) })).sort((a, b) => (place(a) < place(b) ? -1 : 1));
};
