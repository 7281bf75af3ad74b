import { listDue } from "../list-due.ts";
import type { StateWorks } from "../take-turn.ts";

/** The work of each state in which the clock has something to do. */
export const turnWorks: StateWorks = { listing: listDue };
