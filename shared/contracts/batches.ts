import * as z from "zod";
import { atenaNumberSchema, plainDateSchema, plainMonthSchema } from "../domain/values.ts";

/** Kind and month, or kind and a fingerprint of the rows. */
export const batchIdPattern = /^(age-20-|age-60-|unenrolled-)\d{4}-\d{2}$|^health-insurance-loss-[\w-]{27}$/;

/** Longest list of 国保喪失者 in one batch: a ward of 300,000 has some thousands a month. */
const mostRows = 5_000;

const ofMonth = <Kind extends string>(kind: Kind) =>
  z.strictObject({
    kind: z.literal(kind),
    month: plainMonthSchema.refine((month) => month >= "1986-04", "昭和61年4月以後の月を指定してください"),
  });

/** `runBatch`: starts the batch, or goes on with it. The same content is the same batch. */
export const batchRequest = z.discriminatedUnion(
  "kind",
  [
    ofMonth("age-20"),
    ofMonth("age-60"),
    ofMonth("unenrolled"),
    z.strictObject({
      kind: z.literal("health-insurance-loss"),
      rows: z
        .array(
          z.strictObject({ atenaNumber: atenaNumberSchema, lostOn: plainDateSchema.describe("国保の資格を失った日") }),
        )
        .min(1, "1行以上を送ってください")
        .max(mostRows, `一度に送れるのは${mostRows}行までです`),
    }),
  ],
  "一括処理の種類を確かめてください",
);
export type BatchRequest = z.infer<typeof batchRequest>;

/** `showBatch`: a page of what it did for whom. */
export const batchQuery = z.strictObject({
  limit: z
    .string()
    .regex(/^\d{1,3}$/, "1から100の数で指定してください")
    .transform(Number)
    .pipe(z.int().min(1, "1から100の数で指定してください").max(100, "1から100の数で指定してください"))
    .default(50),
  after: z
    .string()
    .regex(/^\d{5}-[\w-]{16}$/, "前のページのnextPageを指定してください")
    .optional(),
});
