import { S3Client } from "@aws-sdk/client-s3";
import { environments } from "../../shared/contracts/environment.ts";
import { serve } from "../../shared/http/serve.ts";
import { s3BriefStore } from "../../shared/stores/brief-files.ts";
import { apiPorts } from "../ports.ts";
import { registeredDisclosures } from "../requests/package/ports.ts";
import { decideOutput } from "./decide-output.ts";
import { listOutputs } from "./list-outputs.ts";
import { produceOutput } from "./produce-output.ts";
import { requestOutput } from "./request-output.ts";
import { showOutput } from "./show-output.ts";
import { takeOutput } from "./take-output.ts";

const environment = environments.outputs.parse(process.env);

const stores = apiPorts("outputs", environment);
const ports = {
  ...stores,
  exports: s3BriefStore(new S3Client({}), environment.EXPORTS_BUCKET),
  paper: null,
  disclosures: registeredDisclosures(stores.database),
};

export const handler = serve("outputs", ports, {
  requestOutput: requestOutput(ports),
  listOutputs: listOutputs(ports),
  showOutput: showOutput(ports),
  decideOutput: decideOutput(ports),
  produceOutput: produceOutput(ports),
  takeOutput: takeOutput(ports),
});
