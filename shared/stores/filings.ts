import type { KeyObject } from "node:crypto";
import * as z from "zod";
import { assessedSpans } from "../domain/assessed-spans.ts";
import { counters, type DocumentCode, documentSchema, type FilingCase, filingStep } from "../domain/filing.ts";
import { filingStatuses } from "../domain/filing-status.ts";
import type { FilingId, PersonId, RunId } from "../domain/ids.ts";
import { keysOf } from "../domain/keys-of.ts";
import { administrative } from "../domain/record-items.ts";
import { filingIdSchema, instantSchema, plainDateSchema } from "../domain/values.ts";
import { type FlowId, flowIds, flows } from "../flows/catalogue.ts";
import type { StoredFiling } from "../flows/define.ts";
import { addMonths, type PlainDate, plainMonth } from "../law/calendar.ts";
import type { AssessedSpan } from "../law/exemption-assessment.ts";
import { openJson, sealJson } from "../protection/seal.ts";
import type { Database, Item, Key, Write } from "./database.ts";

/** A word between officers about a filing (why it was sent back). Sealed, since people write names. */
export const filingNote = z.strictObject({
  at: administrative(instantSchema, "書いた時"),
  by: administrative(z.string(), "書いた職員"),
  text: administrative(z.string(), "補正や取下げの理由: 次に扱う職員に伝える"),
});
export type FilingNote = z.infer<typeof filingNote>;

export const row = z.object({
  sk: filingIdSchema,
  flow: z.enum(flowIds),
  personId: z.string().transform((value) => value as PersonId),
  status: z.enum(keysOf(filingStatuses)),
  filedOn: plainDateSchema,
  eventOn: plainDateSchema,
  counter: z.enum(keysOf(counters)),
  acceptedOn: plainDateSchema.nullable(),
  reportBy: plainDateSchema.nullable(),
  runId: z
    .string()
    .transform((value) => value as RunId)
    .nullable(),
  history: z.array(filingStep),
  version: z.int().positive(),
  sealed: z.instanceof(Uint8Array),
});

/** A filing's handling with its content still sealed. */
export interface Filing extends FilingCase {
  readonly flow: FlowId;
  readonly sealed: Uint8Array;
}

export interface FilingBody {
  readonly content: StoredFiling;
  readonly notes: readonly FilingNote[];
  /** Of an application for 免除・猶予・学特, as it was last decided. */
  readonly assessment?: readonly AssessedSpan[];
  /** The papers that it had to come with when it was last decided: each the codes of which any one will do. */
  readonly papers?: readonly (readonly DocumentCode[])[];
}

/** Filings lie by the month they came in, in the order of their 受付番号, which begins with the day. */
const partition = (filingId: string) => `FILINGS#${filingId.slice(0, 4)}-${filingId.slice(4, 6)}`;

export const filingKey = (filingId: FilingId): Key => ({ pk: partition(filingId), sk: filingId });

const place = (filingId: FilingId) => ({ table: "filings", ...filingKey(filingId), attribute: "sealed" });

export const sealFiling = (key: KeyObject, filingId: FilingId, body: FilingBody): Uint8Array =>
  sealJson(key, place(filingId), body);

/** What is sealed of a 届出. */
export const filingBody = (flow: FlowId) =>
  z.strictObject({
    content: flows[flow].stored,
    notes: z.array(filingNote),
    assessment: assessedSpans.optional(),
    papers: z.array(z.array(administrative(documentSchema, "要る添付書類の区分"))).optional(),
  });

/** Made once: zod compiles a schema when it first parses, which costs more than all else in opening a filing. */
const bodies = Object.fromEntries(flowIds.map((flow) => [flow, filingBody(flow)])) as Record<
  FlowId,
  ReturnType<typeof filingBody>
>;

/** @throws when it was sealed for another filing or person, or holds what its flow does not know. */
export const openFiling = (key: KeyObject, filing: Filing): FilingBody =>
  bodies[filing.flow].parse(openJson(key, place(filing.filingId), filing.sealed));

export const filingOf = (item: Item): Filing => {
  const { sk, ...filing } = row.parse(item);
  return { filingId: sk, ...filing };
};

/** The filing of that 受付番号; undefined for one that does not exist and for what is no 受付番号 alike. */
export const findFiling = async (database: Database, filingId: string | undefined): Promise<Filing | undefined> => {
  const id = filingIdSchema.safeParse(filingId);
  if (!id.success) return undefined;
  const [item] = await database.getAll([{ table: "filings", key: filingKey(id.data) }]);
  return item && filingOf(item);
};

export const filingWrite = ({ filingId, history, ...filing }: Filing): Write => {
  const item: Item = { ...filingKey(filingId), ...filing, history: history.map((step) => ({ ...step })) };
  return filing.version === 1
    ? { kind: "create", table: "filings", item }
    : { kind: "replace", table: "filings", item, expects: filing.version - 1 };
};

export interface RegisterQuery {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Newest first; continue after this 受付番号, which the caller names and which need not exist. */
  readonly after?: FilingId;
  readonly limit: number;
  readonly matches: (filing: Filing) => boolean;
}

/** 受付処理簿: filings by the day they came in, newest first. `next` is set while more may follow. */
export const readRegister = async (
  database: Database,
  { from, to, after, limit, matches }: RegisterQuery,
): Promise<{ readonly filings: readonly Filing[]; readonly next: FilingId | null }> => {
  const filings: Filing[] = [];
  const first = from.replaceAll("-", "");
  const last = `${to.replaceAll("-", "")}~`;
  if (after !== undefined && after < first) return { filings, next: null };
  let start = after !== undefined && after <= last ? after : undefined;
  for (let month = plainMonth(to.slice(0, 7)); month >= from.slice(0, 7); month = addMonths(month, -1)) {
    if (start !== undefined && `FILINGS#${month}` > partition(start)) continue;
    for (;;) {
      const page = await database.query({
        table: "filings",
        pk: `FILINGS#${month}`,
        between: { from: first, to: last },
        descending: true,
        limit: 200,
        ...(start === undefined ? {} : { after: start }),
      });
      for (const filing of page.map(filingOf)) {
        if (!matches(filing)) continue;
        filings.push(filing);
        if (filings.length === limit) return { filings, next: filing.filingId };
      }
      const end = page.at(-1);
      if (page.length < 200 || !end) break;
      start = end.sk as FilingId;
    }
    start = undefined;
  }
  return { filings, next: null };
};
