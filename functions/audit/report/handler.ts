import { readFileSync } from "node:fs";
import { S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { environments } from "../../../shared/contracts/environment.ts";
import { thresholdsWith } from "../../../shared/domain/audit-thresholds.ts";
import { s3TrailFiles } from "../../../shared/stores/trail-files.ts";
import { byTheClock } from "../../by-the-clock.ts";
import { storePorts, timeouts } from "../../ports.ts";
import { makeReport } from "./make-report.ts";
import { staffOf } from "./staff.ts";

const environment = environments["audit-report"].parse(process.env);
const { FONT_PATH } = z.object({ FONT_PATH: z.string() }).parse(process.env);
const stores = storePorts("audit-report", environment);

export const handler = byTheClock(
  stores.log,
  makeReport({
    ...stores,
    audit: s3TrailFiles(new S3Client(timeouts), environment.AUDIT_BUCKET),
    staff: staffOf(stores.database),
    thresholds: thresholdsWith(environment.AUDIT_THRESHOLDS),
    wardName: environment.WARD_NAME,
    font: readFileSync(FONT_PATH),
  }),
);
