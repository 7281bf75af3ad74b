import { environments } from "../../../shared/contracts/environment.ts";
import { serve } from "../../../shared/http/serve.ts";
import { apiPorts } from "../../ports.ts";
import { familyWorks } from "../family-works.ts";

const ports = apiPorts("additional-premium", environments["additional-premium"].parse(process.env));

export const handler = serve("additional-premium", ports, familyWorks("additional-premium", ports));
