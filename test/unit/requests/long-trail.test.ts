import { describe, expect, it } from "vitest";
import type { AuditEntry } from "../../../shared/audit/entry.ts";
import { addHours, type Hour } from "../../../shared/audit/hours.ts";
import { lettersFrom } from "../../../shared/domain/ids.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import { keyring } from "../../../shared/stores/keyring.ts";
import { disclosingOffice, takenPackage } from "../../support/disclosure.ts";
import { household } from "../../support/household.ts";

const entries = 10_000;
const hours = 40;

/** What a file may be, so that in Base64 it stays below the 6 MB that Lambda answers. */
const mostBytes = 4_000_000;

const looked = (subject: string, nth: number): AuditEntry => {
  const hour = addHours("2026-11-20T00" as Hour, nth % hours);
  const minute = String(Math.floor(nth / hours) % 60).padStart(2, "0");
  return {
    form: 2,
    kind: "read",
    id: lettersFrom(Uint8Array.from({ length: 16 }, (_, at) => (nth >> (at * 4)) % 32)),
    at: `${hour}:${minute}:00.000Z` as Instant,
    correlationId: `look-${nth}`,
    officer: "clerk-7",
    roles: ["clerk"],
    department: "pension",
    counter: "north",
    terminal: "t-9",
    session: "s-9",
    action: "showPerson",
    subjects: [subject],
    object: null,
    items: ["addressee.name", "addressee.address", "insured.insuredCategory"],
    terms: [],
    purpose: "counter-inquiry",
    result: "done",
    codes: [],
  };
};

describe("一万件のアクセス記録のある人", () => {
  it("is told every one of them, in files that can each be taken", async () => {
    const world = await household();
    const office = await disclosingOffice(world, world.people[0]);
    const index = await keyring(world.database, world.master, () => world.now).index();
    const subject = index.auditSubject(office.personId);
    for (let from = 0; from < entries; from += 100)
      await world.database.transact(Array.from({ length: 100 }, (_, at) => auditWrite(looked(subject, from + at))));
    const { records, files, manifest } = await takenPackage(office);
    const from = (at: string) => records.filter(({ record }) => record.startsWith(`trail-entry:${at}`));
    expect(new Set([...from("2026-11-20"), ...from("2026-11-21")].map(({ record }) => record)).size).toBe(entries);
    expect(new Set(records.map(({ record }) => record)).size).toBe(records.length);
    expect(Math.max(...files.map((file) => Buffer.byteLength(file)))).toBeLessThan(mostBytes);
    expect(manifest.files.length).toBeGreaterThan(6);
  });
});
