import { describe, expect, it } from "vitest";
import { dutiesOf } from "../../../shared/access/duties.ts";
import type { Vouched } from "../../../shared/access/token.ts";
import type { Department } from "../../../shared/domain/departments.ts";
import type { OfficerId, RightId, RightRequestId } from "../../../shared/domain/ids.ts";
import { noStanding, type Right } from "../../../shared/domain/rights.ts";
import type { Role } from "../../../shared/domain/roles.ts";
import { type Instant, plainDate } from "../../../shared/law/calendar.ts";

const day = plainDate("2026-11-23");
const officer = "officer-1" as OfficerId;
const by = "head-1" as OfficerId;
const at = "2026-11-01T00:00:00.000Z" as Instant;

const right = (duty: Role, department: Department, system: Right["system"] = null): Right => ({
  rightId: "R20261101-AAAAAA" as RightId,
  requestId: "Q20261101-AAAAAA" as RightRequestId,
  duty,
  department,
  system,
  from: plainDate("2026-11-01"),
  until: plainDate("2027-03-31"),
  temporary: null,
  requestedBy: by,
  requestedAt: at,
  decidedBy: by,
  decidedAt: at,
  confirmedOn: plainDate("2026-11-01"),
  confirmedBy: by,
  ended: null,
});

const person = (department: Department): Vouched => ({
  kind: "person",
  officer,
  department,
  counter: "",
  terminal: "t-1",
  session: "s-1",
  authenticatedAt: 0,
});
const system: Vouched = { kind: "system", officer };

const duties = (who: Vouched, ...rights: Right[]) => dutiesOf(who, { ...noStanding, rights }, [], day);

describe("duties in force", () => {
  it("are those of the department that the token names, each once", () => {
    const rights = [right("clerk", "pension"), right("clerk", "pension"), right("clerk", "district-office")];
    expect(duties(person("pension"), ...rights, right("examiner", "pension")).roles).toEqual(["clerk", "examiner"]);
    expect(duties(person("audit"), ...rights).roles).toEqual([]);
  });

  it("of a person are never those of a system, nor the other way round, whatever came into the ledger", () => {
    expect(duties(person("pension"), right("system", "pension", "tax"))).toMatchObject({ roles: [], system: null });
    expect(duties(system, right("operator", "linked-system"))).toMatchObject({ roles: [], system: null });
    expect(duties(system, right("system", "linked-system", "tax"))).toEqual({
      department: "linked-system",
      roles: ["system"],
      system: "tax",
    });
  });

  it("of 所属長 by configuration hold in their department alone, and not for a system of the same name", () => {
    const heads = [{ officer, department: "pension" }] as const;
    const held = (who: Vouched) => dutiesOf(who, noStanding, heads, day).roles;
    expect(held(person("pension"))).toEqual(["head"]);
    expect(held(person("information-policy"))).toEqual([]);
    expect(held(system)).toEqual([]);
  });
});
