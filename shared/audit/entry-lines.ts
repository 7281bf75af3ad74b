import { isUtf8 } from "node:buffer";
import { hash } from "node:crypto";
import { type AuditEntry, auditEntry, canonicalForm } from "./entry.ts";

const newline = 0x0a;

/** An entry file: one entry a line in its canonical form, each line ended by a newline and by nothing else. */
export const entryLines = (entries: readonly AuditEntry[]): Buffer =>
  Buffer.from(entries.map((entry) => `${canonicalForm(entry)}\n`).join(""), "utf8");

/** Before and after in the trail: by time, then by id. */
export const placeOf = ({ at, id }: Pick<AuditEntry, "at" | "id">): string => `${at}_${id}`;

export const inOrder = (entries: readonly AuditEntry[]): AuditEntry[] =>
  entries.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));

/** The lines of a file without their newlines, and whether the last one had its own. */
export const splitLines = (bytes: Uint8Array): { readonly lines: readonly Buffer[]; readonly ended: boolean } => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const lines: Buffer[] = [];
  let from = 0;
  for (let to = buffer.indexOf(newline); to >= 0; to = buffer.indexOf(newline, from)) {
    lines.push(buffer.subarray(from, to));
    from = to + 1;
  }
  if (from < buffer.length) lines.push(buffer.subarray(from));
  return { lines, ended: from === buffer.length };
};

/** Leaf hashes of the lines of a file (RFC 6962: the zero byte, then the line), over one copy of its bytes. */
export const leavesOf = (bytes: Uint8Array): Buffer[] => {
  const scratch = Buffer.allocUnsafe(bytes.length + 1);
  scratch.set(bytes, 1);
  const leaves: Buffer[] = [];
  // The byte before a line, the newline of the one before it, is free by then and takes the zero of the leaf.
  for (let from = 0; from < bytes.length; ) {
    const newlineAt = scratch.indexOf(newline, from + 1);
    const to = newlineAt < 0 ? scratch.length : newlineAt;
    scratch[from] = 0;
    leaves.push(hash("sha256", scratch.subarray(from, to), "buffer"));
    from = to;
  }
  return leaves;
};

const rising = (value: object): boolean => {
  let before: string | undefined;
  for (const key of Object.keys(value)) {
    if (before !== undefined && key <= before) return false;
    before = key;
  }
  return true;
};

/**
 * The entry that a line holds; undefined when it is not exactly the canonical form of one. JSON.stringify writes strings
 * and whole numbers as RFC 8785 does, so a text is canonical when it comes back the same and its names rise.
 */
export const readLine = (line: Uint8Array): AuditEntry | undefined => {
  if (!isUtf8(line)) return undefined;
  const text = Buffer.from(line.buffer, line.byteOffset, line.length).toString("utf8");
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || JSON.stringify(value) !== text) return undefined;
    const parsed = auditEntry.safeParse(value);
    return parsed.success && rising(value) && parsed.data.terms.every(rising) ? parsed.data : undefined;
  } catch {
    return undefined;
  }
};

/** The entries of a file that is known to be whole. @throws when a line is none. */
export const readEntries = (bytes: Uint8Array): AuditEntry[] =>
  splitLines(bytes).lines.map((line) => {
    const entry = readLine(line);
    if (!entry) throw new Error("an entry file of the trail with a line that is no entry");
    return entry;
  });
