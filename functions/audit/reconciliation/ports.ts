import type { AccessLog } from "../../../shared/stores/access-log.ts";
import type { DigestPorts } from "../digest/ports.ts";

export interface ReconciliationPorts extends DigestPorts {
  readonly accessLog: AccessLog;
}
