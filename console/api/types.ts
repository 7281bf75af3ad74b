import type { AuditEntry } from "../../shared/audit/entry.ts";
import type { EntryKind } from "../../shared/audit/entry-kinds.ts";
import type { OperationId } from "../../shared/contracts/operations.ts";
import type { Department } from "../../shared/domain/departments.ts";
import type { Role } from "../../shared/domain/roles.ts";
import type { Instant, PlainDate, PlainMonth } from "../../shared/law/calendar.ts";

/** Operations that come with the auditor's part of the API, by their ids. */
export type ConsoleOperation =
  | "listEntries"
  | "showEntry"
  | "listDigests"
  | "verifyDigests"
  | "showActivity"
  | "listReports"
  | "showReport"
  | "findSubject"
  | "findTerms"
  | "resolveSubjects"
  | "listRights"
  | "requestOutput"
  | "listOutputs"
  | "takeOutput";

export interface SessionAnswer {
  readonly officer: string;
  readonly department: Department;
  readonly departmentLabel: string;
  readonly roles: readonly Role[];
  readonly roleLabels: readonly string[];
  readonly counter: string;
  readonly terminal: string;
  readonly startedAt: Instant | null;
  readonly endsAt: Instant | null;
  readonly idleSeconds: number;
  readonly actions: readonly (OperationId | ConsoleOperation)[];
}

export type ShownEntry = AuditEntry & {
  readonly entryId: string;
  readonly actionLabel: string;
  readonly kindLabel: string;
  readonly departmentLabel: string;
};

export interface EntriesAnswer {
  readonly entries: readonly ShownEntry[];
  readonly next: string | null;
  readonly digestedUntil: Instant | null;
}

export interface EntryAnswer {
  readonly entry: ShownEntry;
  readonly digest: { readonly name: string; readonly hour: string; readonly signed: boolean } | null;
  readonly proof: {
    readonly leaf: string;
    readonly index: number;
    readonly size: number;
    readonly path: readonly string[];
    readonly root: string;
  } | null;
}

interface DigestHead {
  readonly name: string;
  readonly hour: string;
  readonly sha256: string;
}

export interface DigestsAnswer {
  readonly digests: readonly {
    readonly hour: string;
    readonly name: string;
    readonly entries: number;
    readonly files: number;
    readonly late: number;
    readonly merkleRoot: string;
    readonly sha256: string;
  }[];
  readonly missing: readonly string[];
  readonly head: DigestHead | null;
}

export interface VerificationAnswer {
  readonly ok: boolean;
  readonly hours: number;
  readonly entries: number;
  readonly faults: readonly { readonly code: string; readonly place: string; readonly detail: string }[];
  readonly head: DigestHead | null;
  readonly checkedAt: Instant;
}

export interface ActivityAnswer {
  readonly days: readonly {
    readonly day: PlainDate;
    readonly total: number;
    readonly refused: number;
    readonly outOfHours: number;
    readonly kinds: Readonly<Partial<Record<EntryKind, number>>>;
  }[];
  readonly officers: readonly {
    readonly officer: string;
    readonly total: number;
    readonly refused: number;
    readonly outOfHours: number;
    readonly lastAt: Instant;
  }[];
}

export interface ReportsAnswer {
  readonly reports: readonly {
    readonly month: PlainMonth;
    readonly createdAt: Instant;
    readonly findings: Readonly<Record<string, number>>;
  }[];
}

export interface ReportAnswer {
  readonly month: PlainMonth;
  readonly createdAt: Instant;
  readonly findings: Readonly<Record<string, number>>;
  readonly rows: readonly {
    readonly finding: string;
    readonly findingLabel: string;
    readonly officer: string;
    readonly subject: string | null;
    readonly at: Instant | null;
    readonly detail: string;
  }[];
  readonly csv: string;
  readonly pdfBase64: string;
}

export interface PeopleAnswer {
  readonly people: readonly { readonly subject: string; readonly atenaNumber: string | null }[];
}

export interface TermsAnswer {
  readonly terms: readonly { readonly by: string; readonly value: string }[];
}
