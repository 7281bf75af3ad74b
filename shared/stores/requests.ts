import type { KeyObject } from "node:crypto";
import * as z from "zod";
import { identityDocuments } from "../domain/filing.ts";
import type { PersonId, RequestId } from "../domain/ids.ts";
import { keysOf } from "../domain/keys-of.ts";
import { administrative } from "../domain/record-items.ts";
import { inquirers, requesters, requestKinds, requestOutcomes } from "../domain/request-kinds.ts";
import { dueNext, isOpen, requestEvents, requestStates, requestSteps } from "../domain/requests.ts";
import { instantSchema, plainDateSchema, requestIdSchema } from "../domain/values.ts";
import { openJson, sealJson } from "../protection/seal.ts";
import { type Database, type Item, type Key, queryAll, type Write } from "./database.ts";

const personIdSchema = z.string().transform((value) => value as PersonId);

/** A case as it stands: codes, days and counts. What officers write of it is sealed in its steps. */
export const requestRow = z.object({
  requestId: requestIdSchema,
  kind: z.enum(keysOf(requestKinds)),
  /** Whom it is about; null for nobody on file, or for many. */
  personId: personIdSchema.nullable(),
  state: z.enum(keysOf(requestStates)),
  receivedOn: plainDateSchema,
  receivedBy: z.string(),
  requester: z.enum(keysOf(requesters)).nullable(),
  identityDocument: z.enum(keysOf(identityDocuments)).nullable(),
  inquirer: z.enum(keysOf(inquirers)).nullable(),
  /** Of an incident, how many people it may touch; null while nobody knows. */
  peopleCount: z.int().nonnegative().nullable(),
  /** Of an incident, whether 特定個人情報 is in it (番号法29条の4). */
  specific: z.boolean(),
  wrongful: z.boolean(),
  disclosedOn: plainDateSchema.nullable(),
  askedOn: plainDateSchema.nullable(),
  stoppedDays: z.int().nonnegative(),
  extendedBy: z.int().nonnegative(),
  interimOn: plainDateSchema.nullable(),
  outcome: z.enum(keysOf(requestOutcomes)).nullable(),
  endedAt: instantSchema.nullable(),
  /** The number of its last step. */
  version: z.int().positive(),
});
export type Request = z.infer<typeof requestRow>;

/** One line of the history of a case: added, never changed. */
export const requestStepRow = z.object({
  requestId: requestIdSchema,
  personId: personIdSchema.nullable(),
  nth: z.int().positive(),
  step: z.enum([...keysOf(requestEvents), ...keysOf(requestSteps)]),
  to: z.enum(keysOf(requestStates)),
  at: instantSchema,
  by: z.string(),
  codes: z.array(z.string()),
  documentNumber: z.string().nullable(),
  sealed: z.instanceof(Uint8Array).optional(),
});
export interface RequestStepRow extends Omit<z.infer<typeof requestStepRow>, "sealed"> {
  readonly sealed?: Uint8Array;
}

/** What an officer wrote at a step. Sealed, since people write names. */
export const requestNote = z.strictObject({
  text: administrative(z.string(), "請求・問合せ・事故の内容と扱い: 次に扱う職員と決定する人に伝える"),
});

const partition = (requestId: string) => `REQUEST#${requestId}`;
const steps = "STEP#";

export const requestRowOf = (requestId: RequestId) =>
  ({ table: "requests", key: { pk: partition(requestId), sk: "NOW" } }) as const;
const stepKey = (requestId: RequestId, nth: number): Key => ({
  pk: partition(requestId),
  sk: `${steps}${String(nth).padStart(6, "0")}`,
});

const notePlace = (requestId: RequestId, nth: number) => ({
  table: "requests",
  ...stepKey(requestId, nth),
  attribute: "sealed",
});

export const sealNote = (key: KeyObject, requestId: RequestId, nth: number, text: string): Uint8Array =>
  sealJson(key, notePlace(requestId, nth), { text });

/** What was written at a step; null where nothing was. @throws when it was sealed for another place or under another key. */
export const openNote = (key: KeyObject, { requestId, nth, sealed }: RequestStepRow): string | null =>
  sealed === undefined ? null : requestNote.parse(openJson(key, notePlace(requestId, nth), sealed)).text;

export const requestOf = (item: Item | undefined): Request | undefined => item && requestRow.parse(item);

/** Lists of cases: all by number, and those that are not over by what is due. */
export const requestLists = { all: "REQUESTS", open: "OPEN-REQUESTS" } as const;

/** By the day on which something is due; what stands still comes last. */
const openPlace = (request: Request): Key => ({
  pk: requestLists.open,
  sk: `${dueNext(request) ?? "stopped"}#${request.requestId}`,
});
const pointer = (key: Key, { requestId }: Request): Item => ({ ...key, requestId, version: 1 });

const headItem = (request: Request): Item => ({ ...requestRowOf(request.requestId).key, ...request });
const stepWrite = ({ sealed, ...step }: RequestStepRow): Write => ({
  kind: "create",
  table: "requests",
  item: { ...stepKey(step.requestId, step.nth), ...step, ...(sealed === undefined ? {} : { sealed }) },
});

/** A case comes in, with the first line of its history. */
export const receivingWrites = (request: Request, step: RequestStepRow): Write[] => [
  { kind: "create", table: "requests", item: headItem(request) },
  stepWrite(step),
  { kind: "create", table: "requests", item: pointer({ pk: requestLists.all, sk: request.requestId }, request) },
  { kind: "create", table: "requests", item: pointer(openPlace(request), request) },
];

/** A case goes on from `before`, with the line that tells of it. */
export const steppingWrites = (before: Request, after: Request, step: RequestStepRow): Write[] => {
  const from = openPlace(before);
  const to = openPlace(after);
  const moves = isOpen(after) ? from.sk !== to.sk : isOpen(before);
  return [
    { kind: "replace", table: "requests", item: headItem(after), expects: before.version },
    stepWrite(step),
    ...(moves ? [{ kind: "delete", table: "requests", key: from, expects: 1 } as const] : []),
    ...(moves && isOpen(after) ? [{ kind: "create", table: "requests", item: pointer(to, after) } as const] : []),
  ];
};

export const findRequest = async (database: Database, requestId: RequestId): Promise<Request | undefined> => {
  const [item] = await database.getAll([requestRowOf(requestId)]);
  return requestOf(item);
};

/** The history of a case, first line first. */
export const stepsOfRequest = async (database: Database, requestId: RequestId): Promise<RequestStepRow[]> => {
  const found: RequestStepRow[] = [];
  for await (const item of queryAll(database, { table: "requests", pk: partition(requestId), prefix: steps }))
    found.push(requestStepRow.parse(item));
  return found;
};
