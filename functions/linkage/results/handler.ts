import { S3Client } from "@aws-sdk/client-s3";
import { environments } from "../../../shared/contracts/environment.ts";
import { serve } from "../../../shared/http/serve.ts";
import { s3BriefStore } from "../../../shared/stores/brief-files.ts";
import { apiPorts } from "../../ports.ts";
import { importResults } from "./import-results.ts";
import { showResults } from "./show-results.ts";

const environment = environments.results.parse(process.env);

const ports = {
  ...apiPorts("results", environment),
  staging: s3BriefStore(new S3Client({}), environment.STAGING_BUCKET),
  wardCode: environment.WARD_CODE,
};

export const handler = serve("results", ports, {
  importResults: importResults(ports),
  showResults: showResults(ports),
});
