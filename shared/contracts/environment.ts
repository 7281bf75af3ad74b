import * as z from "zod";
import { thresholdsSet } from "../domain/audit-thresholds.ts";
import { beyondAssessmentSchema } from "../domain/beyond-assessment.ts";
import { pensionOfficesSchema } from "../domain/pension-offices.ts";
import { type TableName, tableNames } from "../stores/tables.ts";
import { consoleIdentitySchema } from "./console.ts";
import { unpackSchedule } from "./retention-schedule.ts";
import { firstHeadsSchema } from "./rights.ts";
import { taxReferenceSchema } from "./tax-reference.ts";

/** The variable that names a table's physical name, `TABLE_PEOPLE`. */
export const tableVariable = (table: TableName) => `TABLE_${table.toUpperCase()}`;

const physicalName = z.string().min(3).max(255);

const tableEntries = Object.fromEntries(tableNames.map((table) => [tableVariable(table), physicalName]));

/** Which items beyond 別添1 the ward's assessment covers, by name and comma; empty for none. */
const beyond = z
  .string()
  .transform((text) => text.split(",").filter((name) => name !== ""))
  .pipe(z.array(beyondAssessmentSchema));

/** What every function that touches a store needs. */
const stored = {
  ...tableEntries,
  BEYOND_ASSESSMENT: beyond,
  DATA_KEY_ARN: z.string().startsWith("arn:"),
  WARD_CODE: z.string().regex(/^\d{5}$/),
};

/** JSON Web Key Set of the ward's identity provider, as text: tokens are verified without a call out of the closed network. */
const jwks = z.string().transform((text, context) => {
  try {
    return z
      .object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).min(1) })
      .parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: "custom", message: "OIDC_JWKS is not a JSON Web Key Set" });
    return z.NEVER;
  }
});

/** Where the ward's tax system is asked for one person (所得情報の照会), as JSON; empty where it is not connected. */
const taxReference = z.string().transform((text, context) => {
  if (text === "") return null;
  try {
    return taxReferenceSchema.parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: "custom", message: "TAX_REFERENCE is not as agreed" });
    return z.NEVER;
  }
});

/** From where on the monthly report on the trail points at something, as JSON: only what the ward sets differently. */
const thresholds = z.string().transform((text, context) => {
  try {
    return thresholdsSet.parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: "custom", message: "AUDIT_THRESHOLDS is not as agreed" });
    return z.NEVER;
  }
});

/** The ward's identity provider as the console is told of it, as JSON; empty while signing in is not configured. */
const consoleIdentity = z.string().transform((text, context) => {
  if (text === "") return null;
  try {
    return consoleIdentitySchema.parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: "custom", message: "CONSOLE_IDENTITY is not as agreed" });
    return z.NEVER;
  }
});

/** 所属長 by configuration, as JSON: with whom a ward begins. */
const firstHeads = z.string().transform((text, context) => {
  try {
    return firstHeadsSchema.parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: "custom", message: "FIRST_HEADS is not as agreed" });
    return z.NEVER;
  }
});

/** Where claims of 給付 go, as JSON. */
const pensionOffices = z.string().transform((text, context) => {
  try {
    return pensionOfficesSchema.parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: "custom", message: "PENSION_OFFICES is not as agreed" });
    return z.NEVER;
  }
});

/** What is kept for how long, packed: a missing class stops the function before its first request. */
const retention = z.string().transform((text, context) => {
  try {
    return unpackSchedule(text);
  } catch {
    context.addIssue({ code: "custom", message: "RETENTION_SCHEDULE is not as agreed" });
    return z.NEVER;
  }
});

const wholeDays = z.coerce.number().pipe(z.int().min(1).max(36_500));

const wholeMinutes = (least: number, most: number) => z.coerce.number().pipe(z.int().min(least).max(most));

const api = {
  ...stored,
  OIDC_ISSUER: z.url(),
  OIDC_AUDIENCE: z.string().min(1),
  OIDC_JWKS: jwks,
  /** A day at most: the rows of sessions are kept no longer. */
  SESSION_MINUTES: wholeMinutes(5, 24 * 60),
  FIRST_HEADS: firstHeads,
};

/** The locked bucket of the trail and the key that signs its digests. */
const chained = { ...stored, AUDIT_BUCKET: physicalName, SIGNING_KEY_ARN: z.string().startsWith("arn:") };

/**
 * The environment of each function, parsed once when its handler is loaded.
 * `infra/` sets exactly these; a missing or malformed variable stops the function before its first request.
 */
