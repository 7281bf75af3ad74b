import { expect, it } from "vitest";
import type { Instant } from "../../../shared/law/calendar.ts";
import { memoryMasterKey } from "../../../shared/protection/master-key.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { findFiling, openFiling } from "../../../shared/stores/filings.ts";
import { keyring, personKeyRow } from "../../../shared/stores/keyring.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { openOffice } from "../../support/office.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";

const now = "2026-11-23T01:00:00.000Z" as Instant;
const received = (eventOn: string) => acquisitionOf(applicant(), { intake: "receive", eventOn });

it("a 届出 taken in while the person's key is being erased opens with the key that is there afterwards", async () => {
  const stored = memoryDatabase();
  const master = memoryMasterKey();
  const keys = keyring(stored, master, () => now);
  let erasing = false;
  const database: Database = {
    ...stored,
    transact: async (writes) => {
      if (erasing && writes.some(({ table }) => table === "filings")) {
        erasing = false;
        const [row] = stored.dump("keys").filter(({ pk }) => pk.startsWith("PERSON#"));
        if (row) await stored.transact([{ kind: "remove", table: "keys", key: row }]);
      }
      return stored.transact(writes);
    },
  };
  const office = openOffice({ database, master, now });
  const file = (key: string, eventOn: string) =>
    office.ask("POST", "/v1/filings/acquisition", { key, body: received(eventOn) });
  expect(await file("key-held-1", "2026-11-16")).toMatchObject({ status: 201 });
  erasing = true;
  const second = await file("key-held-2", "2026-11-17");
  expect([second.status, erasing]).toEqual([201, false]);
  const filing = await findFiling(stored, second.body.filingId);
  if (!filing) throw new Error("the second 届出 is not on file");
  const [row] = await stored.getAll([{ table: "keys", key: personKeyRow(filing.personId) }]);
  if (!row) throw new Error("there is no key");
  expect(openFiling(await keys.open(row), filing).content.eventOn).toBe("2026-11-17");
});
