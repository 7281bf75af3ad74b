import { toldFromBehind } from "../../../shared/audit/attested-beginning.ts";
import { lastHourOfMonth } from "../../../shared/audit/trail-months.ts";
import { lettersFrom } from "../../../shared/domain/ids.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { type RetentionClass, type RetentionRow, retentionClasses } from "../../../shared/domain/retention.ts";
import { dayAt, type PlainDate, type PlainMonth } from "../../../shared/law/calendar.ts";
import type { Erasure, ErasureItem } from "../../../shared/stores/erasures.ts";
import { isTrailMonth, monthOfRecord } from "../../../shared/stores/trail-months.ts";
import { everyItem } from "../every-item.ts";
import { goneFrom } from "../gone-from.ts";
import { rowsInForce } from "../rows-in-force.ts";
import type { Turn } from "../turn.ts";
import type { Progress, Unsigned } from "./progress.ts";

/** What stays by rule (docs/retention.md). */
const staying = ["trail-pseudonyms", "backups-until-gone"];

interface Gone {
  records: number;
  earliestClock: PlainDate;
  latestClock: PlainDate;
}

interface Tally {
  readonly erased: Map<RetentionClass, Gone>;
  /** By class and reason. */
  readonly left: Map<string, { readonly class: RetentionClass; readonly reason: string; records: number }>;
  /** Of the trail: the last month that went. */
  lastMonth: PlainMonth | null;
}

const addErased = ({ erased }: Tally, { class: name, clockOn }: ErasureItem): void => {
  const gone = erased.get(name);
  if (!gone) erased.set(name, { records: 1, earliestClock: clockOn, latestClock: clockOn });
  else {
    gone.records += 1;
    if (clockOn < gone.earliestClock) gone.earliestClock = clockOn;
    if (clockOn > gone.latestClock) gone.latestClock = clockOn;
  }
};

const addLeft = ({ left }: Tally, { class: name, state, reason }: ErasureItem): void => {
  const why = reason ?? state;
  const row = left.get(`${name} ${why}`) ?? { class: name, reason: why, records: 0 };
  row.records += 1;
  left.set(`${name} ${why}`, row);
};

const tallyOf = async ({ erasureId }: Erasure, { ports }: Turn): Promise<Tally> => {
  const tally: Tally = { erased: new Map(), left: new Map(), lastMonth: null };
  for await (const item of everyItem(ports.database, erasureId))
    if (item.state === "erased") {
      addErased(tally, item);
      // Items lie in the order of their months.
      if (isTrailMonth(item.record)) tally.lastMonth = monthOfRecord(item.record);
    } else addLeft(tally, item);
  return tally;
};

/** What the oldest digest kept says of the last hour that went; left out where nothing of the trail went, or it says nothing. */
const trailOf = async ({ lastMonth }: Tally, { ports }: Turn): Promise<Pick<Unsigned, "trail">> => {
  if (lastMonth === null) return {};
  const trail = await toldFromBehind(ports.audit, lastHourOfMonth(lastMonth), await ports.signer.publicKey());
  return trail ? { trail } : {};
};

const erasedOf = ({ erased }: Tally, rowOf: (name: RetentionClass) => RetentionRow): Unsigned["erased"] =>
  keysOf(retentionClasses).flatMap((name) => {
    const gone = erased.get(name);
    return gone ? [{ class: name, ...gone, source: rowOf(name).source }] : [];
  });

const byName = <Each>(rows: readonly (readonly [string, Each])[]) => rows.toSorted(([a], [b]) => (a < b ? -1 : 1));

/** What is certified of an erasure read back: drawn up once, from its items as they stand, and kept until it is signed. */
export const certificateOf = async (
  erasure: Erasure,
  { checks }: Pick<Progress, "checks">,
  turn: Turn,
): Promise<Unsigned> => {
  const { ports } = turn;
  const { erasureId, approvals, erasedFrom, erasedUntil } = erasure;
  if (erasedFrom === null || erasedUntil === null) throw new Error("nothing was erased that could be certified");
  const today = dayAt(ports.clock());
  const tally = await tallyOf(erasure, turn);
  return {
    certificateId: `X${today.replaceAll("-", "")}-${lettersFrom(ports.random(6))}`,
    kind: "retention",
    wardCode: ports.ward.code,
    wardName: ports.ward.name,
    of: erasureId,
    approvals: approvals
      .filter(({ decision }) => decision === "approve")
      .map(({ by, at, documentNumber }) => ({ by, at, documentNumber })),
    from: erasedFrom,
    until: erasedUntil,
    erased: erasedOf(tally, rowsInForce(erasure, ports.schedule)),
    left: byName([...tally.left]).map(([, row]) => row),
    checks: byName(Object.entries(checks)).map(([check, { examined, found }]) => ({ check, examined, found })),
    // The key of the erasure goes today: until then what was known of the erased could be opened.
    goneFrom: goneFrom(today, ports.backups),
    stays: staying,
    ...(await trailOf(tally, turn)),
  };
};