export const environments = {
  qualification: z.object(api),
  "voluntary-enrolment": z.object(api),
  "additional-premium": z.object(api),
  exemption: z.object(api),
  deferment: z.object(api),
  "benefit-claim": z.object(api),
  "disability-revision": z.object(api),
  "special-disability-benefit": z.object(api),
  register: z.object(api),
  people: z.object(api),
  assessments: z.object(api),
  transmittal: z.object({
    ...api,
    STAGING_BUCKET: physicalName,
    OUTBOX_BUCKET: physicalName,
    STATE_MACHINE_ARN: z.string(),
  }),
  "transmittal-steps": z.object({
    ...stored,
    WARD_NAME: z.string().min(1),
    PENSION_OFFICES: pensionOffices,
    STAGING_BUCKET: physicalName,
    OUTBOX_BUCKET: physicalName,
  }),
  results: z.object({ ...api, STAGING_BUCKET: physicalName }),
  "income-outputs": z.object({ ...api, STAGING_BUCKET: physicalName, OUTBOX_BUCKET: physicalName }),
  residents: z.object(api),
  "resident-files": z.object({ ...stored, LINKAGE_BUCKET: physicalName }),
  incomes: z.object({ ...api, TAX_REFERENCE: taxReference }),
  "income-files": z.object({ ...stored, LINKAGE_BUCKET: physicalName }),
  batches: z.object(api),
  "nightly-batches": z.object(stored),
  lists: z.object(api),
  rights: z.object({ ...api, IDLE_MINUTES: wholeMinutes(1, 60) }),
  audit: z.object({ ...api, ...chained }),
  "audit-report": z.object({
    ...stored,
    WARD_NAME: z.string().min(1),
    AUDIT_BUCKET: physicalName,
    AUDIT_THRESHOLDS: thresholds,
  }),
  "audit-digest": z.object(chained),
  "audit-reconciliation": z.object({ ...chained, ACCESS_LOG_GROUP: z.string().startsWith("/") }),
  provisions: z.object(api),
  requests: z.object(api),
  suspensions: z.object(api),
  notices: z.object(api),
  outputs: z.object({ ...api, EXPORTS_BUCKET: physicalName }),
  "outputs-clock": z.object({ ...stored, WARD_NAME: z.string().min(1), EXPORTS_BUCKET: physicalName }),
  "temporary-files": z.object({
    ...stored,
    STAGING_BUCKET: physicalName,
    LINKAGE_BUCKET: physicalName,
    EXPORTS_BUCKET: physicalName,
    RETENTION_SCHEDULE: retention,
  }),
  erasure: z.object({ ...api, ...chained, STATE_MACHINE_ARN: z.string(), RETENTION_SCHEDULE: retention }),
  "erasure-turns": z.object({
    ...chained,
    WARD_NAME: z.string().min(1),
    STAGING_BUCKET: physicalName,
    OUTBOX_BUCKET: physicalName,
    LINKAGE_BUCKET: physicalName,
    EXPORTS_BUCKET: physicalName,
    RETENTION_SCHEDULE: retention,
    KEY_BACKUP_DAYS: wholeDays,
    BACKUP_DAYS: wholeDays,
  }),
  console: z.object({ CONSOLE_IDENTITY: consoleIdentity }),
} as const;

export type FunctionName = keyof typeof environments;

/** Where each function's entry is, from the project's root. */
export const entries = {
  qualification: "functions/filings/qualification/handler.ts",
  "voluntary-enrolment": "functions/filings/voluntary-enrolment/handler.ts",
  "additional-premium": "functions/filings/additional-premium/handler.ts",
  exemption: "functions/filings/exemption/handler.ts",
  deferment: "functions/filings/deferment/handler.ts",
  "benefit-claim": "functions/filings/benefit-claim/handler.ts",
  "disability-revision": "functions/filings/disability-revision/handler.ts",
  "special-disability-benefit": "functions/filings/special-disability-benefit/handler.ts",
  register: "functions/filings/register/handler.ts",
  people: "functions/people/handler.ts",
  assessments: "functions/assessments/handler.ts",
  transmittal: "functions/transmittal/desk/handler.ts",
  "transmittal-steps": "functions/transmittal/steps/handler.ts",
  results: "functions/linkage/results/handler.ts",
  "income-outputs": "functions/linkage/income-outputs/handler.ts",
  residents: "functions/linkage/residents/desk/handler.ts",
  "resident-files": "functions/linkage/residents/files/handler.ts",
  incomes: "functions/linkage/incomes/desk/handler.ts",
  "income-files": "functions/linkage/incomes/files/handler.ts",
  batches: "functions/batches/handler.ts",
  "nightly-batches": "functions/batches/nightly/handler.ts",
  lists: "functions/lists/handler.ts",
  rights: "functions/access/rights/handler.ts",
  audit: "functions/audit/desk/handler.ts",
  "audit-report": "functions/audit/report/handler.ts",
  "audit-digest": "functions/audit/digest/handler.ts",
  "audit-reconciliation": "functions/audit/reconciliation/handler.ts",
  provisions: "functions/linkage/provisions/handler.ts",
  requests: "functions/requests/handler.ts",
  suspensions: "functions/suspensions/handler.ts",
  notices: "functions/notices/handler.ts",
  outputs: "functions/exports/handler.ts",
  "outputs-clock": "functions/exports/clock/handler.ts",
  "temporary-files": "functions/temporary-files/handler.ts",
  erasure: "functions/erasure/desk/handler.ts",
  "erasure-turns": "functions/erasure/turns/handler.ts",
  console: "functions/console/handler.ts",
} as const satisfies Record<FunctionName, string>;
