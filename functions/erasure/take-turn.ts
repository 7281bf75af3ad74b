import { ownActor } from "../../shared/access/caller.ts";
import type { ErasureState } from "../../shared/domain/erasures.ts";
import { trailEntry } from "../../shared/http/call.ts";
import type { BlindIndex } from "../../shared/protection/blind-index.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import { openErasure } from "../../shared/stores/erasures.ts";
import { beginErasure } from "./begin.ts";
import type { ErasurePorts } from "./ports.ts";
import type { StateWork, Turn } from "./turn.ts";

/** Milliseconds to work before the rest is left to the next turn; the function itself may take fifteen minutes. */
const workingTime = 8 * 60 * 1_000;

const caller = ownActor("schedule:erasure");

/** The work of the states in which the clock has something to do; in all others it waits for people. */
export type StateWorks = Readonly<Partial<Record<ErasureState, StateWork>>>;

interface Asked {
  /** Left out by the clock, which begins a new one where none is open. */
  readonly erasureId?: string | undefined;
}

interface Taken {
  /** Null where none could be begun. */
  readonly erasureId: string | null;
  readonly next: "again" | "rest";
}

const turnIn = (state: ErasureState, ports: ErasurePorts, index: BlindIndex, hasTime: () => boolean): Turn => {
  const at = ports.clock();
  const origin = {
    caller,
    correlationId: `erasure-${at}`,
    action: `erasure:${state}`,
    kind: "operation",
    random: ports.random,
  } as const;
  return {
    ports,
    index,
    occasion: { at, by: caller.officer },
    trail: (facts) => trailEntry(origin, at, facts),
    hasTime,
  };
};

/**
 * One turn of the open 消去, as far as the time goes. A turn that died anywhere is taken again from what is written.
 *
 * Every turn leaves an entry in the trail before it reads anything. It names no subjects: the walk is over everybody on
 * file and shows nobody to anyone, and an entry a night of each of 300,000 people would bury those that tell of an
 * access. Whoever is looked at as somebody to erase is named when they are marked.
 */
export const takeTurn =
  (ports: ErasurePorts, works: StateWorks) =>
  async ({ erasureId }: Asked): Promise<Taken> => {
    const until = Date.parse(ports.clock()) + workingTime;
    const hasTime = () => Date.parse(ports.clock()) < until;
    const index = await ports.keyring.index();
    const open = await openErasure(ports.database);
    if (erasureId !== undefined && open?.erasureId !== erasureId) return { erasureId, next: "rest" };
    let erasure = open ?? (await beginErasure(turnIn("listing", ports, index, hasTime)));
    if (!erasure) return { erasureId: null, next: "again" };
    for (let work = works[erasure.state]; work !== undefined; work = works[erasure.state]) {
      const turn = turnIn(erasure.state, ports, index, hasTime);
      const { version } = erasure;
      await keepTrail(ports.database, turn.trail({ object: erasure.erasureId, codes: ["turn"] }));
      erasure = await work(erasure, turn);
      if (erasure.version === version || !hasTime()) break;
    }
    const next = works[erasure.state] === undefined ? "rest" : "again";
    const { erasureId: id, state, examined } = erasure;
    ports.log.note("erasure-turned", { erasureId: id, state, examined, next });
    return { erasureId: id, next };
  };
