import { environments } from "../../shared/contracts/environment.ts";
import { serve } from "../../shared/http/serve.ts";
import { apiPorts } from "../ports.ts";
import { actOnRequest } from "./act-on-request.ts";
import { decideRequest } from "./decide-request.ts";
import { listRequests } from "./list-requests.ts";
import { receiveRequest } from "./receive-request.ts";
import { showRequest } from "./show-request.ts";

const ports = apiPorts("requests", environments.requests.parse(process.env));

export const handler = serve("requests", ports, {
  receiveRequest: receiveRequest(ports),
  listRequests: listRequests(ports),
  showRequest: showRequest(ports),
  actOnRequest: actOnRequest(ports),
  decideRequest: decideRequest(ports),
});
