import type { ReportItem, ReportKind } from "./report.ts";

/** One cell of the paper report: what it shows and its share of the width. */
interface FormCell {
  readonly item: ReportItem;
  readonly share: number;
}

type FormRow = readonly FormCell[];

/** Shares of every row add up to this. */
export const shares = 11;

const who = (day: "acquiredOn" | "changedOn" | "lostOn"): readonly FormRow[] => [
  [
    { item: "filingId", share: 2 },
    { item: "nameKana", share: 4 },
    { item: "birthDate", share: 2.2 },
    { item: "sex", share: 0.8 },
    { item: "category", share: 2 },
  ],
  [
    { item: "basicPensionNumber", share: 2 },
    { item: "name", share: 4 },
    { item: day, share: 2.2 },
    { item: "cause", share: 2.8 },
  ],
  [
    { item: "postalCode", share: 1 },
    { item: "address", share: 5 },
    { item: "eventOn", share: 2.2 },
    { item: "acceptedOn", share: 2.8 },
  ],
];

/** The paper reports, row by row of one record. Stand-ins like the media; the arrangement is our own. */
export const reportForms = {
  acquisition: who("acquiredOn"),
  "category-change": [
    ...who("changedOn"),
    [
      { item: "spouseName", share: 6 },
      { item: "spouseBirthDate", share: 5 },
    ],
  ],
  loss: who("lostOn"),
} as const satisfies Record<ReportKind, readonly FormRow[]>;
