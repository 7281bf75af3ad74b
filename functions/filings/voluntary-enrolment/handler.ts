import { environments } from "../../../shared/contracts/environment.ts";
import { serve } from "../../../shared/http/serve.ts";
import { apiPorts } from "../../ports.ts";
import { familyWorks } from "../family-works.ts";

const ports = apiPorts("voluntary-enrolment", environments["voluntary-enrolment"].parse(process.env));

export const handler = serve("voluntary-enrolment", ports, familyWorks("voluntary-enrolment", ports));
