import type { KeyObject } from "node:crypto";
import { createSecretKey, randomBytes } from "node:crypto";
import * as z from "zod";
import type { PersonId } from "../domain/ids.ts";
import type { Instant } from "../law/calendar.ts";
import { type BlindIndex, blindIndex } from "../protection/blind-index.ts";
import type { KeyPurpose, MasterKey } from "../protection/master-key.ts";
import { open, seal } from "../protection/seal.ts";
import type { Database, Item, Key, Write } from "./database.ts";

/** A key held in memory is asked for anew after this long, so that a revoked KMS key stops the system within the hour. */
const cachedFor = 60 * 60 * 1000;

const wrappedRow = z.object({ wrapped: z.instanceof(Uint8Array) });
const personRow = z.object({
  pk: z.string(),
  sk: z.string(),
  branch: z.string().regex(/^\d{4}$/),
  wrapped: z.instanceof(Uint8Array),
});

/** The key under which an erasure seals what it is about to erase; it goes with the certificate. */
export const erasureKeyRow = (erasureId: string): Key => ({ pk: `ERASURE#${erasureId}`, sk: "KEY" });

/** The key of a case of the register that is about nobody on file: what officers note of it is sealed under it. */
export const requestKeyRow = (requestId: string): Key => ({ pk: `REQUEST#${requestId}`, sk: "KEY" });

export const personKeyRow = (person: PersonId): Key => ({ pk: `PERSON#${person}`, sk: "KEY" });

/** The year in which a person's key was made. */
export const keyYear = (row: Item): number => Number(personRow.parse(row).branch);

/** Holds a person's key to its row for the length of a transaction, so that nothing is sealed under a key that was just erased. */
export const keyCheck = (person: PersonId): Write => ({
  kind: "check",
  table: "keys",
  key: personKeyRow(person),
  expects: 1,
});

/** The same for the key of a case. */
export const requestKeyCheck = (requestId: string): Write => ({
  kind: "check",
  table: "keys",
  key: requestKeyRow(requestId),
  expects: 1,
});

const personPlace = (key: Key) => ({ table: "keys", pk: key.pk, sk: key.sk, attribute: "wrapped" });

/** KMS key → branch key (one a year) → person key. Only the first step calls KMS, and its answer is kept for an hour. */
export interface Keyring {
  readonly index: () => Promise<BlindIndex>;
  /** A new key for a person who has none, and the write that keeps it. */
  readonly issue: (person: PersonId) => Promise<{ readonly key: KeyObject; readonly write: Write }>;
  /** The same for a row of another kind ({@link erasureKeyRow}, {@link requestKeyRow}). */
  readonly issueAt: (row: Key) => Promise<{ readonly key: KeyObject; readonly write: Write }>;
  /** @throws when the row was tampered with or its branch key cannot be unwrapped. */
  readonly open: (row: Item) => Promise<KeyObject>;
  /** The same for a page of rows, whose branch keys are asked for once; undefined where there is no row. */
  readonly openAll: (rows: readonly (Item | undefined)[]) => Promise<readonly (KeyObject | undefined)[]>;
}

export const keyring = (database: Database, master: MasterKey, clock: () => Instant): Keyring => {
  const cache = new Map<string, { readonly key: Promise<KeyObject>; readonly until: number }>();

  const fetch = async (key: Key, purpose: KeyPurpose): Promise<KeyObject> => {
    const read = async () => {
      const [row] = await database.getAll([{ table: "keys", key }]);
      return row && (await master.unwrap(wrappedRow.parse(row).wrapped, purpose));
    };
    const there = await read();
    if (there) return there;
    const made = await master.generate(purpose);
    const kept = await database.transact([
      { kind: "create", table: "keys", item: { ...key, wrapped: made.wrapped, version: 1 } },
    ]);
    if (kept.ok) return made.key;
    const others = await read();
    if (!others) throw new Error("a key was neither kept nor found");
    return others;
  };

  const cached = (key: Key, purpose: KeyPurpose): Promise<KeyObject> => {
    const now = Date.parse(clock());
    const held = cache.get(key.pk);
    if (held && held.until > now) return held.key;
    const fresh = fetch(key, purpose);
    cache.set(key.pk, { key: fresh, until: now + cachedFor });
    fresh.catch(() => cache.delete(key.pk));
    return fresh;
  };

  const branch = (year: string) =>
    cached({ pk: `BRANCH#${year}`, sk: "KEY" }, { "kokunen:purpose": "branch", "kokunen:name": year });

  const unwrapped = (row: z.infer<typeof personRow>, branchKey: KeyObject): KeyObject =>
    createSecretKey(open(branchKey, personPlace(row), row.wrapped));

  const issueAt: Keyring["issueAt"] = async (row) => {
    const year = clock().slice(0, 4);
    const plain = randomBytes(32);
    const wrapped = seal(await branch(year), personPlace(row), plain);
    return {
      key: createSecretKey(plain),
      write: { kind: "create", table: "keys", item: { ...row, branch: year, wrapped, version: 1 } },
    };
  };

  return {
    index: async () =>
      blindIndex(await cached({ pk: "INDEX", sk: "KEY" }, { "kokunen:purpose": "index", "kokunen:name": "people" })),
    issueAt,
    issue: (person) => issueAt(personKeyRow(person)),
    open: async (item) => {
      const row = personRow.parse(item);
      return unwrapped(row, await branch(row.branch));
    },
    openAll: async (items) => {
      const rows = items.map((item) => item && personRow.parse(item));
      const years = [...new Set(rows.flatMap((row) => row?.branch ?? []))];
      const branches = new Map(await Promise.all(years.map(async (year) => [year, await branch(year)] as const)));
      return rows.map((row) => {
        const branchKey = row && branches.get(row.branch);
        return branchKey && unwrapped(row, branchKey);
      });
    },
  };
};
