import type { FunctionName } from "../shared/contracts/environment.ts";
import type { Operation } from "../shared/contracts/operation.ts";
import { operations } from "../shared/contracts/operations.ts";
import type { TableName } from "../shared/stores/tables.ts";
import type { BucketName, MachineName } from "./names.ts";
import type { objectActions, stateActions, tableActions, trailKeyActions } from "./permitted-actions.ts";

interface Access {
  readonly tables: Partial<Record<TableName, keyof typeof tableActions>>;
  readonly buckets?: Partial<Record<BucketName, keyof typeof objectActions>>;
  /** The one state machine it has to do with, and what it does there. */
  readonly workflow?: { readonly machine: MachineName; readonly may: readonly (keyof typeof stateActions)[] };
  /** May be the first ever to look someone up, and then makes the key of the blind indexes: that one row of `keys`. */
  readonly startsIndex?: boolean;
  /** Folders of a bucket outside of which it may do nothing there; the whole bucket where left out. */
  readonly within?: Partial<Record<BucketName, readonly string[]>>;
  /** Signs the trail's digests, or only reads the public key that verifies them. */
  readonly trailKey?: keyof typeof trailKeyActions;
  /** Reads what the gateway of the API logged of each call. */
  readonly readsAccessLog?: boolean;
  /** Signs, with the KMS key that holds the client's secret, to be let into the ward's tax system. */
  readonly asksTaxSystem?: boolean;
  /** Adds certificates of erasure to the locked bucket: below `certificates/`, and nowhere else of it. */
  readonly certifies?: boolean;
  /** Takes versions of the trail away once their lock has ended: below `trail/`, and nowhere else of the locked bucket. */
  readonly erasesTrail?: boolean;
}

/** Every flow family takes in filings in the same way. */
const takesFilings = {
  tables: {
    people: "write",
    filings: "write",
    keys: "write",
    transmittals: "write",
    idempotency: "remember",
    audit: "append",
  },
} as const satisfies Access;

/** 免除・猶予・学特 are decided on income. */
const takesApplications = { tables: { ...takesFilings.tables, incomes: "consult" } } as const satisfies Access;

/** A batch asked for and a batch of the night do the same. */
const runsBatches = {
  tables: { people: "write", keys: "consult", filings: "read", batches: "write", audit: "append" },
  startsIndex: true,
} as const satisfies Access;

/** An output asked for at the desk and one that the clock goes on with are made, and taken away, in the same way, but for what the clock alone makes. */
const putsOut = {
  tables: {
    people: "read",
    keys: "read",
    filings: "read",
    incomes: "read",
    transmittals: "read",
    outputs: "write",
    requests: "consult",
    audit: "oversee",
  },
  buckets: { exports: "keep-briefly" },
  startsIndex: true,
} as const satisfies Access;

/** 所得情報 is taken in for who is on file; it changes nobody's ledger. */
const takesIncomes = {
  people: "consult",
  filings: "read",
  keys: "read",
  incomes: "write",
  audit: "append",
} as const satisfies Access["tables"];

