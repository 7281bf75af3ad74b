import { environments } from "../../shared/contracts/environment.ts";
import { serve } from "../../shared/http/serve.ts";
import { apiPorts } from "../ports.ts";
import { liftSuspension } from "./lift-suspension.ts";
import { listSuspensions } from "./list-suspensions.ts";
import { placeSuspension } from "./place-suspension.ts";

const ports = apiPorts("suspensions", environments.suspensions.parse(process.env));

export const handler = serve("suspensions", ports, {
  placeSuspension: placeSuspension(ports),
  liftSuspension: liftSuspension(ports),
  listSuspensions: listSuspensions(ports),
});
