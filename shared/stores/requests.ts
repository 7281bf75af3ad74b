import type { KeyObject } from "node:crypto";
import * as z from "zod";
import { type Occasion, today } from "../domain/filing.ts";
import type { PersonId } from "../domain/ids.ts";
import { keysOf } from "../domain/keys-of.ts";
import { administrative } from "../domain/record-items.ts";
import { identityProofs, type RequestKind, requesters, requestKinds } from "../domain/request-kinds.ts";
import {
  type HistoryStep,
  isOver,
  mayRestOn,
  type RequestFruit,
  requestEvents,
  requestStates,
  requestSteps,
} from "../domain/requests.ts";
import { instantSchema, plainDateSchema } from "../domain/values.ts";
import { openJson, sealJson } from "../protection/seal.ts";
import { type Database, type Item, type Key, queryAll, type Write } from "./database.ts";

const personIdSchema = z.string().transform((value) => value as PersonId);

/** One step in the history of a request: who, when, how. What was written about it is sealed beside it. */
const historyRow = z.strictObject({
  step: z.enum([...keysOf(requestSteps), ...keysOf(requestEvents)]),
  on: plainDateSchema,
  at: instantSchema,
  by: z.string(),
  outcome: z.string().nullable(),
  documentNumber: z.string().nullable(),
  /** The 届出, 利用停止 or output that came of it. */
  object: z.string().nullable(),
});
export type RequestHistory = z.infer<typeof historyRow> & HistoryStep;

/** A request as it stands. Codes, days and numbers of papers; who asks about what is sealed. */
export const requestRow = z.object({
  sk: z.string(),
  kind: z.enum(keysOf(requestKinds)),
  personId: personIdSchema.nullable(),
  state: z.enum(keysOf(requestStates)),
  receivedOn: plainDateSchema,
  requester: z.enum(keysOf(requesters)).nullable(),
  proof: z.enum(keysOf(identityProofs)).nullable(),
  /** Of a 訂正請求 and a 利用停止請求: the day of the disclosure that it follows; null where nobody knows it. */
  disclosedOn: plainDateSchema.nullable(),
  /** Of an incident: how many people it touches, as far as is known. */
  affected: z.int().nonnegative().nullable(),
  /** Of an incident: whether it may have been done 不正の目的で. */
  wrongful: z.boolean().nullable(),
  outcome: z.string().nullable(),
  history: z.array(historyRow).min(1),
  /** Under which the request was sent, to tell a repeated one from another. */
  fingerprint: z.string(),
  sealed: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  version: z.int().positive(),
});
export type Request = Omit<z.infer<typeof requestRow>, "sk" | "history"> & {
  readonly requestId: string;
  readonly history: readonly RequestHistory[];
};

/** What is sealed under the key of the request: words, in which people write names. */
export const requestNotes = z.strictObject({
  notes: z.array(
    z.strictObject({
      at: administrative(instantSchema, "書いた時"),
      by: administrative(z.string(), "書いた職員"),
      text: administrative(z.string(), "請求・問合せ・事故の内容と経緯: 次に扱う職員に伝える"),
    }),
  ),
});
export type RequestNotes = z.infer<typeof requestNotes>;

const all = "REQUESTS";
const open = "OPEN-REQUESTS";
export const requestKey = (requestId: string): Key => ({ pk: all, sk: requestId });
const openKey = (requestId: string): Key => ({ pk: open, sk: requestId });
/** The key of a request lies among the keys, so that it goes with its request. */
export const requestKeyRow = (requestId: string): Key => ({ pk: `REQUEST#${requestId}`, sk: "KEY" });

const place = (requestId: string) => ({ table: "requests", ...requestKey(requestId), attribute: "sealed" });

export const sealNotes = (key: KeyObject, requestId: string, notes: RequestNotes): Uint8Array =>
  sealJson(key, place(requestId), notes);

/** @throws when they were sealed for another request. */
export const notesOf = (key: KeyObject, { requestId, sealed }: Pick<Request, "requestId" | "sealed">): RequestNotes =>
  requestNotes.parse(openJson(key, place(requestId), sealed));

const requestOf = (item: Item): Request => {
  const { sk, ...row } = requestRow.parse(item);
  return { requestId: sk, ...row };
};

/** The request in its next state, `before` being what it was (null for a new one); an open one is listed among those that wait. */
export const requestWrites = ({ requestId, history, ...row }: Request, before: Request | null): Write[] => {
  const item: Item = { ...requestKey(requestId), ...row, history: history.map((step) => ({ ...step })) };
  if (before === null)
    return [
      { kind: "create", table: "requests", item },
      { kind: "create", table: "requests", item: { ...openKey(requestId), version: 1 } },
    ];
  return [
    { kind: "replace", table: "requests", item, expects: before.version },
    ...(isOver(row) && !isOver(before)
      ? [{ kind: "delete", table: "requests", key: openKey(requestId), expects: 1 } as const]
      : []),
  ];
};

/** Tells in the history of a request what came of it: `object` is the number of that. The request stays where it is. */
export const linkWrites = (
  request: Request,
  fruit: RequestFruit,
  object: string,
  occasion: Occasion,
  documentNumber: string | null = null,
): Write[] => {
  const step = { step: fruit, on: today(occasion), at: occasion.at, by: occasion.by } as const;
  const history = [...request.history, { ...step, outcome: null, documentNumber, object }];
  return requestWrites({ ...request, history, version: request.version + 1 }, request);
};

export const findRequest = async (database: Database, requestId: string): Promise<Request | undefined> => {
  const [item] = await database.getAll([{ table: "requests", key: requestKey(requestId) }]);
  return item && requestOf(item);
};

/** The request of that kind and person that something is done on; undefined for one that nothing may rest on. */
export const findGround = async (
  database: Database,
  requestId: string,
  { kind, personId }: { readonly kind: RequestKind; readonly personId: PersonId },
): Promise<Request | undefined> => {
  const request = await findRequest(database, requestId);
  return request?.personId === personId && mayRestOn(request, kind) ? request : undefined;
};

/** A request with the row of its key, in one round trip. */
export const requestWithKey = async (
  database: Database,
  requestId: string,
): Promise<{ readonly request: Request; readonly keyRow: Item } | undefined> => {
  const [item, keyRow] = await database.getAll([
    { table: "requests", key: requestKey(requestId) },
    { table: "keys", key: requestKeyRow(requestId) },
  ]);
  return item && keyRow && { request: requestOf(item), keyRow };
};

/** As many rows as DynamoDB hands over in one call. */
const atOnce = 100;

/** Every request that waits for somebody. A ward has tens of them at a time. */
export const openRequests = async (database: Database): Promise<Request[]> => {
  const ids: string[] = [];
  for await (const { sk } of queryAll(database, { table: "requests", pk: open })) ids.push(sk);
  const found: Request[] = [];
  for (let from = 0; from < ids.length; from += atOnce) {
    const keys = ids.slice(from, from + atOnce).map((id) => ({ table: "requests" as const, key: requestKey(id) }));
    for (const item of await database.getAll(keys)) if (item) found.push(requestOf(item));
  }
  return found;
};

/** A page of all of them, newest first, behind `after`. */
export const pageOfRequests = async (
  database: Database,
  limit: number,
  after?: string,
): Promise<{ readonly requests: readonly Request[]; readonly next: string | null }> => {
  const items = await database.query({
    table: "requests",
    pk: all,
    descending: true,
    limit,
    ...(after === undefined ? {} : { after }),
  });
  return { requests: items.map(requestOf), next: items.length < limit ? null : (items.at(-1)?.sk ?? null) };
};
