import { changeColumns } from "../../shared/contracts/resident-changes.ts";
import { foldLedger } from "../../shared/domain/ledger.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import type { MasterKey } from "../../shared/protection/master-key.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import type { MemoryDatabase } from "../../shared/stores/memory-database.ts";
import { ledgerOf, loadedPerson, personRows } from "../../shared/stores/people.ts";
import { csvFile } from "./csv-file.ts";
import type { openOffice } from "./office.ts";
import { acquisitionOf, type applicant } from "./people.ts";

type Row = Readonly<Record<string, unknown>>;
type Applicant = ReturnType<typeof applicant>;

/** A 異動 of `person`; what the kind needs beyond the header is given in `over`. */
export const changeOf = (person: { readonly atenaNumber: string }, kind: string, over: Row = {}): Row => ({
  changeId: "J-1",
  sequence: 1,
  atenaNumber: person.atenaNumber,
  kind,
  changedOn: "2026-11-18",
  notifiedOn: "2026-11-19",
  ...over,
});

export const newPersonValues = ({
  name,
  nameKana,
  birthDate,
  sex,
  postalCode,
  address,
  individualNumber,
}: Applicant) => ({
  name,
  nameKana,
  birthDate,
  sex,
  postalCode,
  address,
  individualNumber,
});

export const csvOf = (rows: readonly Row[], form = {}): Uint8Array => csvFile(changeColumns, rows, form);

/** Someone enrolled in 第1号 from `eventOn`, by their own 届出. */
export const enrol = async (office: ReturnType<typeof openOffice>, person: Applicant, eventOn = "2024-04-01") => {
  const filed = await office.ask("POST", "/v1/filings/acquisition", {
    key: `enrol-${person.atenaNumber}`,
    body: acquisitionOf(person, { eventOn, filedOn: eventOn }),
  });
  if (filed.body.status !== "accepted") throw new Error(`not enrolled: ${JSON.stringify(filed.body)}`);
};

const now = "2026-11-23T01:00:00.000Z" as Instant;

/** What a reader of the ledger sees of someone. */
export const personIn = async (
  database: MemoryDatabase,
  master: MasterKey,
  person: { readonly atenaNumber: string },
) => {
  const ring = keyring(database, master, () => now);
  const personId = (await ring.index()).person(
    person.atenaNumber as Parameters<Awaited<ReturnType<typeof ring.index>>["person"]>[0],
  );
  const loaded = await loadedPerson(personId, await database.getAll(personRows(personId)), ring);
  const { facts, periods, addressProtected } = foldLedger(await ledgerOf(database, loaded));
  return { facts, periods, addressProtected };
};

/** State, reason and flow of every change, by its name. */
export const outcomesIn = (database: MemoryDatabase) =>
  Object.fromEntries(
    database
      .dump("residents")
      .filter(({ sk }) => sk.startsWith("CHANGE#"))
      .map(({ changeName, state, reason, flow }) => [String(changeName), { state, reason, flow }] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
