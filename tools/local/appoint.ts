import { randomBytes } from "node:crypto";
import { ownActor } from "../../shared/access/caller.ts";
import { type Department, departments, dutiesOf, type LinkedSystem } from "../../shared/domain/departments.ts";
import { lettersFrom, type OfficerId, type RightId, type RightRequestId } from "../../shared/domain/ids.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { latestUntil } from "../../shared/domain/right-limits.ts";
import { inForce } from "../../shared/domain/right-review.ts";
import type { Role } from "../../shared/domain/roles.ts";
import { trailEntry } from "../../shared/http/call.ts";
import { dayAt, type Instant } from "../../shared/law/calendar.ts";
import { auditWrite } from "../../shared/stores/audit.ts";
import type { Database } from "../../shared/stores/database.ts";
import { findOfficer, rightWrites } from "../../shared/stores/rights.ts";

export interface Appointment {
  readonly officer: string;
  readonly duty: Role;
  readonly department: Department;
  readonly system?: LinkedSystem;
}

/** The first department in which a duty can be granted. */
export const departmentOf = (duty: Role): Department =>
  keysOf(departments).find((name) => (dutiesOf[name] as readonly Role[]).includes(duty)) ?? "pension";

const tool = ownActor("local-appointment");

/**
 * Grants a right in a store of this machine, as if somebody had asked and a 所属長 had approved; nothing where it is in force.
 * For development, demo and measurement: in a real ward rights come from the API alone.
 */
export const appoint = async (
  { database, clock }: { readonly database: Database; readonly clock: () => Instant },
  { officer, duty, department, system }: Appointment,
): Promise<void> => {
  const at = clock();
  const day = dayAt(at);
  const found = await findOfficer(database, officer as OfficerId);
  if (found.standing.rights.some((right) => right.duty === duty && inForce(right, day, department))) return;
  const number = `${day.replaceAll("-", "")}-${lettersFrom(randomBytes(6))}`;
  const requestId = `Q${number}` as RightRequestId;
  const rightId = `R${number}` as RightId;
  const until = latestUntil({ from: day, temporary: null });
  const occasion = { at, by: tool.officer };
  const entry = (codes: string[]) => {
    const origin = {
      caller: tool,
      correlationId: number,
      action: "appoint",
      kind: "rights",
      random: randomBytes,
    } as const;
    return auditWrite(trailEntry(origin, at, { object: officer, codes }));
  };
  const asked = rightWrites(found, occasion, {
    kind: "requested",
    requestId,
    grant: { duty, department, system: system ?? null, from: day, until, temporary: null },
  });
  const granted = rightWrites(asked.after, occasion, { kind: "approved", requestId, rightId });
  for (const [writes, codes] of [
    [asked.writes, [duty, requestId]],
    [granted.writes, ["approve", duty, requestId, rightId]],
  ] as const) {
    const outcome = await database.transact([...writes, entry([...codes])]);
    if (!outcome.ok) throw new Error(`${officer} could not be appointed`);
  }
};
