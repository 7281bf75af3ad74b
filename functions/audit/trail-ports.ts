import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { kmsSigner } from "../../shared/stores/digest-signer.ts";
import { s3TrailFiles } from "../../shared/stores/trail-files.ts";
import { timeouts } from "../ports.ts";

/** The locked bucket and the key of the digests. */
export const trailPorts = (environment: { readonly AUDIT_BUCKET: string; readonly SIGNING_KEY_ARN: string }) => ({
  trail: s3TrailFiles(new S3Client(timeouts), environment.AUDIT_BUCKET),
  signer: kmsSigner(new KMSClient(timeouts), environment.SIGNING_KEY_ARN),
});
