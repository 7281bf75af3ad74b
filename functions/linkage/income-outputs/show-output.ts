import { may } from "../../../shared/access/may.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import type { IncomeOutput } from "../../../shared/stores/income-outputs.ts";
import { releasedOutput, stagedOutput } from "./file-names.ts";
import { outputOfNumber } from "./find-output.ts";
import { outputView } from "./output-view.ts";
import type { OutputPorts } from "./ports.ts";

/** Links that open a file for five minutes: what a manager has to see before approving, and to burn or print after. */
const linked = async ({ state, outputId, files }: IncomeOutput, { staging, outbox }: OutputPorts) =>
  Promise.all(
    files.map(async (file) => {
      if (state === "sealed" || state === "approved")
        return { ...file, url: await staging.link(stagedOutput(outputId, file.name)) };
      return state === "released" ? { ...file, url: await outbox.link(releasedOutput(outputId, file.name)) } : file;
    }),
  );

/** One output: how far it is, what came of it, and for a manager its file. */
export const showOutput =
  (ports: OutputPorts) =>
  async (call: Call): Promise<Reply> => {
    const output = await outputOfNumber(ports.database, call.params.outputId);
    if (!output) return problem("not-found");
    const opens = may(call.caller, "reveal:income-output-files");
    await keepTrail(
      ports.database,
      call.trail({ object: output.outputId, purpose: "income-output", codes: opens ? ["files-linked"] : [] }),
    );
    return {
      status: 200,
      body: { ...outputView(output), ...(opens ? { files: await linked(output, ports) } : {}) },
    };
  };
