import { readFileSync } from "node:fs";
import { S3Client } from "@aws-sdk/client-s3";
import { SFNClient } from "@aws-sdk/client-sfn";
import * as z from "zod";
import { environments } from "../../../shared/contracts/environment.ts";
import { s3BriefStore } from "../../../shared/stores/brief-files.ts";
import { s3FileStore } from "../../../shared/stores/files.ts";
import { byTheClock } from "../../by-the-clock.ts";
import { storePorts } from "../../ports.ts";
import { waker } from "../wake.ts";
import { takeStep } from "./take-step.ts";

const environment = environments["transmittal-steps"].parse(process.env);
/** Beside the bundle; its loader sets the path. */
const { FONT_PATH } = z.object({ FONT_PATH: z.string() }).parse(process.env);
const s3 = new S3Client({});

const stores = storePorts("transmittal-steps", environment);

export const handler = byTheClock(
  stores.log,
  takeStep({
    ...stores,
    staging: s3BriefStore(s3, environment.STAGING_BUCKET),
    outbox: s3FileStore(s3, environment.OUTBOX_BUCKET),
    font: readFileSync(FONT_PATH),
    offices: environment.PENSION_OFFICES,
    ward: { code: environment.WARD_CODE, name: environment.WARD_NAME },
    wake: waker(new SFNClient({})),
  }),
);
