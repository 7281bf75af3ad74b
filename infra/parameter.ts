import { type ConsoleIdentity, consoleIdentitySchema } from "../shared/contracts/console.ts";
import type { FirstHeads } from "../shared/contracts/rights.ts";
import type { TaxReferenceParameter } from "../shared/contracts/tax-reference.ts";
import type { AuditThresholds } from "../shared/domain/audit-thresholds.ts";
import type { BeyondAssessment } from "../shared/domain/beyond-assessment.ts";
import type { PensionOffices } from "../shared/domain/pension-offices.ts";
import { defaultRetention, type RetentionRow } from "../shared/domain/retention.ts";

/** What differs between environments, and nothing else. An operator edits the const of the environment and deploys. */
export interface Parameter {
  readonly name: "local" | "dev" | "production";
  /** The AWS account that owns the environment. The committed values are placeholders. */
  readonly account: string;
  readonly region: "ap-northeast-1";
  /** Where copies of the backups rest. */
  readonly backupRegion: "ap-northeast-3";
  /** 全国地方公共団体コード without its check digit. */
  readonly wardCode: string;
  /** The ward as it signs its reports. */
  readonly wardName: string;
  /**
   * The 年金事務所 that take the ward's claims of 給付, each with what the postal codes of its residents begin with; one has none
   * and takes all others. The committed one is an example; its code is our own until 日本年金機構 tells the real one.
   */
  readonly pensionOffices: PensionOffices;
  readonly network: {
    readonly cidr: string;
    readonly availabilityZones: readonly [string, string];
    /**
     * Prefix lists of the gateway endpoints in the region. AWS publishes them and they do not change; an operator
     * confirms them once with `aws ec2 describe-managed-prefix-lists`.
     */
    readonly prefixLists: { readonly s3: string; readonly dynamodb: string };
  };
  /** VPC endpoints in the ward's own network: the only ways in. */
  readonly wardEndpoints: {
    /** For `execute-api`. */
    readonly api: readonly string[];
    /** For `s3`, through which 進達 files are seen before approval, and fetched after release, by a signed address. */
    readonly s3: readonly string[];
  };
  readonly retention: {
    /** Days that function, API, workflow and network logs stay readable; one of the values CloudWatch Logs takes. */
    readonly logDays: 90 | 400 | 2557;
    /** Years that the locked audit bucket refuses any deletion (操作ログの7年保存, 評価書 変更箇所). */
    readonly auditYears: number;
    /** Days a backup is kept, more than 35. Person keys are never kept longer than 35, see `stacks/backup.ts`. */
    readonly backupDays: number;
    /** Days an older version of a released file stays; of temporary files see `temporary-file-days.ts`. */
    readonly supersededFileDays: number;
    /** What is kept for how long, with the ward's rule as its source; a class without a row does not deploy (docs/retention.md). */
    readonly schedule: readonly RetentionRow[];
    /** Days an approved output (CSV, 帳票, extract) stays to be taken; a day later nothing is left of it. */
    readonly exportDays: number;
  };
  /**
   * What the law asks for and the published assessment does not list, switched on once the ward's own assessment covers it
   * (docs/beyond-assessment.md). Nothing of it is recorded while it is left out.
   */
  readonly beyondAssessment: readonly BeyondAssessment[];
  /** From where on the monthly report on the trail points at something, where the ward wants it otherwise than shared/domain/audit-thresholds.ts. */
  readonly auditThresholds: Partial<AuditThresholds>;
  /**
   * The ward's tax system, asked for one person at a time; null while it is not connected, and then nothing of it is
   * deployed. It is reached through `endpointService` alone, the PrivateLink service of the ward's linkage platform, whose
   * verified private DNS name covers the hosts of both addresses.
   */
  readonly taxReference: (TaxReferenceParameter & { readonly endpointService: string }) | null;
  readonly identity: {
    readonly issuer: string;
    readonly audience: string;
    /** JSON Web Key Set as text: tokens are verified without a call out of the closed network. */
    readonly jwks: string;
    /** Minutes after the two factors were shown at which a session is over; a day at most. */
    readonly sessionMinutes: number;
    /** Minutes without a touch after which the console locks its screen. */
    readonly idleMinutes: number;
    /** Where people of the console sign in, at the same issuer; null while that is not arranged, and then nobody can. */
    readonly console: Omit<ConsoleIdentity, "issuer"> | null;
  };
  /**
   * 所属長 by configuration, so that a new ward can begin: two at least, for nobody approves their own request. They need no
   * review and hold until the ledger says that they left (docs/rights.md).
   */
  readonly firstHeads: FirstHeads;
  /** Requests a second, and how many may come at once. */
  readonly throttle: { readonly rate: number; readonly burst: number };
  /** Calls a function may serve at once; the rest is refused with 429 rather than taken from the other functions. */
  readonly concurrency: { readonly api: number; readonly steps: number };
  /** EventBridge Scheduler expression of the weekly 進達, in Asia/Tokyo. */
  readonly transmittalSchedule: string;
  /** IAM role names; the roles themselves are made by the ward's account administration. */
  readonly principals: { readonly keyAdministrator: string; readonly erasure: string };
  /** Compliance: from the third day after it is made, nobody at all shortens or removes a backup vault's lock. */
  readonly vaultLock: "governance" | "compliance";
  /**
   * ARN of the data key, to be put here after the first deployment: Osaka then holds a replica, without which a copy of
   * the tables could be restored there but not unsealed. `null` before.
   */
  readonly dataKeyToReplicate: string | null;
  /** The emulator lacks the types of the oversight stacks, and its stores are thrown away with it. */
  readonly emulated: boolean;
}

/**
 * A public key whose private half was thrown away: until the operator puts the ward's own set here, every token is refused.
 */
