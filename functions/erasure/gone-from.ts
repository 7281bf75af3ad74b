import type { ErasureCertificate } from "../../shared/audit/certificate.ts";
import { addDays, type PlainDate } from "../../shared/law/calendar.ts";
import type { ErasurePorts } from "./ports.ts";

/** Days for which DynamoDB can bring a table back as it was. */
const pointInTimeDays = 35;

/** From which days on no backup holds what was `gone` on that day. */
export const goneFrom = (gone: PlainDate, backups: ErasurePorts["backups"]): ErasureCertificate["goneFrom"] => ({
  pointInTime: addDays(gone, pointInTimeDays + 1),
  keyBackups: addDays(gone, backups.keyDays + 1),
  backups: addDays(gone, backups.backupDays + 1),
});
