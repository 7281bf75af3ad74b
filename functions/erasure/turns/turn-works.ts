import { eraseDue } from "../erase-due.ts";
import { listDue } from "../list-due.ts";
import { readBack } from "../read-back.ts";
import type { StateWorks } from "../take-turn.ts";

/** The work of each state in which the clock has something to do. */
export const turnWorks: StateWorks = { listing: listDue, erasing: eraseDue, "reading-back": readBack };
