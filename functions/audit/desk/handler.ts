import { environments } from "../../../shared/contracts/environment.ts";
import { serve } from "../../../shared/http/serve.ts";
import { apiPorts } from "../../ports.ts";
import { trailPorts } from "../trail-ports.ts";
import { listDigests } from "./list-digests.ts";
import { listEntries } from "./list-entries.ts";
import { listReports } from "./list-reports.ts";
import { showActivity } from "./show-activity.ts";
import { showEntry } from "./show-entry.ts";
import { showReport } from "./show-report.ts";
import { verifyDigests } from "./verify-digests.ts";

const environment = environments.audit.parse(process.env);
const { trail, signer } = trailPorts(environment);

const ports = { ...apiPorts("audit", environment), audit: trail, publicKey: signer.publicKey };

export const handler = serve("audit", ports, {
  listEntries: listEntries(ports),
  showEntry: showEntry(ports),
  listDigests: listDigests(ports),
  verifyDigests: verifyDigests(ports),
  showActivity: showActivity(ports),
  listReports: listReports(ports),
  showReport: showReport(ports),
});
