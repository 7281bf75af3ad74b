import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { allIncomeOutputs } from "../../../shared/stores/income-outputs.ts";
import { outputView } from "./output-view.ts";
import type { OutputPorts } from "./ports.ts";

/** A year of weekly lists. */
const most = 60;

/** The latest outputs, newest first: what waits for approval among them. */
export const listOutputs =
  (ports: OutputPorts) =>
  async (call: Call): Promise<Reply> => {
    await keepTrail(ports.database, call.trail({ purpose: "income-output" }));
    const outputs = await allIncomeOutputs(ports.database);
    outputs.sort((a, b) => (a.startedAt < b.startedAt ? 1 : a.startedAt > b.startedAt ? -1 : 0));
    return { status: 200, body: { outputs: outputs.slice(0, most).map(outputView) } };
  };
