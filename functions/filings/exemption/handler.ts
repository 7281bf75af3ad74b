import { environments } from "../../../shared/contracts/environment.ts";
import { serve } from "../../../shared/http/serve.ts";
import { apiPorts } from "../../ports.ts";
import { familyWorks } from "../family-works.ts";

const ports = apiPorts("exemption", environments.exemption.parse(process.env));

export const handler = serve("exemption", ports, familyWorks("exemption", ports));
