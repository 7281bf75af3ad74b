import { environments } from "../../../shared/contracts/environment.ts";
import { serve } from "../../../shared/http/serve.ts";
import { apiPorts } from "../../ports.ts";
import { familyWorks } from "../family-works.ts";

const ports = apiPorts("qualification", environments.qualification.parse(process.env));

export const handler = serve("qualification", ports, familyWorks("qualification", ports));
