import type { ListName } from "../../shared/contracts/lists.ts";
import { certificatesDue } from "./certificates-due.ts";
import { changes } from "./changes.ts";
import { corrections } from "./corrections.ts";
import type { List } from "./list.ts";
import { overdue } from "./overdue.ts";
import { register } from "./register.ts";
import { suspensionTurn } from "./suspension-turn.ts";

/** Every 一覧表, for the screen and for an output alike. */
export const lists: Readonly<Record<ListName, List>> = {
  changes,
  corrections,
  overdue,
  register,
  "certificates-due": certificatesDue,
  "suspension-turn": suspensionTurn,
};
