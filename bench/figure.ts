/** One line of the bench. `met` is null where the figure only explains another and has no goal of its own. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** `value` over what `yardstick` took in the same run. */
  readonly ratio?: number;
  readonly yardstick?: string;
  readonly goal: string | null;
  readonly met: boolean | null;
}

type Measured = Pick<Figure, "name" | "value" | "unit">;

/** Three digits say all that a shared machine can tell. */
const rounded = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(3)));

const told = ({ name, value, unit }: Measured): Measured => ({ name, value: rounded(value), unit });

export const noted = (measured: Measured): Figure => ({ ...told(measured), goal: null, met: null });

export const atMost = (measured: Measured, most: number): Figure => ({
  ...told(measured),
  goal: `≤ ${most} ${measured.unit}`,
  met: measured.value <= most,
});

export const atLeast = (measured: Measured, least: number): Figure => ({
  ...told(measured),
  goal: `≥ ${least} ${measured.unit}`,
  met: measured.value >= least,
});

/** Judged by how many times the yardstick it is. Without a `most` the ratio is only told. */
export const against = (
  measured: Measured,
  yardstick: { readonly what: string; readonly value: number },
  most?: number,
): Figure => {
  const ratio = rounded(measured.value / yardstick.value);
  return {
    ...told(measured),
    ratio,
    yardstick: `${yardstick.what}: ${rounded(yardstick.value)} ${measured.unit}`,
    goal: most === undefined ? null : `≤ ${most} ×`,
    met: most === undefined ? null : ratio <= most,
  };
};

/** @throws RangeError for an empty list. */
export const median = (values: readonly number[]): number => {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new RangeError("the median of nothing");
  return middle;
};
