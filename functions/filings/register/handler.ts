import { environments } from "../../../shared/contracts/environment.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import { serve } from "../../../shared/http/serve.ts";
import { apiPorts } from "../../ports.ts";
import { actOnFiling } from "./act-on-filing.ts";
import { listFilings } from "./list-filings.ts";
import { showFiling } from "./show-filing.ts";

const ports = apiPorts("register", environments.register.parse(process.env));

export const handler = serve("register", ports, {
  "file:unknown": async () => problem("unknown-flow"),
  listFilings: listFilings(ports),
  showFiling: showFiling(ports),
  actOnFiling: actOnFiling(ports),
});
