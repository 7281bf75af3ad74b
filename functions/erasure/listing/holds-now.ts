import { dayAt } from "../../../shared/law/calendar.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import { type Hold, holdEndWrites, holdsInForce } from "../../../shared/stores/holds.ts";
import type { Turn } from "../turn.ts";
import type { Holds } from "./judge.ts";

const isOver = ({ until }: Hold, { occasion }: Turn) => until !== null && until < dayAt(occasion.at);

/**
 * Ends the holds whose last day is over, and gives those in force by what they hold. A hold that somebody else ended or
 * changed meanwhile is read again: until its row is gone it holds.
 */
export const holdsNow = async (turn: Turn): Promise<Holds> => {
  const { database } = turn.ports;
  const before = await holdsInForce(database);
  const expired = before.filter((hold) => isOver(hold, turn));
  for (const hold of expired)
    await database.transact([
      ...holdEndWrites(hold, { by: turn.occasion.by, at: turn.occasion.at }),
      auditWrite(turn.trail({ object: hold.holdId, codes: ["hold-expired"] })),
    ]);
  const holds = expired.length === 0 ? before : await holdsInForce(database);
  return new Map(holds.map(({ target, reason }) => [target, reason]));
};
