import { SFNClient } from "@aws-sdk/client-sfn";
import { environments } from "../../../shared/contracts/environment.ts";
import { serve } from "../../../shared/http/serve.ts";
import { trailPorts } from "../../audit/trail-ports.ts";
import { apiPorts, timeouts } from "../../ports.ts";
import { starter } from "../../starter.ts";
import { decideErasure } from "./decide-erasure.ts";
import { liftHold } from "./lift-hold.ts";
import { listCertificates } from "./list-certificates.ts";
import { listErasureItems } from "./list-erasure-items.ts";
import { listErasures } from "./list-erasures.ts";
import { listHolds } from "./list-holds.ts";
import { placeHold } from "./place-hold.ts";
import { resumeErasure } from "./resume-erasure.ts";
import { settleFinding } from "./settle-finding.ts";
import { showCertificate } from "./show-certificate.ts";
import { showErasure } from "./show-erasure.ts";
import { showRetention } from "./show-retention.ts";

const environment = environments.erasure.parse(process.env);
const { trail, signer } = trailPorts(environment);

const ports = {
  ...apiPorts("erasure", environment),
  audit: trail,
  publicKey: signer.publicKey,
  schedule: environment.RETENTION_SCHEDULE,
  start: starter(new SFNClient(timeouts), environment.STATE_MACHINE_ARN),
};

export const handler = serve("erasure", ports, {
  listErasures: listErasures(ports),
  showErasure: showErasure(ports),
  listErasureItems: listErasureItems(ports),
  decideErasure: decideErasure(ports),
  resumeErasure: resumeErasure(ports),
  settleFinding: settleFinding(ports),
  listCertificates: listCertificates(ports),
  showCertificate: showCertificate(ports),
  showRetention: showRetention(ports),
  listHolds: listHolds(ports),
  placeHold: placeHold(ports),
  liftHold: liftHold(ports),
});
