import {
  addHours,
  endOf,
  firstHourOfDay,
  type Hour,
  hourOf,
  lastHourOfDay,
  startOf,
} from "../../../shared/audit/hours.ts";
import type { PlainDate } from "../../../shared/law/calendar.ts";
import { rowsOfHour } from "../../../shared/stores/trail-rows.ts";
import type { ReconciliationPorts } from "./ports.ts";

/** How API Gateway numbers a call. What runs by the clock numbers itself otherwise, so this tells the two apart. */
const requestIdPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A call and its entry may fall on two sides of midnight: this much is looked at beyond the day, on both sides and in both sources. */
const marginHours = 1;

export interface CallsCompared {
  readonly calls: number;
  readonly entries: number;
  /** Calls that reached a function and left no entry. */
  readonly withoutEntry: readonly string[];
  /** Entries of calls that the gateway has not seen. */
  readonly withoutCall: readonly string[];
}

const callsAround = async ({ accessLog }: ReconciliationPorts, first: Hour, last: Hour) => {
  const known = new Set<string>();
  const reached = new Set<string>();
  const [from, until] = [startOf(first), endOf(last)];
  for await (const { requestId, at, reached: came } of accessLog.calls(
    startOf(addHours(first, -marginHours)),
    endOf(addHours(last, marginHours)),
  )) {
    known.add(requestId);
    if (came && at >= from && at < until) reached.add(requestId);
  }
  return { known, reached };
};

const entriesAround = async ({ database }: ReconciliationPorts, first: Hour, last: Hour) => {
  const known = new Set<string>();
  const own = new Set<string>();
  for (let hour = addHours(first, -marginHours); hour <= addHours(last, marginHours); hour = addHours(hour, 1))
    for await (const { entry } of rowsOfHour(database, hour)) {
      if (!entry || !requestIdPattern.test(entry.correlationId)) continue;
      known.add(entry.correlationId);
      if (hourOf(entry.at) >= first && hourOf(entry.at) <= last) own.add(entry.correlationId);
    }
  return { known, own };
};

/** Holds a day's calls, as the gateway saw them, against the trail's entries, both ways. 評価書 III-3 リスク2⑥. */
export const compareCalls = async (ports: ReconciliationPorts, day: PlainDate): Promise<CallsCompared> => {
  const [first, last] = [firstHourOfDay(day), lastHourOfDay(day)];
  const calls = await callsAround(ports, first, last);
  const entries = await entriesAround(ports, first, last);
  return {
    calls: calls.reached.size,
    entries: entries.own.size,
    withoutEntry: [...calls.reached].filter((id) => !entries.known.has(id)).toSorted(),
    withoutCall: [...entries.own].filter((id) => !calls.known.has(id)).toSorted(),
  };
};
