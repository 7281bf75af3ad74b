import type { KeyObject } from "node:crypto";
import type { Write } from "../../shared/stores/database.ts";
import { keyCheck, personKeyRow, requestKeyCheck, requestKeyRow } from "../../shared/stores/keyring.ts";
import type { Request } from "../../shared/stores/requests.ts";
import type { StorePorts } from "../ports.ts";

type Whose = Pick<Request, "requestId" | "personId">;

/** Where the key lies under which a case's notes are sealed: that of the person it is about, or its own. */
const caseKeyRow = ({ requestId, personId }: Whose) =>
  ({ table: "keys", key: personId === null ? requestKeyRow(requestId) : personKeyRow(personId) }) as const;

/** Holds that key to its row while something is sealed under it. */
export const caseKeyCheck = ({ requestId, personId }: Whose): Write =>
  personId === null ? requestKeyCheck(requestId) : keyCheck(personId);

/** The key of a case; undefined once it was erased with the person. */
export const caseKeyOf = async (whose: Whose, { database, keyring }: StorePorts): Promise<KeyObject | undefined> => {
  const [row] = await database.getAll([caseKeyRow(whose)]);
  return row && keyring.open(row);
};
