import { firstHourOfDay, startOf } from "../../../shared/audit/hours.ts";
import type { StaffMember } from "../../../shared/audit/report/who-saw-whom.ts";
import { departments } from "../../../shared/domain/departments.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { rightState } from "../../../shared/domain/right-review.ts";
import type { Standing } from "../../../shared/domain/rights.ts";
import type { Role } from "../../../shared/domain/roles.ts";
import type { Instant, PlainDate } from "../../../shared/law/calendar.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { type OfficerRecord, officersOf } from "../../../shared/stores/rights.ts";

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

const everyone = async (database: Database): Promise<OfficerRecord[]> => {
  const found = new Map<string, OfficerRecord>();
  for (const department of keysOf(departments))
    for (const record of await officersOf(database, department)) found.set(record.officer, record);
  return [...found.values()];
};

/** The department of the right that was decided last: whom somebody works with, or last worked with. */
const departmentOf = ({ rights }: Standing): string =>
  rights.toSorted((one, other) => (one.decidedAt < other.decidedAt ? 1 : -1))[0]?.department ?? "";

/** The ledger of rights itself. Of those who left nothing is forgotten: they were colleagues in the month. */
export const staffOf = (database: Database): Staff => ({
  members: async () =>
    (await everyone(database)).map(({ officer, standing }) => ({
      officer,
      department: departmentOf(standing),
      subject: standing.identity?.subject ?? null,
    })),
  rightsOn: async (day) =>
    (await everyone(database)).flatMap(({ officer, standing }) =>
      standing.rights
        .filter((right) => right.duty !== "system" && rightState(right, day) === "in-force")
        .map(({ duty: role, from }) => ({ officer, role, since: startOf(firstHourOfDay(from)) })),
    ),
});

/** A double. */
export const memoryStaff = (members: readonly StaffMember[], rights: readonly RightInForce[] = []): Staff => ({
  members: async () => members,
  rightsOn: async () => rights,
});
