import * as z from "zod";
import { type RunId, runIdPattern } from "../domain/ids.ts";
import { instantSchema } from "../domain/values.ts";
import { reportNames } from "../flows/define.ts";

const runId = z
  .string()
  .regex(runIdPattern)
  .transform((value) => value as RunId);

/** 報告書の種類, as the flows name them. */
export const reportKindSchema = z.enum(reportNames);
export type ReportKindName = z.infer<typeof reportKindSchema>;

/** What the state machine of 進達 hands its function, one shape for each step. */
export const stepInput = z.discriminatedUnion("step", [
  z.strictObject({
    step: z.literal("open"),
    executionName: z.string().min(1).max(128),
    /** A run to go on with, wherever it stopped. */
    runId: runId.optional(),
    startedBy: z.string().max(64).optional(),
    /** Only what was 審査済 by then; the start of the run where none is given. */
    cutoff: instantSchema.optional(),
  }),
  z.strictObject({ step: z.literal("collect"), runId }),
  z.strictObject({ step: z.literal("compose"), runId, kind: reportKindSchema }),
  z.strictObject({ step: z.literal("seal"), runId }),
  z.strictObject({ step: z.literal("await-approval"), runId, taskToken: z.string().min(1).max(2048) }),
  z.strictObject({ step: z.literal("release"), runId }),
  z.strictObject({ step: z.literal("reopen"), runId }),
]);
export type StepInput = z.infer<typeof stepInput>;

/** Where the state machine goes next; every step answers with it, so that a run can be entered at any point. */
export interface StepOutput {
  readonly runId: RunId;
  readonly next: "collect" | "compose" | "await-approval" | "release" | "reopen" | "done";
  /** The kinds to compose. */
  readonly kinds?: readonly ReportKindName[];
}
