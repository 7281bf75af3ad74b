import { environments } from "../../shared/contracts/environment.ts";
import { serve } from "../../shared/http/serve.ts";
import { apiPorts } from "../ports.ts";
import { listRequests } from "./list-requests.ts";
import { receiveRequest } from "./receive-request.ts";
import { showRequest } from "./show-request.ts";
import { takeRequestStep } from "./take-request-step.ts";

const ports = apiPorts("requests", environments.requests.parse(process.env));

export const handler = serve("requests", ports, {
  receiveRequest: receiveRequest(ports),
  listRequests: listRequests(ports),
  showRequest: showRequest(ports),
  takeRequestStep: takeRequestStep(ports),
});
