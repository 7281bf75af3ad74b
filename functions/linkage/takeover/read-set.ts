import { type TakeoverFault, type TakeoverManifest, takeoverManifest } from "../../../shared/contracts/takeover.ts";
import type { BeyondAssessment } from "../../../shared/domain/beyond-assessment.ts";
import { cellReaders } from "../../../shared/domain/takeover-cells.ts";
import {
  type TakeoverColumn,
  type TakeoverFile,
  takeoverFiles,
  takeoverLayout,
} from "../../../shared/domain/takeover-mapping.ts";
import { type TakeoverMember, takeoverPeople } from "../../../shared/domain/takeover-person.ts";
import { rowContent, type TakeoverRow } from "../../../shared/domain/takeover-row.ts";
import { atenaNumberSchema } from "../../../shared/domain/values.ts";
import { sha256 } from "../../../shared/stores/files.ts";
import { readCsv } from "../files/read-csv.ts";

/** The files of a set by name, as they lie in its folder. */
export type SetFiles = ReadonlyMap<string, Uint8Array>;

export interface ReadSet {
  readonly ok: true;
  readonly manifest: TakeoverManifest;
  readonly rows: readonly TakeoverRow[];
  readonly people: readonly TakeoverMember[];
}

export interface RefusedSet {
  readonly ok: false;
  readonly fault: TakeoverFault;
  readonly file: TakeoverFile | null;
  /** 0 where it is no matter of one line. */
  readonly line: number;
}

export const manifestName = "manifest.json";
export const fileName = (file: TakeoverFile): string => `${file}.csv`;

/** All of a set is in memory at once. */
const mostPeople = 20_000;

export interface TakeoverLayout {
  readonly name: string;
  readonly encoding: "utf-8" | "shift_jis";
  readonly files: Readonly<Record<TakeoverFile, Readonly<Record<string, TakeoverColumn>>>>;
}

const manifestOf = (bytes: Uint8Array): TakeoverManifest | undefined => {
  try {
    const parsed = takeoverManifest.safeParse(JSON.parse(Buffer.from(bytes).toString("utf8")));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
};

const decoded = (bytes: Uint8Array, encoding: string): Uint8Array | undefined => {
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
};

type Cells = Readonly<Record<string, string | number | boolean>>;

const cellsOf = (columns: Readonly<Record<string, TakeoverColumn>>, cells: ReadonlyMap<string, string>): Cells =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([field, { column, read, codes }]) => {
      const cell = cells.get(column);
      return cell === undefined ? [] : [[field, cellReaders[read](codes?.[cell] ?? cell)] as const];
    }),
  );

type FileRead =
  | { readonly ok: true; readonly rows: readonly TakeoverRow[] }
  | { readonly ok: false; readonly fault: TakeoverFault; readonly line: number };

const readFile = (
  file: TakeoverFile,
  bytes: Uint8Array,
  layout: TakeoverLayout,
  covered: ReadonlySet<BeyondAssessment>,
): FileRead => {
  const text = decoded(bytes, layout.encoding);
  if (!text) return { ok: false, fault: "not-decodable", line: 0 };
  const columns = layout.files[file];
  const headings = Object.values(columns).map(({ column }) => column);
  const read = readCsv(text, headings, (cells) => cellsOf(columns, cells));
  if (!read.ok) return { ok: false, fault: read.fault === "not-utf-8" ? "not-decodable" : read.fault, line: read.line };
  const rows: TakeoverRow[] = [];
  for (const { at: line, row } of read.rows) {
    const owner = "faults" in row ? undefined : atenaNumberSchema.safeParse((row as Cells).atenaNumber);
    // Whose row it is must be known: otherwise somebody would be taken in by half.
    if (!owner?.success) return { ok: false, fault: "owner-unreadable", line };
    rows.push({ file, line, atenaNumber: owner.data, content: rowContent(file, row as Cells, covered) });
  }
  return { ok: true, rows };
};

/** Reads a set as it lies in its folder; the operator's check before the upload reads it with the same code. */
export const readSet = (
  files: SetFiles,
  covered: ReadonlySet<BeyondAssessment>,
  layout: TakeoverLayout = takeoverLayout,
): ReadSet | RefusedSet => {
  const refuse = (fault: TakeoverFault, file: TakeoverFile | null = null, line = 0): RefusedSet => ({
    ok: false,
    fault,
    file,
    line,
  });
  const told = files.get(manifestName);
  if (!told) return refuse("manifest-missing");
  const manifest = manifestOf(told);
  if (!manifest) return refuse("manifest-malformed");
  if (manifest.layout !== layout.name) return refuse("other-layout");
  const known = new Set([manifestName, ...takeoverFiles.map(fileName)]);
  if ([...files.keys()].some((name) => !known.has(name))) return refuse("strange-file");
  const rows: TakeoverRow[] = [];
  for (const file of takeoverFiles) {
    const bytes = files.get(fileName(file));
    if (!bytes) return refuse("file-missing", file);
    if (sha256(bytes) !== manifest.files[file].sha256) return refuse("sha256-differs", file);
    const read = readFile(file, bytes, layout, covered);
    if (!read.ok) return refuse(read.fault, file, read.line);
    if (read.rows.length !== manifest.files[file].rows) return refuse("rows-differ", file);
    for (const row of read.rows) rows.push(row);
  }
  const people = takeoverPeople(rows);
  return people.length > mostPeople ? refuse("too-many-people") : { ok: true, manifest, rows, people };
};
