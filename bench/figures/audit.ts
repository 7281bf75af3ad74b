import { randomBytes } from "node:crypto";
import type { Actor } from "../../shared/access/caller.ts";
import { type AuditEntry, canonicalForm, entryDigest } from "../../shared/audit/entry.ts";
import type { OfficerId } from "../../shared/domain/ids.ts";
import { itemsOf } from "../../shared/domain/items-of.ts";
import { flows } from "../../shared/flows/catalogue.ts";
import { trailEntry } from "../../shared/http/call.ts";
import { atMost, median } from "../figure.ts";
import type { Measure } from "../groups.ts";
import { clock } from "../support/applicants.ts";

const count = 5_000;
const runs = 9;

const caller: Actor = {
  officer: "clerk-1" as OfficerId,
  roles: ["clerk"],
  department: "pension",
  counter: "main-office",
  terminal: "terminal-01",
  session: "session-01",
  system: null,
};

/** An entry of the access trail as a 届出 leaves it: checked, in canonical form, with its digest. */
export const audit: Measure = async () => {
  const entries: AuditEntry[] = Array.from({ length: count }, () =>
    trailEntry(
      { caller, correlationId: "00000000", action: "file:loss", kind: "change", random: randomBytes },
      clock(),
      {
        subjects: [randomBytes(20).toString("base64url")],
        object: "20261123-7K3M9Q",
        items: itemsOf(flows.loss.stored),
        codes: ["late-filing"],
      },
    ),
  );
  const run = () => {
    const before = process.cpuUsage();
    for (const entry of entries) entryDigest(canonicalForm(entry));
    const { user, system } = process.cpuUsage(before);
    return (user + system) / count;
  };
  for (let at = 0; at < 3; at += 1) run();
  return [atMost({ name: "audit-entry", value: median(Array.from({ length: runs }, run)), unit: "µs" }, 10)];
};
