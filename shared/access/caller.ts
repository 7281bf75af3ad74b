import type { Department, LinkedSystem } from "../domain/departments.ts";
import type { OfficerId } from "../domain/ids.ts";
import type { Role } from "../domain/roles.ts";

/** Who calls: vouched for by the ward's identity provider, with the rights that the ledger of rights gives. One id per person; none is shared. */
export interface Caller {
  readonly officer: OfficerId;
  /** Duties in force now. */
  readonly roles: readonly Role[];
  readonly department: Department;
  readonly counter: string;
  readonly terminal: string;
  /** The session at the identity provider; null for systems. */
  readonly session: string | null;
  /** Which system, for one that calls by itself. */
  readonly system: LinkedSystem | null;
  /** Their own surname as BlindIndex.auditSurname makes it, where it was registered: a view of a namesake says so in its entry. */
  readonly surname?: string;
}

/** What an entry of the trail needs of whoever acted. */
export type Actor = Omit<Caller, "department"> & { readonly department: Department | "" };

/** What acts for itself, by the clock or in a workflow, under its own name. */
export const ownActor = (name: string): Actor => ({
  officer: name as OfficerId,
  roles: ["system"],
  department: "",
  counter: "",
  terminal: "",
  session: null,
  system: null,
});

/** What of a request tells who calls. */
export interface Approach {
  readonly authorization: string | undefined;
  /** The address that the call came from, as the gateway saw it; empty where it saw none. */
  readonly address: string;
  /** 照会番号 of the call, for the entry of a login. */
  readonly correlationId: string;
}

/** Why somebody is not let in, as a problem of the API; with whom it was about, where the token was genuine. */
export interface NotIdentified {
  readonly refused: "no-token" | "session-ended" | "session-elsewhere" | "no-rights";
  readonly actor: Actor;
  /** Codes that its entry in the trail says besides, and the answer does not. */
  readonly notes?: readonly string[];
}

/** Who calls, or why they are not let in. */
export type Identify = (approach: Approach) => Promise<Caller | NotIdentified>;

/** Somebody whose token is no token. */
export const unknownActor: Actor = { ...ownActor("unknown"), roles: [] };
