import type { KeyObject } from "node:crypto";
import * as z from "zod";
import type { RequestId } from "../domain/ids.ts";
import { requestIdSchema } from "../domain/values.ts";
import type { Instant } from "../law/calendar.ts";
import { openJson, sealJson } from "../protection/seal.ts";
import type { Item, Key, Write } from "./database.ts";

/** First answers are kept this many days: longer than any caller retries, shorter than anyone needs them. */
const keptDays = 14;

const row = z.object({ pk: z.string(), sk: z.string(), fingerprint: z.string(), sealed: z.instanceof(Uint8Array) });
const answer = z.strictObject({ status: z.int(), body: z.unknown() });

/** An answer already given, whatever it held. */
export type GivenAnswer = z.infer<typeof answer>;

const place = ({ pk, sk }: Key) => ({ table: "idempotency", pk, sk, attribute: "sealed" });

const expiryOf = (at: Instant): number => Math.floor(Date.parse(at) / 1000) + keptDays * 24 * 60 * 60;

/** `caller` is BlindIndex.caller of the officer and the Idempotency-Key. */
export const answerKey = (caller: string): Key => ({ pk: `REQUEST#${caller}`, sk: "ANSWER" });

export const answerWrite = (
  caller: string,
  fingerprint: string,
  key: KeyObject,
  at: Instant,
  given: GivenAnswer,
): Write => {
  const rowKey = answerKey(caller);
  return {
    kind: "create",
    table: "idempotency",
    item: {
      ...rowKey,
      fingerprint,
      sealed: sealJson(key, place(rowKey), given),
      expiresAt: expiryOf(at),
    },
  };
};

const madeRow = z.object({ fingerprint: z.string(), made: requestIdSchema });

/** Beside the first answers, for what is answered anew from what is on file: only the number of what was made, in the open. */
export const madeKey = (caller: string): Key => ({ pk: `REQUEST#${caller}`, sk: "MADE" });

export const madeWrite = (caller: string, fingerprint: string, at: Instant, made: RequestId): Write => ({
  kind: "create",
  table: "idempotency",
  item: { ...madeKey(caller), fingerprint, made, expiresAt: expiryOf(at) },
});

/** The number of what the same call made before; `other-request` when the same key came with another body. */
export const madeBefore = (item: Item, fingerprint: string): RequestId | "other-request" => {
  const kept = madeRow.parse(item);
  return kept.fingerprint === fingerprint ? kept.made : "other-request";
};

/** The first answer again; `other-request` when the same key came with another body. */
export const givenAnswer = (item: Item, fingerprint: string, key: KeyObject): GivenAnswer | "other-request" => {
  const kept = row.parse(item);
  return kept.fingerprint === fingerprint ? answer.parse(openJson(key, place(kept), kept.sealed)) : "other-request";
};
