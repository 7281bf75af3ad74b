import { environments } from "../../shared/contracts/environment.ts";
import { serve } from "../../shared/http/serve.ts";
import { apiPorts } from "../ports.ts";
import { assessBenefit } from "./assess-benefit.ts";
import { assessExemption } from "./assess-exemption.ts";

const ports = apiPorts("assessments", environments.assessments.parse(process.env));

export const handler = serve("assessments", ports, {
  assessExemption: assessExemption(ports),
  assessBenefit: assessBenefit(ports),
});
