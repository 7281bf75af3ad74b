import { S3Client } from "@aws-sdk/client-s3";
import { SFNClient } from "@aws-sdk/client-sfn";
import { environments } from "../../../shared/contracts/environment.ts";
import { serve } from "../../../shared/http/serve.ts";
import { s3FileStore } from "../../../shared/stores/files.ts";
import { apiPorts } from "../../ports.ts";
import { starter } from "../../starter.ts";
import { waker } from "../wake.ts";
import { decideRun } from "./decide-run.ts";
import { listRuns } from "./list-runs.ts";
import type { DeskPorts } from "./ports.ts";
import { resumeRun } from "./resume-run.ts";
import { showRun } from "./show-run.ts";
import { startRun } from "./start-run.ts";

const environment = environments.transmittal.parse(process.env);
const s3 = new S3Client({});
const sfn = new SFNClient({});

const ports: DeskPorts & ReturnType<typeof apiPorts> = {
  ...apiPorts("transmittal", environment),
  staging: s3FileStore(s3, environment.STAGING_BUCKET),
  outbox: s3FileStore(s3, environment.OUTBOX_BUCKET),
  start: starter(sfn, environment.STATE_MACHINE_ARN),
  wake: waker(sfn),
};

export const handler = serve("transmittal", ports, {
  listRuns: listRuns(ports),
  showRun: showRun(ports),
  startRun: startRun(ports),
  decideRun: decideRun(ports),
  resumeRun: resumeRun(ports),
});
