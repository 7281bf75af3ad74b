import { problem } from "../../shared/contracts/problems.ts";
import type { Call } from "../../shared/http/call.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import { partsOf } from "../../shared/stores/outputs.ts";
import { outputOfCall } from "./may-see.ts";
import { outputView, partView } from "./output-view.ts";
import type { ExportPorts } from "./ports.ts";

/** One output, with what is in it and which of its files were taken; never their content. */
export const showOutput =
  (ports: ExportPorts) =>
  async (call: Call): Promise<Reply> => {
    const output = await outputOfCall(call, ports.database);
    if (!output) return problem("not-found");
    await keepTrail(ports.database, call.trail({ object: output.outputId, purpose: output.purpose }));
    const parts = await partsOf(ports.database, output.outputId);
    return { status: 200, body: { ...outputView(output), files: parts.map(partView) } };
  };
