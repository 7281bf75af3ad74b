import { dayAt } from "../../law/calendar.ts";
import type { AuditEntry } from "../entry.ts";

/** Staff, not what runs by the clock and not a linked system. */
export const isByStaff = ({ roles }: AuditEntry): boolean => !roles.includes("system");

const seeing: readonly AuditEntry["kind"][] = ["read", "search", "print"];

/** Somebody of the staff saw the records of people. An auditor who reads the trail sees pseudonyms, and no record. */
export const isView = (entry: AuditEntry): boolean =>
  entry.subjects.length > 0 &&
  entry.result === "done" &&
  entry.purpose !== "audit" &&
  seeing.includes(entry.kind) &&
  isByStaff(entry);

/** One officer on one day in Japan. */
export const officerDay = ({ officer, at }: AuditEntry): string => `${officer} ${dayAt(at)}`;
