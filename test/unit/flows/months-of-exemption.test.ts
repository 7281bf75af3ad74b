import { describe, expect, it } from "vitest";
import { flows } from "../../../shared/flows/catalogue.ts";
import { application, chosen, decide, enrolled, exempted, form } from "./decide.ts";

const onFile = [...enrolled, exempted("statutory", "2020-04", null), exempted("full", "2016-07", "2027-06")];
const extremes = ["1867-01", "1868-01", "2016-11", "2026-11", "2199-12", "2200-12"];
const pairs = extremes.flatMap((from) => extremes.map((until) => ({ from, until })));

const bodies = {
  "payment-choice": (months: object) => application({ details: months }),
  "payment-choice-correction": ({ until }: { until: string }) => application({ details: { until } }),
  "continued-exemption": (months: object) => form({ filer: "ex-officio", details: { type: "full", ...months } }),
  "exemption-cancellation": ({ from }: { from: string }) => application({ details: { from } }),
  "late-payment": (months: object) => application({ details: months }),
} as const;

describe.each(Object.keys(bodies) as (keyof typeof bodies)[])("months written on %s", (flow) => {
  it.each(pairs)("$from から $until でも答えがある", (months) => {
    const decision = decide(flow, bodies[flow](months), [...onFile, chosen("2026-12", null)]);
    expect(["accept", "refuse"]).toContain(decision.outcome);
  });

  it.each(["0000-01", "1866-12", "2201-01", "9999-12", "2026-13", "2026-00", "26-01"])(
    "%s は年月として受け取らない",
    (month) => {
      expect(flows[flow].request.safeParse(bodies[flow]({ from: month, until: month })).success).toBe(false);
    },
  );
});
