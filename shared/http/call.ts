import type { Actor } from "../access/caller.ts";
import type { AuditEntry } from "../audit/entry.ts";
import type { EntryKind } from "../audit/entry-kinds.ts";
import type { OperationId } from "../contracts/operations.ts";
import type { Occasion } from "../domain/filing.ts";
import { lettersFrom } from "../domain/ids.ts";

/** What an entry says beyond who called and when. */
export type TrailFacts = Partial<
  Pick<AuditEntry, "kind" | "subjects" | "object" | "items" | "terms" | "purpose" | "result" | "codes">
>;

/** One call of the API, authenticated, permitted and read: what the work behind an operation is handed. */
export interface Call {
  readonly operation: OperationId;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly idempotencyKey: string | undefined;
  readonly purpose: string | undefined;
  /** Parsed JSON of the body; undefined when there was none. */
  readonly body: unknown;
  readonly rawBody: string;
  readonly caller: Actor;
  readonly occasion: Occasion;
  /** The entry that this call leaves in the access trail. */
  readonly trail: (facts: TrailFacts) => AuditEntry;
}

export interface TrailOrigin {
  readonly caller: Actor;
  readonly correlationId: string;
  readonly action: string;
  readonly kind: EntryKind;
  readonly random: (bytes: number) => Uint8Array;
}

export const trailEntry = (
  { caller, correlationId, action, kind, random }: TrailOrigin,
  at: AuditEntry["at"],
  facts: TrailFacts,
): AuditEntry => ({
  form: 2,
  kind,
  id: lettersFrom(random(16)),
  at,
  correlationId,
  officer: caller.officer,
  roles: [...caller.roles],
  department: caller.department,
  counter: caller.counter,
  terminal: caller.terminal,
  session: caller.session,
  action,
  subjects: [],
  object: null,
  items: [],
  terms: [],
  purpose: null,
  result: "done",
  codes: [],
  ...facts,
});
