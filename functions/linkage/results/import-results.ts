import { createHash } from "node:crypto";
import { problem } from "../../../shared/contracts/problems.ts";
import { importRequest } from "../../../shared/contracts/requests.ts";
import { parseResultFile } from "../../../shared/documents/result-files.ts";
import type { ImportId } from "../../../shared/domain/ids.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { auditWrite, keepTrail } from "../../../shared/stores/audit.ts";
import { findImport, type Import, importWrite, linesOf } from "../../../shared/stores/imports.ts";
import { importView } from "./import-view.ts";
import type { ResultPorts } from "./ports.ts";
import { leaveUnmatched, settleLine } from "./settle-line.ts";

/** Where a 処理結果一覧 lies, as it came, until all of it is taken in. */
export const stagedImport = (importId: ImportId): string => `results/${importId}`;

/** Milliseconds to work before answering that the rest is still to do; the function itself may take 28 seconds. */
const workingTime = 18_000;
const atOnce = 8;

/**
 * Takes in a 処理結果一覧 or a 給付決定一覧, whichever its header says it is. The file's own SHA-256 is its number: the same file again settles nothing twice, goes on where
 * an import was cut off, and looks once more for what did not match. Each line settles its filing in one transaction with its own mark, or says why it did not.
 */
export const importResults =
  (ports: ResultPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = importRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const bytes = Buffer.from(asked.data.contentBase64, "base64");
    const parsed = parseResultFile(bytes);
    if (!parsed.ok) return problem("results-unreadable", [{ code: parsed.code, detail: parsed.message }]);
    if (parsed.header.wardCode !== ports.wardCode)
      return problem("results-unreadable", [{ code: "wrong-ward", detail: "この区あてのファイルではありません" }]);

    const importId = createHash("sha256").update(bytes).digest("hex") as ImportId;
    const known = await findImport(ports.database, importId);
    const started: Import = known ?? {
      importId,
      importedAt: call.occasion.at,
      importedBy: call.caller.officer,
      records: parsed.records.length + parsed.faults.length,
      state: "in-progress",
      version: 1,
    };
    if (known)
      await keepTrail(ports.database, call.trail({ object: importId, purpose: "results", codes: ["imported-before"] }));
    else {
      await ports.staging.put(stagedImport(importId), bytes, "application/octet-stream");
      await ports.database.transact([
        importWrite(started),
        auditWrite(call.trail({ object: importId, purpose: "results" })),
      ]);
    }

    const index = await ports.keyring.index();
    const said = new Map((await linesOf(ports.database, importId)).map((line) => [line.line, line]));
    const unsettled = ({ line }: { line: number }) => (said.get(line)?.outcome ?? "unmatched") === "unmatched";
    const until = Date.parse(call.occasion.at) + workingTime;
    for (const { line } of parsed.faults.filter(unsettled))
      await leaveUnmatched(importId, line, "unreadable-line", said.get(line), ports);
    const left = parsed.records.filter(unsettled);
    while (left.length > 0 && Date.parse(ports.clock()) < until)
      await Promise.all(
        left
          .splice(0, atOnce)
          .map((record) => settleLine({ importId, record, before: said.get(record.line), index, call, ports })),
      );

    const lines = await linesOf(ports.database, importId);
    if (lines.length < started.records) return { status: 202, body: importView(started, lines) };
    const finished: Import = { ...started, state: "done", version: started.version + 1 };
    if (started.state !== "done") await ports.database.transact([importWrite(finished)]);
    await ports.staging.clear(stagedImport(importId));
    const unmatched = lines.filter(({ outcome }) => outcome === "unmatched").length;
    if (unmatched > 0) ports.log.note("results-unmatched", { importId, unmatched });
    return { status: known ? 200 : 201, body: importView(finished, lines) };
  };
