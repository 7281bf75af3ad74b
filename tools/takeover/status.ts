import { allTakeovers, takeoverMarks } from "../../shared/stores/takeovers.ts";
import { exit } from "../operator/command.ts";
import type { Given } from "./given.ts";
import { setLines } from "./print.ts";

/** Every set, or one: how far it is, and each row that was not taken in. Says so after its files are gone as well. */
export const status = async ({ values, ports }: Given): Promise<number> => {
  const { database } = ports();
  const sets = (await allTakeovers(database)).filter(({ set }) => (values.set ?? set) === set);
  for (const takeover of sets)
    for (const line of setLines(takeover, await takeoverMarks(database, takeover.set))) console.log(line);
  return sets.length === 0 && values.set !== undefined ? exit.refused : exit.done;
};
