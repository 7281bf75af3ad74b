import { dayAt, type Instant, type PlainDate } from "../../shared/law/calendar.ts";

/** The terminal's own clock: the only place that asks for the time. */
export const instantNow = (): Instant => new Date().toISOString() as Instant;

/** Today in Japan, whatever zone the terminal is set to. */
export const today = (): PlainDate => dayAt(instantNow());
