import type { Hour } from "../../../shared/audit/hours.ts";
import { dayBeforeInMonth, hoursBackwards, monthOfHour } from "../../../shared/audit/trail-months.ts";
import { lastDayOf, type PlainDate, plainDate } from "../../../shared/law/calendar.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import type { Write } from "../../../shared/stores/database.ts";
import { type ErasureItem, erasureItemWrite, itemsOwnedBy } from "../../../shared/stores/erasures.ts";
import { goneWritesOfHour } from "../../../shared/stores/traces.ts";
import { hourGoneWrite } from "../../../shared/stores/trail-hours.ts";
import {
  holdingOfTrailMonth,
  monthOfRecord,
  oldestDigest,
  trailMonths,
  trailObjectsOf,
} from "../../../shared/stores/trail-months.ts";
import { VersionsStay } from "../../../shared/stores/versions.ts";
import { foundIn } from "../listing/records.ts";
import { holdThatRefused, notHeld } from "./held.ts";
import { stillDue } from "./judge-again.ts";
import { itemAs, type Pass } from "./pass.ts";
import { settle } from "./settle.ts";
import { isWholeMonth } from "./whole-month.ts";

/** Rows that go in one transaction. */
const atOnce = 100;

/** Why a month that is due stays. Codes. */
const staysBecause = async (item: ErasureItem, months: readonly ErasureItem[], pass: Pass): Promise<string | null> => {
  const month = monthOfRecord(item.record);
  const found = stillDue(foundIn(holdingOfTrailMonth(month), pass.looking), pass);
  if (typeof found === "string") return found;
  const oldest = await oldestDigest(pass.turn.ports.buckets.audit);
  if (oldest === undefined || monthOfHour(oldest) > month) return "not-there";
  // The chain is cut at its beginning or nowhere.
  if (monthOfHour(oldest) < month) return "earlier-stays";
  const gone = months.filter(({ state }) => state === "erased");
  return (await isWholeMonth(month, oldest, gone, pass)) ? null : "chain-broken";
};

/**
 * Says that a month goes, before any of it does; null where it stays. From then on it goes to its end: a hold counts up to
 * here, for what is left of a month half gone proves nothing.
 */
const mark = async (item: ErasureItem, months: readonly ErasureItem[], pass: Pass): Promise<ErasureItem | null> => {
  const { turn, erasureId } = pass;
  const reason = await staysBecause(item, months, pass);
  if (reason !== null) {
    const failed = reason === "chain-broken" || reason === "earlier-stays";
    await settle(item, { state: failed ? "failed" : "changed", reason }, pass);
    return null;
  }
  const marked = itemAs(item, { state: "marked" });
  const codes = ["erased", "trail-month", monthOfRecord(item.record)];
  const outcome = await turn.ports.database.transact([
    ...notHeld([item]),
    erasureItemWrite(erasureId, marked),
    auditWrite(turn.trail({ object: erasureId, purpose: "erasure", codes })),
  ]);
  if (outcome.ok) return marked;
  const held = outcome.contended ? null : await holdThatRefused(outcome.failed, pass);
  if (held === null) throw new Error("the mark of a month could not be kept");
  await settle(item, { state: "held", reason: held }, pass);
  return null;
};

const removeRows = async (hour: Hour, { turn }: Pass): Promise<void> => {
  const { database } = turn.ports;
  let group: Write[] = [hourGoneWrite(hour)];
  const flush = async () => {
    if (!(await database.transact(group)).ok) throw new Error("rows of the trail could not be removed");
    group = [];
  };
  for await (const write of goneWritesOfHour(database, hour)) {
    group.push(write);
    if (group.length === atOnce) await flush();
  }
  if (group.length > 0) await flush();
};

/**
 * A day of a month, the last hour first: the newest objects are the last to come free of their lock, so that a month goes
 * or is refused before anything of it went. Of each hour the objects go before the rows. @throws VersionsStay
 */
const eraseDay = async (day: PlainDate, pass: Pass): Promise<void> => {
  const bucket = pass.turn.ports.buckets.audit;
  const objects = await trailObjectsOf(bucket, day);
  for (const hour of hoursBackwards(day)) {
    const own = objects.get(hour) ?? [];
    if (own.length > 0) await bucket.remove(own);
    await removeRows(hour, pass);
  }
};

/** The month being erased and the day of it that is next, or a month alone behind its end. */
const placeOf = (item: ErasureItem, day: PlainDate | null): string =>
  day === null ? item.record : `${item.record} ${day}`;

/** Where to go on in a month: on its last day unless the walk was further. */
const dayIn = (item: ErasureItem, after: string | null): PlainDate => {
  const [record, day] = after?.split(" ") ?? [];
  return record === item.record && day !== undefined ? plainDate(day) : lastDayOf(monthOfRecord(item.record));
};

/** A day of the oldest month that goes; one month after the other. */
export const eraseTrail = async (
  after: string | null,
  pass: Pass,
): Promise<{ readonly looked: number; readonly next: string | null }> => {
  const months = await itemsOwnedBy(pass.turn.ports.database, pass.erasureId, "~", trailMonths);
  const item = months.find(({ state }) => state === "listed" || state === "marked");
  if (!item) return { looked: 0, next: null };
  const over = { looked: 1, next: placeOf(item, null) };
  const marked = item.state === "marked" ? item : await mark(item, months, pass);
  if (!marked) return over;
  const day = dayIn(item, after);
  try {
    await eraseDay(day, pass);
  } catch (error) {
    if (!(error instanceof VersionsStay)) throw error;
    pass.turn.ports.log.fault(error);
    await settle(marked, { state: "failed", reason: "versions-stay" }, pass);
    return over;
  }
  const before = dayBeforeInMonth(day);
  if (before === null) await settle(marked, { state: "erased", reason: null }, pass);
  return { looked: 1, next: placeOf(item, before) };
};
