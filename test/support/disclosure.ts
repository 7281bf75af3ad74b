import type { DisclosureRequest, FindDisclosure } from "../../functions/requests/package/ports.ts";
import type { ToldRecord } from "../../functions/requests/package/told-record.ts";
import type { AtenaNumber, PersonId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import type { MasterKey } from "../../shared/protection/master-key.ts";
import type { Database } from "../../shared/stores/database.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { openOffice } from "./office.ts";
import { putOut } from "./outputs.ts";

/** A register of nothing but 開示請求, for whoever asks about packages alone. */
const memoryDisclosures = (): FindDisclosure & { readonly requests: Map<string, DisclosureRequest> } => {
  const requests = new Map<string, DisclosureRequest>();
  return Object.assign(async (requestId: string) => requests.get(requestId), { requests });
};

export const openFor = (personId: PersonId): DisclosureRequest => ({
  personId,
  kind: "disclosure",
  state: "open",
  linked: () => [],
});

export const requestId = "S20261120-7K3M9Q";
const noon = "2026-11-23T05:00:00.000Z" as Instant;

export const disclosureOf = (withheld: readonly object[] = []) => ({
  kind: "disclosure",
  spec: { requestId, withheld },
  purpose: "disclosure",
  reason: "開示請求への対応",
});

/** The pseudonym that records of a person lie under. */
export const personIdOf = async (
  { database, master }: { readonly database: Database; readonly master: MasterKey },
  { atenaNumber }: { readonly atenaNumber: string },
): Promise<PersonId> => (await keyring(database, master, () => noon).index()).person(atenaNumber as AtenaNumber);

type Stored = { readonly database: Database; readonly master: MasterKey };

/** An office over those stores in which one person has asked for disclosure. */
export const disclosingOffice = async (
  stores: Stored,
  person: { readonly atenaNumber: string },
  over: Partial<Parameters<typeof openOffice<MasterKey>>[0]> = {},
) => {
  const disclosures = memoryDisclosures();
  const personId = await personIdOf(stores, person);
  disclosures.requests.set(requestId, openFor(personId));
  const { database, master } = stores;
  const office = openOffice<MasterKey>({ now: noon, database, master, disclosures, ...over });
  return { ...office, disclosures, personId };
};

type Office = Awaited<ReturnType<typeof disclosingOffice>>;

/** A package as it is taken: its files, the records in them, and what its manifest says. */
export const takenPackage = async (office: Pick<Office, "ask" | "tendOutputs">, withheld: readonly object[] = []) => {
  const files = (await putOut(office, disclosureOf(withheld))).map(String);
  const manifest = JSON.parse(files.at(-1) ?? "");
  const records = files
    .filter((file) => file.startsWith('{"record"'))
    .flatMap((file) => file.trimEnd().split("\n"))
    .map((line): ToldRecord => JSON.parse(line));
  const pages = files.filter((file) => file.startsWith("<!doctype html>"));
  return { files, manifest, records, pages, of: (kind: string) => records.filter((each) => each.kind === kind) };
};
