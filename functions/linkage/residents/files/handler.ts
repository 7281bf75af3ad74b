import { S3Client } from "@aws-sdk/client-s3";
import { environments } from "../../../../shared/contracts/environment.ts";
import { s3FileStore } from "../../../../shared/stores/files.ts";
import { s3Inbox } from "../../../../shared/stores/inbox.ts";
import { byTheClock } from "../../../by-the-clock.ts";
import { storePorts } from "../../../ports.ts";
import { takeFiles } from "./take-files.ts";

const environment = environments["resident-files"].parse(process.env);
const s3 = new S3Client({});

const stores = storePorts("resident-files", environment);

export const handler = byTheClock(
  stores.log,
  takeFiles({
    ...stores,
    inbox: s3Inbox(s3, environment.LINKAGE_BUCKET, "residents/inbox/"),
    results: s3FileStore(s3, environment.LINKAGE_BUCKET),
  }),
);
