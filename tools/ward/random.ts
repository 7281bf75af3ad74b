export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Uniform in 0 … `below` − 1. */
  readonly int: (below: number) => number;
  readonly chance: (probability: number) => boolean;
  /** @throws RangeError when there is nothing to pick from. */
  readonly pick: <T>(from: readonly T[]) => T;
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, the same numbers for the same seed on every machine. Not for secrets. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number) => Math.floor(next() * below);
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (from) => {
      const index = int(from.length);
      if (index >= from.length) throw new RangeError("nothing to pick from");
      return from[index] as (typeof from)[number];
    },
  };
};
