import { environments } from "../../../shared/contracts/environment.ts";
import { serve } from "../../../shared/http/serve.ts";
import { apiPorts } from "../../ports.ts";
import { confirmRight } from "./confirm-right.ts";
import { decideRight } from "./decide-right.ts";
import { endOfficer } from "./end-officer.ts";
import { endRight } from "./end-right.ts";
import { endSession } from "./end-session.ts";
import { identifyOfficer } from "./identify-officer.ts";
import { listRights } from "./list-rights.ts";
import { requestRight } from "./request-right.ts";
import { showOfficer } from "./show-officer.ts";
import { showSession } from "./show-session.ts";

const environment = environments.rights.parse(process.env);

const ports = {
  ...apiPorts("rights", environment),
  firstHeads: environment.FIRST_HEADS,
  idleSeconds: environment.IDLE_MINUTES * 60,
};

export const handler = serve("rights", ports, {
  showSession: showSession(ports),
  endSession: endSession(ports),
  requestRight: requestRight(ports),
  listRights: listRights(ports),
  decideRight: decideRight(ports),
  confirmRight: confirmRight(ports),
  endRight: endRight(ports),
  showOfficer: showOfficer(ports),
  endOfficer: endOfficer(ports),
  identifyOfficer: identifyOfficer(ports),
});