const nobodysKey = (x: string, y: string) =>
  JSON.stringify({ keys: [{ kty: "EC", crv: "P-256", alg: "ES256", use: "sig", kid: "replace-before-use", x, y }] });

/** The development provider's address, as the local cloud hands it to the deployment. */
const localConsole = (told = process.env.KOKUNEN_LOCAL_CONSOLE): Parameter["identity"]["console"] =>
  told === undefined ? null : consoleIdentitySchema.omit({ issuer: true }).parse(JSON.parse(told));

const tokyo = {
  region: "ap-northeast-1",
  backupRegion: "ap-northeast-3",
  wardCode: "13110",
  wardName: "目黒区",
  pensionOffices: [{ code: "01", name: "目黒年金事務所", postalCodes: [] }],
  principals: { keyAdministrator: "kokunen-key-administrator", erasure: "kokunen-erasure" },
  transmittalSchedule: "cron(0 7 ? * MON *)",
} as const;

/** A working day, and the idle time after which a terminal locks. */
const sessions = { sessionMinutes: 600, idleMinutes: 10 } as const;

const prefixLists = { s3: "pl-61a54008", dynamodb: "pl-78a54011" } as const;

const local: Parameter = {
  ...tokyo,
  beyondAssessment: ["childcare", "head-dependants"],
  auditThresholds: {},
  taxReference: null,
  name: "local",
  account: "000000000000",
  network: { cidr: "10.110.0.0/24", availabilityZones: ["ap-northeast-1a", "ap-northeast-1c"], prefixLists },
  wardEndpoints: { api: ["vpce-0localapi"], s3: ["vpce-0locals3"] },
  retention: {
    logDays: 90,
    auditYears: 7,
    backupDays: 36,
    supersededFileDays: 7,
    exportDays: 3,
    schedule: defaultRetention,
  },
  identity: {
    issuer: "http://127.0.0.1/kokunen-dev-idp",
    audience: "kokunen",
    jwks:
      process.env.KOKUNEN_LOCAL_JWKS ??
      nobodysKey("D6bmHOivZ7BsleKFheGbHAz8pyKWMB-CDSxjyhHG6Qo", "mM3RhLQT6YBT9DNzLhmnrhJjABgOXoNCy120zyCUao0"),
    ...sessions,
    console: localConsole(),
  },
  firstHeads: [
    { officer: "head-01", department: "pension" },
    { officer: "head-02", department: "pension" },
    { officer: "head-03", department: "information-policy" },
  ],
  throttle: { rate: 50, burst: 100 },
  concurrency: { api: 50, steps: 5 },
  vaultLock: "governance",
  dataKeyToReplicate: null,
  emulated: true,
};

const dev: Parameter = {
  ...tokyo,
  beyondAssessment: ["childcare", "head-dependants"],
  auditThresholds: {},
  taxReference: null,
  name: "dev",
  account: "111111111111",
  network: { cidr: "10.111.0.0/24", availabilityZones: ["ap-northeast-1a", "ap-northeast-1c"], prefixLists },
  wardEndpoints: { api: ["vpce-0d1110000000000a1"], s3: ["vpce-0d1110000000000b1"] },
  retention: {
    logDays: 90,
    auditYears: 7,
    backupDays: 60,
    supersededFileDays: 30,
    exportDays: 3,
    schedule: defaultRetention,
  },
  identity: {
    issuer: "https://idp.dev.ward.example",
    audience: "kokunen",
    jwks: nobodysKey("1MropuLdezUO2H-CwFzKpwouAEeGDjRz4SsRaotWGfg", "XQI1k1DkSqvtA6c1qE_OeCF4jH2HEnT8duvlcIHTCaM"),
    ...sessions,
    console: null,
  },
  firstHeads: [],
  throttle: { rate: 20, burst: 40 },
  concurrency: { api: 10, steps: 5 },
  vaultLock: "governance",
  dataKeyToReplicate: null,
  emulated: false,
};

const production: Parameter = {
  ...tokyo,
  beyondAssessment: [],
  auditThresholds: {},
  taxReference: null,
  name: "production",
  account: "222222222222",
  network: { cidr: "10.112.0.0/24", availabilityZones: ["ap-northeast-1a", "ap-northeast-1c"], prefixLists },
  wardEndpoints: {
    api: ["vpce-0d2220000000000a1", "vpce-0d2220000000000a2"],
    s3: ["vpce-0d2220000000000b1", "vpce-0d2220000000000b2"],
  },
  retention: {
    logDays: 2557,
    auditYears: 7,
    backupDays: 400,
    supersededFileDays: 90,
    exportDays: 3,
    schedule: defaultRetention,
  },
  identity: {
    issuer: "https://idp.ward.example",
    audience: "kokunen",
    jwks: nobodysKey("diT6yJm9nPDw7B4TyGv37hGI4gKeGZ9WkvBqtS4eVlw", "kD6Bm0SLW56ccv5yauKXabV2yL2kRx7awaP8zm4v66w"),
    ...sessions,
    console: null,
  },
  firstHeads: [],
  throttle: { rate: 50, burst: 100 },
  concurrency: { api: 50, steps: 5 },
  vaultLock: "compliance",
  dataKeyToReplicate: null,
  emulated: false,
};

const parameters = { local, dev, production } as const satisfies Record<Parameter["name"], Parameter>;

/** The parameter of `-c env=<name>`; throws for an unknown name, because a typing slip must not deploy anything. */
export const parameterFor = (name: string): Parameter => {
  const parameter = Object.values(parameters).find((candidate) => candidate.name === name);
  if (parameter === undefined) throw new Error(`env=${name}: expected one of ${Object.keys(parameters).join(", ")}`);
  return parameter;
};
