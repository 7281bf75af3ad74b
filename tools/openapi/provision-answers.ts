import * as z from "zod";
import { transfer1, transfer2 } from "../../shared/domain/provisions.ts";

/** What linked systems are answered. */
export const provisionBodies = {
  Provision: z.discriminatedUnion("list", [
    z.strictObject({ list: z.literal("transfer1").describe("移転先1(戸籍住民課)"), items: transfer1 }),
    z.strictObject({ list: z.literal("transfer2").describe("移転先2(国民健康保険)"), items: transfer2 }),
  ]),
} as const satisfies Record<string, z.ZodType>;
