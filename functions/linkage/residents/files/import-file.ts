import { createHash } from "node:crypto";
import type { ImportId } from "../../../../shared/domain/ids.ts";
import { type QuarantineReason, quarantineReasons } from "../../../../shared/domain/resident-change.ts";
import { auditWrite } from "../../../../shared/stores/audit.ts";
import { findChange } from "../../../../shared/stores/resident-changes.ts";
import {
  type FileLine,
  fileLines,
  fileLineWrite,
  fileWrite,
  findFile,
  type ResidentFile,
} from "../../../../shared/stores/resident-files.ts";
import type { StorePorts } from "../../../ports.ts";
import type { Feed } from "../feed.ts";
import { takeRows } from "../take-rows.ts";
import { fileFaults, readFile } from "./read-file.ts";

/** What the resident system gets back of a file. It names lines and columns, never a person. */
export type FileReport =
  | { readonly fileId: string; readonly refused: string; readonly detail: string; readonly line: number }
  | {
      readonly fileId: string;
      readonly rows: number;
      readonly repeated: number;
      readonly counts: Readonly<Record<string, number>>;
      readonly quarantined: readonly object[];
    };

const countsOf = (lines: readonly FileLine[]) =>
  Object.fromEntries(
    (["recorded", "proposed", "quarantined", "confirmed", "dismissed"] as const).map((outcome) => [
      outcome,
      lines.filter((line) => line.outcome === outcome).length,
    ]),
  );

const quarantinedLine = async ({ line, reason, changeName }: FileLine, ports: StorePorts) => {
  const faults = reason === "malformed-row" ? ((await findChange(ports.database, changeName))?.faults ?? []) : [];
  return { line, reason, detail: reason ? quarantineReasons[reason as QuarantineReason] : "", faults };
};

const reportOf = async (fileId: ImportId, lines: readonly FileLine[], ports: StorePorts): Promise<FileReport> => ({
  fileId,
  rows: lines.length,
  repeated: lines.filter(({ repeated }) => repeated).length,
  counts: countsOf(lines),
  quarantined: await Promise.all(
    lines.filter(({ outcome }) => outcome === "quarantined").map((line) => quarantinedLine(line, ports)),
  ),
});

/**
 * Takes in a file of 異動. Its SHA-256 is its number: the same file goes on where it was cut off, and changes nothing once
 * it is through. Undefined while `goOn` ended the work before every row was accounted for.
 */
export const importFile = async (
  bytes: Uint8Array,
  feed: Feed,
  goOn: () => boolean,
): Promise<FileReport | undefined> => {
  const { ports, occasion, trail } = feed;
  const fileId = createHash("sha256").update(bytes).digest("hex") as ImportId;
  const read = readFile(bytes);
  if (!read.ok) {
    await ports.database.transact([
      auditWrite(trail({ object: fileId, purpose: "resident-record", result: "refused", codes: [read.fault] })),
    ]);
    ports.log.note("resident-file-refused", { fileId, fault: read.fault, line: read.line });
    return { fileId, refused: read.fault, detail: fileFaults[read.fault], line: read.line };
  }

  const known = await findFile(ports.database, fileId);
  const file: ResidentFile = known ?? {
    fileId,
    takenAt: occasion.at,
    rows: read.rows.length,
    state: "in-progress",
    counts: {},
    version: 1,
  };
  if (!known)
    await ports.database.transact([
      fileWrite(file),
      auditWrite(trail({ object: fileId, purpose: "resident-record", codes: ["file"] })),
    ]);
  const through = new Set((await fileLines(ports.database, fileId)).map(({ line }) => line));
  await takeRows(
    read.rows.filter(({ at }) => !through.has(at)),
    feed,
    (line) =>
      ({ changeName, state, reason, repeated }) => [
        fileLineWrite(fileId, { line, changeName, outcome: state, reason, repeated }),
      ],
    goOn,
  );

  const lines = await fileLines(ports.database, fileId);
  if (lines.length < read.rows.length) return undefined;
  if (file.state === "in-progress") {
    await ports.database.transact([
      fileWrite({ ...file, state: "done", counts: countsOf(lines), version: file.version + 1 }),
    ]);
    ports.log.note("resident-file-done", { fileId, rows: lines.length, ...countsOf(lines) });
  }
  return reportOf(fileId, lines, ports);
};
