import { readFileSync } from "node:fs";
import { S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { environments } from "../../shared/contracts/environment.ts";
import { serve } from "../../shared/http/serve.ts";
import { s3BriefStore } from "../../shared/stores/brief-files.ts";
import { apiPorts } from "../ports.ts";
import { decideOutput } from "./decide-output.ts";
import { listOutputs } from "./list-outputs.ts";
import { produceOutput } from "./produce-output.ts";
import { requestOutput } from "./request-output.ts";
import { showOutput } from "./show-output.ts";
import { takeOutput } from "./take-output.ts";

const environment = environments.outputs.parse(process.env);
/** Beside the bundle; its loader sets the path. */
const { FONT_PATH } = z.object({ FONT_PATH: z.string() }).parse(process.env);

const ports = {
  ...apiPorts("outputs", environment),
  exports: s3BriefStore(new S3Client({}), environment.EXPORTS_BUCKET),
  font: readFileSync(FONT_PATH),
  ward: { code: environment.WARD_CODE, name: environment.WARD_NAME },
};

export const handler = serve("outputs", ports, {
  requestOutput: requestOutput(ports),
  listOutputs: listOutputs(ports),
  showOutput: showOutput(ports),
  decideOutput: decideOutput(ports),
  produceOutput: produceOutput(ports),
  takeOutput: takeOutput(ports),
});
