import { environments } from "../../../shared/contracts/environment.ts";
import { serve } from "../../../shared/http/serve.ts";
import { apiPorts } from "../../ports.ts";
import { familyWorks } from "../family-works.ts";

const ports = apiPorts("disability-revision", environments["disability-revision"].parse(process.env));

export const handler = serve("disability-revision", ports, familyWorks("disability-revision", ports));
