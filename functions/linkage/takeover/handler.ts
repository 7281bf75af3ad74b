import { S3Client } from "@aws-sdk/client-s3";
import { environments } from "../../../shared/contracts/environment.ts";
import { s3FileStore } from "../../../shared/stores/files.ts";
import { s3Versions } from "../../../shared/stores/versions.ts";
import { trailPorts } from "../../audit/trail-ports.ts";
import { byTheClock } from "../../by-the-clock.ts";
import { storePorts, timeouts } from "../../ports.ts";
import { takeSets } from "./take-sets.ts";

const environment = environments["takeover-files"].parse(process.env);
const stores = storePorts("takeover-files", environment);
const { trail, signer } = trailPorts(environment);
const s3 = new S3Client(timeouts);

export const handler = byTheClock(
  stores.log,
  takeSets({
    ...stores,
    linkage: s3Versions(s3, environment.LINKAGE_BUCKET),
    results: s3FileStore(s3, environment.LINKAGE_BUCKET),
    audit: trail,
    signer,
    schedule: environment.RETENTION_SCHEDULE,
    backups: { keyDays: environment.KEY_BACKUP_DAYS, backupDays: environment.BACKUP_DAYS },
    ward: { code: environment.WARD_CODE, name: environment.WARD_NAME },
  }),
);
