import type { AuditEntry } from "../../../shared/audit/entry.ts";
import type { Hour } from "../../../shared/audit/hours.ts";

/** A fault that a verification found, and where. */
export interface ChainFault {
  readonly code: string;
  /** The object, or the line of one, that it was found at. */
  readonly place: string;
  readonly detail: string;
}

interface Verified {
  /** Hours and entries that were checked. */
  readonly hours: number;
  readonly entries: number;
  readonly faults: readonly ChainFault[];
  readonly head: { readonly name: string; readonly hour: Hour; readonly sha256: string } | null;
}

/** How one entry is proved to be in its hour without showing the others (RFC 6962). All hashes are hexadecimal. */
export interface Proof {
  readonly leaf: string;
  readonly index: number;
  readonly size: number;
  readonly path: readonly string[];
  readonly root: string;
}

interface Proved {
  readonly digest: { readonly name: string; readonly hour: Hour; readonly signed: boolean };
  readonly proof: Proof | null;
}

/** The signed chain of digests over the trail, as the desk asks of it. */
export interface Chain {
  /** Checks the hours from `from` to `to`, both inclusive, against their digests and signatures. */
  verify(from: Hour, to: Hour): Promise<Verified>;
  /** The digest that holds an entry, with its proof; null while the entry is in none. */
  prove(entry: AuditEntry): Promise<Proved | null>;
}
