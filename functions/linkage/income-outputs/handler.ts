import { S3Client } from "@aws-sdk/client-s3";
import { environments } from "../../../shared/contracts/environment.ts";
import { serve } from "../../../shared/http/serve.ts";
import { s3BriefStore } from "../../../shared/stores/brief-files.ts";
import { s3FileStore } from "../../../shared/stores/files.ts";
import { apiPorts } from "../../ports.ts";
import { decideOutput } from "./decide-output.ts";
import { listOutputs } from "./list-outputs.ts";
import { runOutput } from "./run-output.ts";
import { showOutput } from "./show-output.ts";

const environment = environments["income-outputs"].parse(process.env);
const s3 = new S3Client({});

const ports = {
  ...apiPorts("income-outputs", environment),
  staging: s3BriefStore(s3, environment.STAGING_BUCKET),
  outbox: s3FileStore(s3, environment.OUTBOX_BUCKET),
  wardCode: environment.WARD_CODE,
};

export const handler = serve("income-outputs", ports, {
  runIncomeOutput: runOutput(ports),
  listIncomeOutputs: listOutputs(ports),
  showIncomeOutput: showOutput(ports),
  decideIncomeOutput: decideOutput(ports),
});
