import * as z from "zod";
import { addHours, firstHourOfDay, lastHourBefore } from "../../../shared/audit/hours.ts";
import { digestedHours } from "../../../shared/audit/trail-digests.ts";
import { lateHours } from "../../../shared/audit/trail-names.ts";
import { graceMinutes, verifyTrail } from "../../../shared/audit/verify-trail.ts";
import { plainDateSchema } from "../../../shared/domain/values.ts";
import { addDays, dayAt, type PlainDate } from "../../../shared/law/calendar.ts";
import { compareCalls } from "./compare-calls.ts";
import { compareTable } from "./compare-table.ts";
import type { ReconciliationPorts } from "./ports.ts";

/** Days behind today whose closed hours are looked at again each day. */
const daysAgain = 7;
/** Ids that a line of the log names; the counts tell of all. */
const mostNamed = 20;

const named = (ids: readonly string[]) => ids.slice(0, mostNamed).join(" ");

/** The schedule asks for nothing; an operator may ask for a day whose comparison was missed. */
const asked = z.object({ day: plainDateSchema.optional() });

/** A day's calls against its entries. */
const callsOf = async (ports: ReconciliationPorts, day: PlainDate) => {
  const compared = await compareCalls(ports, day);
  const { calls, entries, withoutEntry, withoutCall } = compared;
  if (withoutEntry.length + withoutCall.length > 0)
    ports.log.note("trail-gap", {
      day,
      calls,
      entries,
      withoutEntry: withoutEntry.length,
      withoutCall: withoutCall.length,
      requestIds: named([...withoutEntry, ...withoutCall]),
    });
  return compared;
};

/** The signed chain of the last days, and the table against it. */
const trailOf = async (ports: ReconciliationPorts, from: PlainDate): Promise<number> => {
  const { trail, signer, clock, log } = ports;
  const latest = lastHourBefore(clock(), graceMinutes);
  const range = { from: firstHourOfDay(from), to: latest };
  const report = await verifyTrail({ reader: trail, publicKey: await signer.publicKey(), now: clock(), range });
  for (const { code, place } of report.faults.slice(0, mostNamed)) log.note("trail-differs", { fault: code, place });
  for (const hour of await digestedHours(trail, range.from, addHours(latest, -lateHours - 1))) {
    const { changed, removed, added } = await compareTable(ports, hour);
    if (changed.length + removed.length + added.length > 0)
      log.note("trail-differs", {
        fault: "table-differs",
        hour,
        changed: changed.length,
        removed: removed.length,
        added: added.length,
        places: named([...changed, ...removed, ...added]),
      });
  }
  return report.hours;
};

/**
 * By the clock, every day: the calls of yesterday (JST), or of the day asked for, against the trail's entries, the chain of the last days against its
 * signatures, and the table against the chain. What differs is told by `trail-gap` and `trail-differs`, which raise alarms.
 */
export const reconcile =
  (ports: ReconciliationPorts) =>
  async (event: unknown): Promise<void> => {
    const today = dayAt(ports.clock());
    const { day = addDays(today, -1) } = asked.parse(event);
    const { calls, entries } = await callsOf(ports, day);
    const hours = await trailOf(ports, addDays(today, -daysAgain));
    ports.log.note("trail-compared", { day, calls, entries, hours });
  };
