import { environments } from "../../shared/contracts/environment.ts";
import { serve } from "../../shared/http/serve.ts";
import { apiPorts } from "../ports.ts";
import { runBatch } from "./run-batch.ts";
import { showBatch } from "./show-batch.ts";

const ports = apiPorts("batches", environments.batches.parse(process.env));

export const handler = serve("batches", ports, {
  runBatch: runBatch(ports),
  showBatch: showBatch(ports),
});
