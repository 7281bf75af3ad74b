import { S3Client } from "@aws-sdk/client-s3";
import { s3FileStore } from "../../../shared/stores/files.ts";
import { s3Inbox } from "../../../shared/stores/inbox.ts";
import type { StorePorts } from "../../ports.ts";
import type { FilePorts } from "./take-files.ts";

/** The linkage bucket, in the folder of one drop. */
export const filePorts = (stores: StorePorts, bucket: string, folder: string): FilePorts => {
  const s3 = new S3Client({});
  return { ...stores, inbox: s3Inbox(s3, bucket, `${folder}/inbox/`), results: s3FileStore(s3, bucket) };
};
