import { environments } from "../../../shared/contracts/environment.ts";
import { serve } from "../../../shared/http/serve.ts";
import { apiPorts } from "../../ports.ts";
import { familyWorks } from "../family-works.ts";

const ports = apiPorts("benefit-claim", environments["benefit-claim"].parse(process.env));

export const handler = serve("benefit-claim", ports, familyWorks("benefit-claim", ports));
