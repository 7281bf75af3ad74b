import * as z from "zod";
import { benefitKinds, recipientChangeSchema } from "../../shared/domain/benefits.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { recipientStates } from "../../shared/domain/recipients.ts";
import { plainDateSchema } from "../../shared/domain/values.ts";
import { standingOf } from "./person-answers.ts";

const words = z.string();

/** What is answered of the rights of a person. */
export const benefits = z.strictObject({
  on: plainDateSchema,
  rights: z.array(
    z.strictObject({
      register: z.enum(["pension", "special-disability"]),
      registerLabel: words,
      seq: z.int().describe("連番"),
      kind: z.enum(keysOf(benefitKinds)),
      kindLabel: words,
      state: z.enum(keysOf(recipientStates)),
      stateLabel: words,
      facts: z
        .record(z.string(), z.unknown())
        .describe("受給者情報の項目。要配慮の項目は、目的を medical と述べた審査・管理責任者のほかには伏せる"),
      labels: z.record(z.string(), words).describe("区分の項目の言葉。伏せた項目にはない"),
      history: z.array(
        z.strictObject({
          change: recipientChangeSchema,
          changeLabel: words,
          on: plainDateSchema,
          entry: words.describe("台帳の記録の番号"),
          ...standingOf,
        }),
      ),
    }),
  ),
});
