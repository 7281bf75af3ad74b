import { S3Client } from "@aws-sdk/client-s3";
import { environments } from "../../../../shared/contracts/environment.ts";
import { s3FileStore } from "../../../../shared/stores/files.ts";
import { s3Inbox } from "../../../../shared/stores/inbox.ts";
import { storePorts } from "../../../ports.ts";
import { takeFiles } from "./take-files.ts";

const environment = environments["resident-files"].parse(process.env);
const s3 = new S3Client({});

export const handler = takeFiles({
  ...storePorts("resident-files", environment),
  inbox: s3Inbox(s3, environment.LINKAGE_BUCKET, "residents/inbox/"),
  results: s3FileStore(s3, environment.LINKAGE_BUCKET),
});
