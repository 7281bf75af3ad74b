import type { StaffMember } from "../../../shared/audit/report/who-saw-whom.ts";
import type { Role } from "../../../shared/domain/roles.ts";
import type { Instant, PlainDate } from "../../../shared/law/calendar.ts";

/** A right as the ledger of rights has it. */
export interface RightInForce {
  readonly officer: string;
  readonly role: Role;
  readonly since: Instant;
}

/** The ledger of rights, as the report asks of it. */
export interface Staff {
  /** Everyone who ever had a right, with the pseudonym of their own record where it was given. */
  members(): Promise<readonly StaffMember[]>;
  /** Rights in force on a day. */
  rightsOn(day: PlainDate): Promise<readonly RightInForce[]>;
}

/** A double. */
export const memoryStaff = (members: readonly StaffMember[], rights: readonly RightInForce[] = []): Staff => ({
  members: async () => members,
  rightsOn: async () => rights,
});
