import { environments, type FunctionName, tableVariable } from "../../shared/contracts/environment.ts";
import { packSchedule } from "../../shared/contracts/retention-schedule.ts";
import { tableNames } from "../../shared/stores/tables.ts";
import { shortestDays } from "../backup-days.ts";
import type { Parameter } from "../parameter.ts";
import { accessOf } from "../permissions.ts";
import type { WardStack } from "./ward-stack.ts";

/** What the function needs of it: not the way there, which is the network's. */
const taxReferenceOf = ({ taxReference }: Parameter): string => {
  if (taxReference === null) return "";
  const { endpointService: _, ...asked } = taxReference;
  return JSON.stringify(asked);
};

const consoleIdentityOf = ({ identity: { issuer, console } }: Parameter): string =>
  console === null ? "" : JSON.stringify({ issuer, ...console });

/** The variables a function's contract asks for, and no other; throws at synth when the contract asks for one unknown here. */
export const functionEnvironment = (
  stack: WardStack,
  fn: FunctionName,
  keys: { readonly dataKeyArn: string; readonly signingKeyArn: string },
): Record<string, string> => {
  const { names, parameter } = stack;
  const known = new Map<string, string>([
    ...tableNames.map((table): [string, string] => [tableVariable(table), names.table(table)]),
    ["DATA_KEY_ARN", keys.dataKeyArn],
    ["WARD_CODE", parameter.wardCode],
    ["WARD_NAME", parameter.wardName],
    ["PENSION_OFFICES", JSON.stringify(parameter.pensionOffices)],
    ["BEYOND_ASSESSMENT", parameter.beyondAssessment.join(",")],
    ["TAX_REFERENCE", taxReferenceOf(parameter)],
    ["OIDC_ISSUER", parameter.identity.issuer],
    ["OIDC_AUDIENCE", parameter.identity.audience],
    ["OIDC_JWKS", parameter.identity.jwks],
    ["SESSION_MINUTES", String(parameter.identity.sessionMinutes)],
    ["IDLE_MINUTES", String(parameter.identity.idleMinutes)],
    ["FIRST_HEADS", JSON.stringify(parameter.firstHeads)],
    ["CONSOLE_IDENTITY", consoleIdentityOf(parameter)],
    ["STAGING_BUCKET", names.bucket("staging")],
    ["OUTBOX_BUCKET", names.bucket("outbox")],
    ["LINKAGE_BUCKET", names.bucket("linkage")],
    ["EXPORTS_BUCKET", names.bucket("exports")],
    ["STATE_MACHINE_ARN", names.stateMachineArn(accessOf(fn).workflow?.machine ?? "transmittal")],
    ["AUDIT_BUCKET", names.bucket("audit")],
    ["SIGNING_KEY_ARN", keys.signingKeyArn],
    ["AUDIT_THRESHOLDS", JSON.stringify(parameter.auditThresholds)],
    ["RETENTION_SCHEDULE", packSchedule(parameter.retention.schedule)],
    ["KEY_BACKUP_DAYS", String(shortestDays)],
    ["BACKUP_DAYS", String(parameter.retention.backupDays)],
    ["ACCESS_LOG_GROUP", names.logGroup("api/access")],
  ]);
  return Object.fromEntries(
    Object.keys(environments[fn].shape).map((variable) => {
      const value = known.get(variable);
      if (value === undefined) throw new Error(`${fn}: no value for ${variable}`);
      return [variable, value];
    }),
  );
};
