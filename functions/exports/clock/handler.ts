import { readFileSync } from "node:fs";
import { S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { environments } from "../../../shared/contracts/environment.ts";
import { s3BriefStore } from "../../../shared/stores/brief-files.ts";
import { byTheClock } from "../../by-the-clock.ts";
import { storePorts } from "../../ports.ts";
import { registeredDisclosures } from "../../requests/package/ports.ts";
import { paperOf } from "./paper.ts";
import { tendOutputs } from "./tend-outputs.ts";

const environment = environments["outputs-clock"].parse(process.env);
/** Beside the bundle; its loader sets the path. */
const { FONT_PATH } = z.object({ FONT_PATH: z.string() }).parse(process.env);

const stores = storePorts("outputs-clock", environment);

export const handler = byTheClock(
  stores.log,
  tendOutputs({
    ...stores,
    exports: s3BriefStore(new S3Client({}), environment.EXPORTS_BUCKET),
    paper: paperOf(readFileSync(FONT_PATH), { code: environment.WARD_CODE, name: environment.WARD_NAME }),
    disclosures: registeredDisclosures(stores.database),
  }),
);
