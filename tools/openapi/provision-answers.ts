import * as z from "zod";
import { transfer1, transfer2 } from "../../shared/domain/provisions.ts";
import { plainDateSchema } from "../../shared/domain/values.ts";

const corrected = z
  .array(z.strictObject({ items: z.array(z.string()), on: plainDateSchema }))
  .min(1)
  .optional()
  .describe("前に渡した項目のうち、その日に訂正したもの。通知を済ませるまで、答えるたびに付く");

/** What linked systems are answered. */
export const provisionBodies = {
  Provision: z.discriminatedUnion("list", [
    z.strictObject({ list: z.literal("transfer1").describe("移転先1(戸籍住民課)"), items: transfer1, corrected }),
    z.strictObject({ list: z.literal("transfer2").describe("移転先2(国民健康保険)"), items: transfer2, corrected }),
  ]),
} as const satisfies Record<string, z.ZodType>;
