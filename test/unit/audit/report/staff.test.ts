import { describe, expect, it } from "vitest";
import { staffOf } from "../../../../functions/audit/report/staff.ts";
import type { Department } from "../../../../shared/domain/departments.ts";
import type { OfficerId, RightId, RightRequestId } from "../../../../shared/domain/ids.ts";
import type { RightEvent } from "../../../../shared/domain/right-events.ts";
import type { Role } from "../../../../shared/domain/roles.ts";
import { type Instant, plainDate } from "../../../../shared/law/calendar.ts";
import { memoryDatabase } from "../../../../shared/stores/memory-database.ts";
import { findOfficer, rightWrites } from "../../../../shared/stores/rights.ts";
import { inJapan, pseudonym } from "../../../support/trail-entries.ts";

const openLedger = () => {
  const database = memoryDatabase();
  let number = 0;
  const tell = async (officer: string, at: Instant, ...events: readonly RightEvent[]) => {
    for (const event of events) {
      const record = await findOfficer(database, officer as OfficerId);
      const { writes } = rightWrites(record, { at, by: "head-1" as OfficerId }, event);
      await database.transact(writes);
    }
  };
  const grant = (officer: string, duty: Role, department: Department, from: string, until: string) => {
    number += 1;
    const letters = String(number).padStart(6, "0");
    const requestId = `Q20261001-${letters}` as RightRequestId;
    const rightId = `R20261001-${letters}` as RightId;
    const days = { from: plainDate(from), until: plainDate(until) };
    const system = duty === "system" ? ("tax" as const) : null;
    return tell(
      officer,
      inJapan(from, "09:00"),
      { kind: "requested", requestId, grant: { duty, department, system, ...days, temporary: null } },
      { kind: "approved", requestId, rightId },
    );
  };
  return { database, tell, grant };
};

describe("権限の台帳から月次報告へ", () => {
  it("は、月末に有効な職員の権限だけが渡り、連携システムは入らない", async () => {
    const { database, tell, grant } = openLedger();
    await grant("clerk-1", "clerk", "pension", "2026-10-05", "2027-03-31");
    await grant("clerk-2", "clerk", "pension", "2026-10-05", "2026-10-20");
    await grant("clerk-3", "clerk", "district-office", "2026-10-05", "2027-03-31");
    await tell("clerk-3", inJapan("2026-10-25", "10:00"), { kind: "left", cause: "transfer" });
    await grant("tax-client", "system", "linked-system", "2026-10-05", "2027-03-31");
    expect(await staffOf(database).rightsOn(plainDate("2026-10-31"))).toEqual([
      { officer: "clerk-1", role: "clerk", since: inJapan("2026-10-05", "00:00") },
    ]);
  });

  it("は、去った職員も、登録された本人の仮名とともに、最後の所属で知られている", async () => {
    const { database, tell, grant } = openLedger();
    await grant("clerk-1", "clerk", "district-office", "2026-04-01", "2027-03-31");
    await grant("clerk-1", "clerk", "pension", "2026-10-05", "2027-03-31");
    await tell("clerk-1", inJapan("2026-10-06", "10:00"), {
      kind: "identified",
      subject: pseudonym("the officer"),
      surname: null,
    });
    await tell("clerk-1", inJapan("2026-10-25", "10:00"), { kind: "left", cause: "leaving" });
    expect(await staffOf(database).members()).toEqual([
      { officer: "clerk-1", department: "pension", subject: pseudonym("the officer") },
    ]);
  });
});
