import { environments } from "../../../../shared/contracts/environment.ts";
import { serve } from "../../../../shared/http/serve.ts";
import { apiPorts } from "../../../ports.ts";
import { decideResidentChange } from "./decide-resident-change.ts";
import { listResidentChanges } from "./list-resident-changes.ts";
import { takeResidentChanges } from "./take-resident-changes.ts";

const ports = apiPorts("residents", environments.residents.parse(process.env));

export const handler = serve("residents", ports, {
  takeResidentChanges: takeResidentChanges(ports),
  listResidentChanges: listResidentChanges(ports),
  decideResidentChange: decideResidentChange(ports),
});
