import type { AuditEntry } from "../../../shared/audit/entry.ts";
import { entryKinds } from "../../../shared/audit/entry-kinds.ts";
import { actionLabel } from "../../../shared/contracts/action-labels.ts";
import { departments } from "../../../shared/domain/departments.ts";
import { placeOf } from "./find-entries.ts";

const departmentLabels: Readonly<Record<string, string>> = departments;

/** An entry as an auditor reads it: as it stands, with its codes in words. */
export const entryView = (entry: AuditEntry) => ({
  ...entry,
  entryId: placeOf(entry),
  actionLabel: actionLabel(entry.action),
  kindLabel: entryKinds[entry.kind],
  departmentLabel: departmentLabels[entry.department] ?? "",
});
