import type { Hour } from "../../shared/audit/hours.ts";
import { lastHourOfMonth, monthOfHour } from "../../shared/audit/trail-months.ts";
import { type Instant, plainMonth } from "../../shared/law/calendar.ts";
import type { Item } from "../../shared/stores/database.ts";
import { memoryDatabase } from "../../shared/stores/memory-database.ts";
import { approve, clockOver } from "./erasure-story.ts";
import { emptyBuckets, type World } from "./leaving.ts";
import { openStores } from "./restarting-office.ts";
import { writtenTrail } from "./trails.ts";

/** 03:10 in Japan on 3 April 2033: March 2026 is past its seven years, April 2026 is not. */
export const night = "2033-04-02T18:10:00.000Z" as Instant;
export const lastOfMarch = lastHourOfMonth(plainMonth("2026-03"));
/** A trail of so many hours, with late entries across the end of March, as a world of nothing else. */
export const trailWorld = async (hours: number, first: Hour) => {
  const trail = await writtenTrail(5, hours, first);
  const { master } = openStores();
  const build = async (): Promise<World> => {
    const database = memoryDatabase();
    for (const table of ["audit", "traces"] as const)
      for (const item of trail.database.dump(table)) await database.transact([{ kind: "put", table, item }]);
    const buckets = emptyBuckets();
    for (const [name, bytes] of trail.files) buckets.audit.set(name, [bytes]);
    return { database, master, buckets, signer: trail.signer };
  };
  return { trail, build };
};

/** Whether a row is of the trail that the test wrote, and of which month; null for what the erasure itself told. */
export const monthOfRow = ({ pk, sk }: Item): string | null => {
  const hour = (pk.startsWith("HOURS#") ? sk : (/^\d{4}-\d{2}-\d{2}T\d{2}/.exec(sk)?.[0] ?? "")) as Hour;
  return hour === "" || hour > "2030" ? null : monthOfHour(hour);
};

export const eraseTrailOf = async (world: World, over: Parameters<typeof clockOver>[1] = {}) => {
  const clock = clockOver(world, { now: night, ...over });
  const listed = await clock.begin();
  if (listed.state === "awaiting-approval") await approve(world, "2033-04-02T18:00:00.000Z" as Instant);
  const done = await clock.rest();
  return { clock, listed, done };
};
