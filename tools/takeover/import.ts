import { standingOf } from "../../functions/linkage/takeover/account.ts";
import { importRefusals, importSet } from "../../functions/linkage/takeover/import-set.ts";
import { exit, Misuse } from "../operator/command.ts";
import { type Given, operatorOf, setOf } from "./given.ts";
import { setLines } from "./print.ts";

/** How long a run takes people in, unless told otherwise; the next goes on. */
const defaultMinutes = 60;

const minutesOf = (given: string | undefined): number => {
  const minutes = given === undefined ? defaultMinutes : Number(given);
  if (!Number.isInteger(minutes) || minutes < 1) throw new Misuse("--minutes は1以上の整数 / unfit minutes");
  return minutes;
};

export const importCommand = async ({ values, ports }: Given): Promise<number> => {
  const order = { set: setOf(values), operator: operatorOf(values) };
  const until = Date.now() + minutesOf(values.minutes) * 60_000;
  const done = await importSet(ports(), order, () => Date.now() < until);
  if ("refused" in done) {
    console.error(`始めていない / refused: ${done.refused} ${importRefusals[done.refused]}`);
    return exit.refused;
  }
  const { takeover, marks, left } = done;
  for (const line of setLines(takeover, marks)) console.log(line);
  if (left > 0) console.log(`まだ ${left}人。同じ指示で続きから始まる / to be continued`);
  const { state, account } = takeover;
  return state === "taken" && account && standingOf(account) === "reconciled" ? exit.done : exit.refused;
};
