import { environments } from "../../../shared/contracts/environment.ts";
import { serve } from "../../../shared/http/serve.ts";
import { apiPorts } from "../../ports.ts";
import { familyWorks } from "../family-works.ts";

const ports = apiPorts("special-disability-benefit", environments["special-disability-benefit"].parse(process.env));

export const handler = serve("special-disability-benefit", ports, familyWorks("special-disability-benefit", ports));
