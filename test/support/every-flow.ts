import { type Filed, filedExamples } from "../unit/documents/filed-examples.ts";

export type FlowExample = Omit<(typeof filedExamples)[string], "says">;

const on = "2026-11-20";
const byWard = { on, filer: "ex-officio" } as const;
const enrolled: Filed = {
  flow: "acquisition",
  on: "2020-06-01",
  details: { cause: "moved-into-japan" },
  documents: ["passport"],
};
const applied: Filed = {
  flow: "exemption-application",
  on: "2026-07-15",
  details: {
    from: "2026-07",
    until: "2027-06",
    wish: [],
    spouse: null,
    headOfHousehold: "self",
    grounds: [],
    continuation: true,
  },
};
const income = { year: 2025, yen: 500_000 } as const;

/** What is recorded without a report to 日本年金機構. */
const unreported: readonly FlowExample[] = [
  { flow: "employees-pension-joined", before: [enrolled], ...byWard },
  { flow: "fund-joined", before: [enrolled, { flow: "additional-premium-start", on: "2026-06-10" }], ...byWard },
  {
    flow: "continued-exemption",
    before: [enrolled],
    ...byWard,
    details: { type: "full", from: "2026-07", until: "2027-06" },
  },
  {
    flow: "childcare-automatic",
    before: [enrolled, { flow: "maternity-exemption", on, details: { day: on, dayIs: "delivered", type: "single" } }],
    ...byWard,
    details: { childBornOn: on },
  },
  { flow: "late-payment", before: [enrolled, applied], income, on, details: { from: "2026-07", until: "2026-10" } },
];

/** For every flow of the catalogue, what is filed so that it is accepted, and what had to be filed before. */
export const everyFlow: readonly FlowExample[] = [
  ...Object.values(filedExamples).map(({ says: _, ...example }) => example),
  ...unreported,
];

/** The body of a 届出 for `person`. */
export const filingOf = (
  person: object,
  { on: day, details = {}, filer = "insured", documents = [], atCounter }: Filed,
) => ({
  person,
  filedOn: day,
  eventOn: day,
  counter: "main-office",
  channel: "counter",
  identityDocument: "drivers-licence",
  filer,
  documents,
  details,
  ...(atCounter ? { atCounter } : {}),
});
