import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { environments } from "../../../shared/contracts/environment.ts";
import { erasureTurnInput } from "../../../shared/contracts/erasures.ts";
import { dynamoScan } from "../../../shared/stores/table-scan.ts";
import { s3Versions } from "../../../shared/stores/versions.ts";
import { trailPorts } from "../../audit/trail-ports.ts";
import { byTheClock } from "../../by-the-clock.ts";
import { physicalTables, storePorts, timeouts } from "../../ports.ts";
import { takeTurn } from "../take-turn.ts";
import { tellingWhatIsLeft } from "./tell-left.ts";
import { turnWorks } from "./turn-works.ts";

const environment = environments["erasure-turns"].parse(process.env);
const stores = storePorts("erasure-turns", environment);
const { trail, signer } = trailPorts(environment);
const s3 = new S3Client(timeouts);

const turn = tellingWhatIsLeft(
  stores,
  takeTurn(
    {
      ...stores,
      scan: dynamoScan(new DynamoDBClient(timeouts), physicalTables(environment)),
      buckets: {
        staging: s3Versions(s3, environment.STAGING_BUCKET),
        outbox: s3Versions(s3, environment.OUTBOX_BUCKET),
        linkage: s3Versions(s3, environment.LINKAGE_BUCKET),
        exports: s3Versions(s3, environment.EXPORTS_BUCKET),
        audit: s3Versions(s3, environment.AUDIT_BUCKET),
      },
      audit: trail,
      signer,
      schedule: environment.RETENTION_SCHEDULE,
      backups: { keyDays: environment.KEY_BACKUP_DAYS, backupDays: environment.BACKUP_DAYS },
      ward: { code: environment.WARD_CODE, name: environment.WARD_NAME },
    },
    turnWorks,
  ),
);

export const handler = byTheClock(stores.log, (event: unknown) => turn(erasureTurnInput.parse(event)));