/** Who may do what. A cell left out is a refusal. */
const permissions = {
  /** A 訂正 may be made on a 請求, whose history then tells of it. */
  qualification: { tables: { ...takesFilings.tables, requests: "remember" } },
  "voluntary-enrolment": takesFilings,
  "additional-premium": takesFilings,
  exemption: takesApplications,
  deferment: takesApplications,
  "benefit-claim": takesApplications,
  "disability-revision": takesApplications,
  "special-disability-benefit": takesApplications,
  register: {
    tables: {
      incomes: "consult",
      people: "write",
      filings: "write",
      keys: "write",
      transmittals: "replace",
      idempotency: "remember",
      audit: "append",
    },
  },
  people: { tables: { people: "read", keys: "read", requests: "look", audit: "append" }, startsIndex: true },
  assessments: { tables: { people: "read", keys: "read", incomes: "read", audit: "append" }, startsIndex: true },
  transmittal: {
    tables: { transmittals: "write", filings: "read", audit: "append" },
    buckets: { staging: "get", outbox: "get" },
    workflow: { machine: "transmittal", may: ["start", "answer"] },
  },
  "transmittal-steps": {
    tables: {
      transmittals: "replace",
      filings: "write",
      people: "read",
      keys: "read",
      incomes: "read",
      audit: "append",
    },
    buckets: { staging: "keep-briefly", outbox: "put" },
    workflow: { machine: "transmittal", may: ["answer"] },
  },
  results: {
    tables: { people: "write", filings: "write", keys: "consult", transmittals: "write", audit: "append" },
    buckets: { staging: "keep-briefly" },
    startsIndex: true,
  },
  "income-outputs": {
    tables: {
      people: "read",
      keys: "read",
      incomes: "read",
      transmittals: "write",
      requests: "consult",
      audit: "append",
    },
    buckets: { staging: "keep-briefly", outbox: "get-put" },
    startsIndex: true,
  },
  batches: runsBatches,
  "nightly-batches": runsBatches,
  lists: {
    tables: {
      filings: "read",
      transmittals: "read",
      people: "read",
      keys: "read",
      incomes: "read",
      audit: "append",
    },
    startsIndex: true,
  },
  /** Also writes into the history of a 開示請求 that its package was asked for. */
  outputs: { ...putsOut, tables: { ...putsOut.tables, requests: "replace" } },
  /** Also makes 開示の一式: all that is stored of one person, and who saw it. */
  "outputs-clock": {
    ...putsOut,
    tables: { ...putsOut.tables, residents: "read", batches: "read", traces: "read" },
  },
  residents: { tables: { ...takesFilings.tables, residents: "replace" } },
  "resident-files": {
    tables: { people: "write", keys: "write", residents: "replace", audit: "append" },
    buckets: { linkage: "take" },
  },
  incomes: { tables: { ...takesIncomes, incomes: "replace" }, startsIndex: true, asksTaxSystem: true },
  "income-files": { tables: takesIncomes, buckets: { linkage: "take" }, startsIndex: true },
  rights: {
    tables: { rights: "write", keys: "read", traces: "read", audit: "append" },
    startsIndex: true,
  },
  "audit-digest": {
    tables: { audit: "read", traces: "remember" },
    buckets: { audit: "get-put" },
    within: { audit: ["trail"] },
    trailKey: "sign",
  },
  "audit-reconciliation": {
    tables: { audit: "read" },
    buckets: { audit: "get" },
    within: { audit: ["trail"] },
    trailKey: "verify",
    readsAccessLog: true,
  },
  /** The auditor's desk: it reads the trail and reaches neither people nor keys. */
  audit: {
    tables: { audit: "oversee", traces: "read" },
    buckets: { audit: "get" },
    within: { audit: ["trail", "reports", "certificates"] },
    trailKey: "verify",
  },
  "audit-report": {
    tables: { audit: "oversee", traces: "oversee", rights: "read" },
    buckets: { audit: "get-put" },
    within: { audit: ["reports"] },
  },
  provisions: {
    tables: { people: "read", keys: "read", requests: "write", audit: "append" },
    startsIndex: true,
  },
  requests: {
    tables: { people: "read", keys: "write", requests: "replace", audit: "append" },
    startsIndex: true,
  },
  suspensions: {
    tables: { people: "read", keys: "consult", requests: "replace", audit: "append" },
    startsIndex: true,
  },
  /** Who was told of somebody is in the trail: by the ways to it, and hour by hour for what is not digested yet. */
  notices: {
    tables: {
      people: "read",
      keys: "consult",
      filings: "read",
      traces: "read",
      requests: "replace",
      audit: "oversee",
    },
    startsIndex: true,
  },
  /** Takes away versions of temporary files by name and age alone: it reads none, and of their owners one row each. */
  "temporary-files": {
    tables: { transmittals: "look", outputs: "look", batches: "look", audit: "append" },
    buckets: { staging: "sweep", linkage: "sweep", exports: "sweep" },
  },
  /** The desk of erasure: it sees what is due, decides, holds back, and erases nothing. */
  erasure: {
    tables: { erasures: "replace", people: "read", keys: "read", audit: "append" },
    buckets: { audit: "get" },
    within: { audit: ["certificates"] },
    trailKey: "verify",
    workflow: { machine: "erasure", may: ["start"] },
    startsIndex: true,
  },
  /** The only function that goes through whole tables, takes away what is recorded, and destroys a person's key. */
  "erasure-turns": {
    tables: {
      people: "erase",
      filings: "erase",
      keys: "erase",
      incomes: "erase",
      residents: "erase",
      batches: "erase",
      transmittals: "erase",
      idempotency: "erase",
      outputs: "erase",
      requests: "erase",
      traces: "erase",
      audit: "erase",
      erasures: "erase",
      rights: "search",
      sessions: "search",
    },
    buckets: { staging: "erase", outbox: "erase", linkage: "erase", exports: "erase", audit: "search" },
    trailKey: "sign",
    startsIndex: true,
    certifies: true,
    erasesTrail: true,
  },
  /** Hands out the files of the console and touches nothing. */
  console: { tables: {} },
} as const satisfies Record<FunctionName, Access>;

/** Whoever answers the API asks who calls: their rights, and their session, which its first call begins. */
const identifies = { rights: "look", sessions: "remember" } as const satisfies Access["tables"];

const answersTheApi = (fn: FunctionName) => Object.values<Operation>(operations).some((one) => one.function === fn);

export const accessOf = (fn: FunctionName): Access => {
  const own: Access = permissions[fn];
  return answersTheApi(fn) ? { ...own, tables: { ...identifies, ...own.tables } } : own;
};
/** The objects of a bucket that a row of the permissions opens, as ARNs. */
export const objectsOf = ({ within }: Access, bucket: BucketName, bucketArn: string): string[] =>
  within?.[bucket]?.map((folder) => `${bucketArn}/${folder}/*`) ?? [`${bucketArn}/*`];
