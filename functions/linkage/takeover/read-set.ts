import { type TakeoverFault, type TakeoverManifest, takeoverManifest } from "../../../shared/contracts/takeover.ts";
import type { BeyondAssessment } from "../../../shared/domain/beyond-assessment.ts";
import { cellReaders } from "../../../shared/domain/takeover-cells.ts";
import {
  type TakeoverColumn,
  type TakeoverFile,
  takeoverFiles,
  takeoverLayout,
} from "../../../shared/domain/takeover-mapping.ts";
import {
  addTotals,
  rowContent,
  type TakeoverRow,
  type Totals,
  totalsOfEvents,
  totalsOfIncome,
} from "../../../shared/domain/takeover-record.ts";
import { atenaNumberSchema } from "../../../shared/domain/values.ts";
import { sha256 } from "../../../shared/stores/files.ts";
import { readCsv } from "../files/read-csv.ts";

/** The files of a set by name, as they lie in its folder. */
export type SetFiles = ReadonlyMap<string, Uint8Array>;

export interface ReadSet {
  readonly ok: true;
  readonly manifest: TakeoverManifest;
  /** SHA-256 of the manifest, which names those of the files: the number of the set. */
  readonly fingerprint: string;
  readonly rows: readonly TakeoverRow[];
  /** The rows of each person together. */
  readonly people: readonly (readonly TakeoverRow[])[];
  /** Control totals of the rows that can be read. */
  readonly totals: Totals;
}

export interface RefusedSet {
  readonly ok: false;
  readonly fingerprint: string;
  readonly fault: TakeoverFault;
  readonly file: TakeoverFile | null;
  readonly line: number;
}

export const manifestName = "manifest.json";
export const fileName = (file: TakeoverFile): string => `${file}.csv`;

/** A turn takes up a whole set: so many people are read back within it too. */
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

const totalsOfRow = ({ content }: TakeoverRow): Totals => {
  if (!content.ok) return {};
  const { income, events } = content;
  return income ? totalsOfIncome(income.incomeYear, income.insuredIncome) : totalsOfEvents(events);
};

/** Reads a set as it lies in its folder; the operator's check before the upload reads it with the same code. */
export const readSet = (
  files: SetFiles,
  covered: ReadonlySet<BeyondAssessment>,
  layout: TakeoverLayout = takeoverLayout,
): ReadSet | RefusedSet => {
  const told = files.get(manifestName) ?? new Uint8Array();
  const fingerprint = sha256(told);
  const refuse = (fault: TakeoverFault, file: TakeoverFile | null = null, line = 0): RefusedSet => ({
    ok: false,
    fingerprint,
    fault,
    file,
    line,
  });
  const manifest = manifestOf(told);
  if (!manifest) return refuse("manifest-malformed");
  if (manifest.layout !== layout.name) return refuse("other-layout");
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
  const people = [...Map.groupBy(rows, ({ atenaNumber }) => atenaNumber).values()];
  if (people.length > mostPeople) return refuse("too-many-people");
  const totals = rows.map(totalsOfRow).reduce(addTotals, {});
  return { ok: true, manifest, fingerprint, rows, people, totals };
};
