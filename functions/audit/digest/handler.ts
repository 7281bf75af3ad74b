import { environments } from "../../../shared/contracts/environment.ts";
import { byTheClock } from "../../by-the-clock.ts";
import { storePorts } from "../../ports.ts";
import { trailPorts } from "../trail-ports.ts";
import { digestTrail } from "./digest-trail.ts";

const environment = environments["audit-digest"].parse(process.env);
const stores = storePorts("audit-digest", environment);

export const handler = byTheClock(stores.log, digestTrail({ ...stores, ...trailPorts(environment) }));
