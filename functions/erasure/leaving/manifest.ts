import * as z from "zod";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { retentionClassSchema } from "../../../shared/domain/retention.ts";
import { instantSchema } from "../../../shared/domain/values.ts";
import { sha256 } from "../../../shared/stores/files.ts";
import { type TableName, tableNames } from "../../../shared/stores/tables.ts";
import { type RecordKind, recordKinds } from "./record-kinds.ts";

const count = z.int().nonnegative();
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** One encrypted file of the return. No name of a file or object says anything of a person. */
const partSchema = z.strictObject({
  file: z.string().regex(/^[a-z-]+\/\d{6}\.(jsonl|bin)\.jwe$/),
  kind: z.enum(keysOf(recordKinds)),
  records: count,
  /** Bytes and SHA-256 of what is within, and SHA-256 of the file as it lies there. */
  bytes: count,
  sha256: digest,
  encryptedSha256: digest,
  /** Where it lay, for an object of a bucket. */
  object: z.strictObject({ bucket: z.string(), name: z.string(), version: z.string() }).nullable(),
});
export type Part = z.infer<typeof partSchema>;

/** What a walk through the environment came upon. */
export const tallySchema = z.strictObject({
  /** Rows, those of them that are given back, and the fingerprint of these. */
  tables: z.partialRecord(z.enum(tableNames), z.strictObject({ rows: count, records: count, fingerprint: digest })),
  kinds: z.partialRecord(z.enum(keysOf(recordKinds)), count),
  classes: z.partialRecord(retentionClassSchema, count),
  people: count,
});
export type Tally = z.infer<typeof tallySchema>;

/** 返還の目録. Free of personal data; what the ward signs for. */
export const manifestSchema = z.strictObject({
  form: z.literal(1),
  environment: z.string(),
  wardCode: z.string(),
  wardName: z.string(),
  startedAt: instantSchema,
  finishedAt: instantSchema,
  /** SHA-256 of the public key that everything is encrypted to. */
  recipient: digest,
  tally: tallySchema,
  parts: z.array(partSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** What a return goes through, in this order. */
export const places = [...tableNames, "outbox", "audit-bucket"] as const;
export type Place = (typeof places)[number];

/** How far a return is, beside its files until it is whole. */
export const progressSchema = manifestSchema.omit({ finishedAt: true }).extend({
  /** What is being walked through, and where it goes on: a JSON text; null at its beginning. */
  at: z.strictObject({ place: z.enum(places), after: z.string().nullable() }),
});
export type Progress = z.infer<typeof progressSchema>;

export const manifestName = "manifest.json";
export const progressName = "progress.json";

export const jsonBytes = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

/** Undefined for what is no manifest, or one whose files do not add up to its totals. */
export const readManifest = (
  bytes: Uint8Array,
): { readonly manifest: Manifest; readonly sha256: string } | undefined => {
  try {
    const manifest = manifestSchema.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
    return addsUp(manifest) ? { manifest, sha256: sha256(bytes) } : undefined;
  } catch {
    return undefined;
  }
};

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

const kindsOfObjects: readonly RecordKind[] = ["outbox-object", "audit-object"];

/** Each kind has as many records in files as were counted, and the tables as many as were given back of them. */
const addsUp = ({ tally, parts }: Manifest): boolean => {
  const kinds = keysOf(recordKinds);
  const inFiles = (kind: RecordKind) => sum(parts.filter((part) => part.kind === kind).map(({ records }) => records));
  const fromTables = kinds.filter((kind) => !kindsOfObjects.includes(kind)).map(inFiles);
  return (
    kinds.every((kind) => inFiles(kind) === (tally.kinds[kind] ?? 0)) &&
    sum(fromTables) === sum(tableNames.map((table) => tally.tables[table]?.records ?? 0))
  );
};

/** The first table of which one walk came upon something else than the other. */
export const differingTable = (one: Tally, other: Tally): TableName | undefined =>
  tableNames.find((table) => {
    const [a, b] = [one.tables[table], other.tables[table]];
    return a?.records !== b?.records || a?.fingerprint !== b?.fingerprint;
  });
