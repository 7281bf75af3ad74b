import { createHash } from "node:crypto";
import type { ImportId } from "../../../shared/domain/ids.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import { type DroppedFile, droppedFiles, type FileLine } from "../../../shared/stores/dropped-files.ts";
import type { Feed } from "../feed.ts";
import type { Drop } from "./drop.ts";
import { fileFaults } from "./read-csv.ts";

/** What the sending system gets back of a file. It names lines and columns, never a person. */
export type FileReport =
  | { readonly fileId: string; readonly refused: string; readonly detail: string; readonly line: number }
  | {
      readonly fileId: string;
      readonly rows: number;
      readonly repeated: number;
      readonly counts: Readonly<Record<string, number>>;
      readonly quarantined: readonly object[];
    };

const countsOf = (outcomes: readonly string[], lines: readonly FileLine[]) =>
  Object.fromEntries(outcomes.map((each) => [each, lines.filter(({ outcome }) => outcome === each).length]));

const reportOf = <Row>(fileId: ImportId, lines: readonly FileLine[], drop: Drop<Row>): FileReport => ({
  fileId,
  rows: lines.length,
  repeated: lines.filter(({ repeated }) => repeated).length,
  counts: countsOf(drop.outcomes, lines),
  quarantined: lines
    .filter(({ outcome }) => outcome === "quarantined")
    .map(({ line, reason, faults }) => ({ line, reason, detail: drop.reasons[reason ?? ""] ?? "", faults })),
});

/**
 * Takes in a file. Its SHA-256 is its number: the same file goes on where it was cut off, and changes nothing once it is
 * through. Undefined while `goOn` ended the work before every row was accounted for.
 */
export const importFile = async <Row>(
  drop: Drop<Row>,
  bytes: Uint8Array,
  feed: Feed,
  goOn: () => boolean,
): Promise<FileReport | undefined> => {
  const { ports, occasion, trail } = feed;
  const { purpose } = drop;
  const files = droppedFiles(drop.table);
  const fileId = createHash("sha256").update(bytes).digest("hex") as ImportId;
  const read = drop.read(bytes);
  if (!read.ok) {
    await ports.database.transact([
      auditWrite(trail({ object: fileId, purpose, result: "refused", codes: [read.fault] })),
    ]);
    ports.log.note(drop.logs.refused, { fileId, fault: read.fault, line: read.line });
    return { fileId, refused: read.fault, detail: fileFaults[read.fault], line: read.line };
  }

  const known = await files.find(ports.database, fileId);
  const file: DroppedFile = known ?? {
    fileId,
    takenAt: occasion.at,
    rows: read.rows.length,
    state: "in-progress",
    counts: {},
    version: 1,
  };
  if (!known)
    await ports.database.transact([files.write(file), auditWrite(trail({ object: fileId, purpose, codes: ["file"] }))]);
  const through = new Set((await files.lines(ports.database, fileId)).map(({ line }) => line));
  await drop.take(
    read.rows.filter(({ at }) => !through.has(at)),
    feed,
    (line, outcome) => [files.lineWrite(fileId, { line, ...outcome })],
    goOn,
  );

  const lines = await files.lines(ports.database, fileId);
  if (lines.length < read.rows.length) return undefined;
  if (file.state === "in-progress") {
    const counts = countsOf(drop.outcomes, lines);
    await ports.database.transact([files.write({ ...file, state: "done", counts, version: file.version + 1 })]);
    ports.log.note(drop.logs.done, { fileId, rows: lines.length, ...counts });
  }
  return reportOf(fileId, lines, drop);
};
