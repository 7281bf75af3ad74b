import { S3Client } from "@aws-sdk/client-s3";
import { environments } from "../../shared/contracts/environment.ts";
import { temporaryDays } from "../../shared/domain/retention.ts";
import { dayAt } from "../../shared/law/calendar.ts";
import { s3Versions } from "../../shared/stores/versions.ts";
import { byTheClock } from "../by-the-clock.ts";
import { storePorts } from "../ports.ts";
import { sweepFiles } from "./sweep-files.ts";

const environment = environments["temporary-files"].parse(process.env);
const s3 = new S3Client({});
const stores = storePorts("temporary-files", environment);
const buckets = {
  staging: s3Versions(s3, environment.STAGING_BUCKET),
  linkage: s3Versions(s3, environment.LINKAGE_BUCKET),
  exports: s3Versions(s3, environment.EXPORTS_BUCKET),
};

/** The limit is that of the day: a function may be kept loaded until after a row comes into force. */
export const handler = byTheClock(stores.log, () =>
  sweepFiles({
    ...stores,
    buckets,
    limitDays: temporaryDays(environment.RETENTION_SCHEDULE, dayAt(stores.clock())),
  })(),
);
