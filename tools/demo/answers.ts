import * as z from "zod";

/** The parts of longer answers that the demo compares. */
export const runsAnswer = z.object({ runs: z.array(z.object({ runId: z.string(), state: z.string() })) });

export const importAnswer = z.object({ counts: z.record(z.string(), z.int()) });

export const listAnswer = z.object({
  filings: z.array(z.object({ filingId: z.string(), status: z.string() })),
});

export const ledgerAnswer = z.object({
  period: z.object({ category: z.string(), fromStanding: z.string() }).nullable(),
});
