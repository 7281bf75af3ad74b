import { hoursKept } from "../../shared/domain/outputs.ts";
import type { Instant } from "../../shared/law/calendar.ts";

/** When an output that came into `state` at that instant expires. */
export const expiryOf = (state: keyof typeof hoursKept, at: Instant): Instant =>
  new Date(Date.parse(at) + hoursKept[state] * 60 * 60 * 1000).toISOString() as Instant;
