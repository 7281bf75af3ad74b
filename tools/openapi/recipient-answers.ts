import * as z from "zod";
import { benefitKinds, recipientChanges } from "../../shared/domain/benefits.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { recipientStates } from "../../shared/domain/recipients.ts";
import { plainDateSchema } from "../../shared/domain/values.ts";
import { standingOf } from "./person-answers.ts";

const words = z.string();

const recipient = z.strictObject({
  register: z.enum(["pension", "special-disability"]),
  registerLabel: words,
  seq: z.int().describe("名簿の中の連番"),
  kind: z.enum(keysOf(benefitKinds)),
  kindLabel: words,
  state: z.enum(keysOf(recipientStates)).describe("onの日の状態"),
  stateLabel: words,
  facts: z
    .record(z.string(), z.unknown())
    .describe("名簿の項目。目的をmedicalと述べた審査・管理責任者のほかには、要配慮の項目は伏せ字"),
  factLabels: z.record(z.string(), words).describe("区分の項目の言葉。伏せた項目にはない"),
  history: z
    .array(
      z.strictObject({
        change: z.enum(keysOf(recipientChanges)),
        changeLabel: words,
        on: plainDateSchema,
        ...standingOf,
        entry: words.describe("履歴の記録の番号"),
      }),
    )
    .describe("効力の生じた日の順"),
});

/** What is answered of somebody's rights to 給付. */
export const recipientBodies = {
  Benefits: z.strictObject({ on: plainDateSchema, benefits: z.array(recipient).describe("なければ空") }),
};
