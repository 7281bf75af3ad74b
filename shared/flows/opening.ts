import type { LedgerEvent } from "../domain/ledger-events.ts";
import type { Case } from "./define.ts";

/** Someone not yet on file is registered as the form says; who is on file keeps the facts on file (their changes have their own 届出). */
export const opening = ({ filing, person }: Case<unknown, unknown>): readonly LedgerEvent[] =>
  person.facts === null ? [{ kind: "registered", facts: filing.person }] : [];
