/** Crockford's letters of an entry's id, five bits each. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const letterValues = new Map([...letters].map((letter, index) => [letter, index]));

const half = (id: string, from: number): number => {
  let value = 0;
  for (let at = from; at < from + 8; at += 1) value = value * 32 + (letterValues.get(id[at] ?? "") ?? 0);
  return value;
};

/**
 * Ids of entries that were seen, exactly, in sixteen bytes each: a trail of seven years has more of them than a Set takes.
 * Open addressing; never more than half full.
 */
export const idSet = () => {
  let slots = 1 << 12;
  let used = 0;
  // One more than the value, so that zero means empty.
  let high = new Float64Array(slots);
  let low = new Float64Array(slots);

  const place = (a: number, b: number): boolean => {
    for (let at = (a ^ b) & (slots - 1); ; at = (at + 1) & (slots - 1)) {
      if (high[at] === 0) {
        high[at] = a;
        low[at] = b;
        used += 1;
        return true;
      }
      if (high[at] === a && low[at] === b) return false;
    }
  };
  const grow = () => {
    const [oldHigh, oldLow] = [high, low];
    slots *= 2;
    used = 0;
    high = new Float64Array(slots);
    low = new Float64Array(slots);
    for (let at = 0; at < oldHigh.length; at += 1) if (oldHigh[at] !== 0) place(oldHigh[at] ?? 0, oldLow[at] ?? 0);
  };
  return {
    /** False when the id was there already. */
    add: (id: string): boolean => {
      if (used * 2 >= slots) grow();
      return place(half(id, 0) + 1, half(id, 8) + 1);
    },
  };
};
