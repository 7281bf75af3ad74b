import { environments } from "../../../shared/contracts/environment.ts";
import { serve } from "../../../shared/http/serve.ts";
import { apiPorts } from "../../ports.ts";
import { familyWorks } from "../family-works.ts";

const ports = apiPorts("deferment", environments.deferment.parse(process.env));

export const handler = serve("deferment", ports, familyWorks("deferment", ports));
