/** Why a rule answered as it did: a stable slug, what users read, and the article it rests on. */
export interface Reason {
  readonly code: string;
  readonly message: string;
  readonly article: string;
}

/** A yes or no of the law with every reason for it; where it is no, the reasons say what is in the way. */
export interface Verdict {
  readonly ok: boolean;
  readonly reasons: readonly Reason[];
}

/** The answer of several obstacles: no obstacle means yes, for `grounds`. */
export const verdictOf = (obstacles: readonly (Reason | false)[], grounds: Reason): Verdict => {
  const reasons = obstacles.filter((obstacle) => obstacle !== false);
  return reasons.length === 0 ? { ok: true, reasons: [grounds] } : { ok: false, reasons };
};
