import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { environments } from "../../../shared/contracts/environment.ts";
import { cloudWatchAccessLog } from "../../../shared/stores/access-log.ts";
import { byTheClock } from "../../by-the-clock.ts";
import { storePorts, timeouts } from "../../ports.ts";
import { trailPorts } from "../trail-ports.ts";
import { reconcile } from "./reconcile.ts";

const environment = environments["audit-reconciliation"].parse(process.env);
const stores = storePorts("audit-reconciliation", environment);
const accessLog = cloudWatchAccessLog(new CloudWatchLogsClient(timeouts), environment.ACCESS_LOG_GROUP);

export const handler = byTheClock(stores.log, reconcile({ ...stores, ...trailPorts(environment), accessLog }));
