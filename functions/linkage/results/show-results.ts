import { problem } from "../../../shared/contracts/problems.ts";
import { type ImportId, importIdPattern } from "../../../shared/domain/ids.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { findImport, linesOf } from "../../../shared/stores/imports.ts";
import { importView } from "./import-view.ts";
import type { ResultPorts } from "./ports.ts";

/** One import: what it settled and what it could not match. */
export const showResults =
  (ports: ResultPorts) =>
  async (call: Call): Promise<Reply> => {
    const { importId } = call.params;
    const imported =
      importId && importIdPattern.test(importId) ? await findImport(ports.database, importId as ImportId) : undefined;
    if (!imported) return problem("not-found");
    await keepTrail(ports.database, call.trail({ object: imported.importId, purpose: "results" }));
    return { status: 200, body: importView(imported, await linesOf(ports.database, imported.importId)) };
  };
