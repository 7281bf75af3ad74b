import type { Call } from "../../shared/http/call.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import { recentOutputs } from "../../shared/stores/outputs.ts";
import { maySee } from "./may-see.ts";
import { outputView } from "./output-view.ts";
import type { ExportPorts } from "./ports.ts";

const most = 60;

/** The latest outputs that the caller may see: what waits for a 管理責任者 among them. */
export const listOutputs =
  (ports: ExportPorts) =>
  async (call: Call): Promise<Reply> => {
    await keepTrail(ports.database, call.trail({}));
    const outputs = await recentOutputs(ports.database, most, (output) => maySee(output, call));
    return { status: 200, body: { outputs: outputs.map(outputView) } };
  };
