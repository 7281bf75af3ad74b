import type { KeyObject } from "node:crypto";
import * as z from "zod";
import type { PersonId } from "../domain/ids.ts";
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

/** `caller` is BlindIndex.caller of the officer and the Idempotency-Key. */
export const answerKey = (caller: string): Key => ({ pk: `REQUEST#${caller}`, sk: "ANSWER" });

/** Whose request, about whom, and what it was. */
interface Asked {
  /** BlindIndex.caller of the officer and the Idempotency-Key. */
  readonly caller: string;
  readonly fingerprint: string;
  readonly personId: PersonId;
  /** The person's. */
  readonly key: KeyObject;
}

/** The row says whose answer it is, so that it goes with them. */
export const answerWrite = ({ caller, fingerprint, personId, key }: Asked, at: Instant, given: GivenAnswer): Write => {
  const rowKey = answerKey(caller);
  return {
    kind: "create",
    table: "idempotency",
    item: {
      ...rowKey,
      fingerprint,
      personId,
      sealed: sealJson(key, place(rowKey), given),
      expiresAt: Math.floor(Date.parse(at) / 1000) + keptDays * 24 * 60 * 60,
    },
  };
};

/** The first answer again; `other-request` when the same key came with another body. */
export const givenAnswer = (item: Item, fingerprint: string, key: KeyObject): GivenAnswer | "other-request" => {
  const kept = row.parse(item);
  return kept.fingerprint === fingerprint ? answer.parse(openJson(key, place(kept), kept.sealed)) : "other-request";
};
