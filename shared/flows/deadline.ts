import type { PlainDate } from "../law/calendar.ts";
import { filingDeadline } from "../law/deadlines.ts";
import { type FlowId, flows } from "./catalogue.ts";

/** 届出期限 of a filing, moved to the next office day; null where the 手続 has none. */
export const deadlineOf = (flow: FlowId, eventOn: PlainDate): PlainDate | null => {
  const { deadlineDays } = flows[flow];
  return deadlineDays === null ? null : filingDeadline(eventOn, deadlineDays).effective;
};
