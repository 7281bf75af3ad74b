import { type Problem, problem } from "../../shared/contracts/problems.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { foldLedger } from "../../shared/domain/ledger.ts";
import type { RecordItemId } from "../../shared/domain/record-items.ts";
import { atenaNumberSchema } from "../../shared/domain/values.ts";
import type { Call } from "../../shared/http/call.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import type { Database, Item } from "../../shared/stores/database.ts";
import { type LoadedPerson, loadedPerson, personRows } from "../../shared/stores/people.ts";
import type { StorePorts } from "../ports.ts";
import { itemsSeen, viewerOf } from "../viewer.ts";
import { namesakeCodes } from "./namesake.ts";
import { purposeOf } from "./purpose.ts";
import { itemsOfInsured } from "./recipient-items.ts";

interface Looked {
  /** As it was sent. */
  readonly atenaNumber: unknown;
  /** What of them is looked at, for the trail; of nobody on file, what is of somebody with an empty ledger. */
  readonly items: (looked: Pick<LoadedPerson, "person" | "entries">) => readonly RecordItemId[];
  /** One more row of theirs, read in the same round trip. */
  readonly beside: (person: PersonId) => Parameters<Database["getAll"]>[0][number];
}

/** The person, and the row asked for beside them. */
type Read = LoadedPerson & { readonly beside: Item | undefined };

const nobody = { person: foldLedger([]), entries: [] };

/**
 * The person a call names, once the trail says that they were looked at: with all that the ledger holds of 被保険者, unless
 * something else is said, and less what is masked. Nobody on file and no such number answer alike.
 */
export const readPerson = async (
  call: Call,
  ports: StorePorts,
  { atenaNumber: asked = call.params.atenaNumber, items = () => itemsOfInsured, beside }: Partial<Looked> = {},
): Promise<Read | Problem> => {
  const purpose = purposeOf(call.purpose);
  if (typeof purpose !== "string") return purpose;
  const atenaNumber = atenaNumberSchema.safeParse(asked);
  if (!atenaNumber.success) return problem("not-found");
  const index = await ports.keyring.index();
  const personId = index.person(atenaNumber.data);
  const rows = await ports.database.getAll([...personRows(personId), ...(beside ? [beside(personId)] : [])]);
  const loaded = rows[0] && (await loadedPerson(personId, rows, ports.keyring));
  // Nothing of what was read leaves before the entry is kept.
  await keepTrail(
    ports.database,
    call.trail({
      subjects: [index.auditSubject(personId)],
      items: itemsSeen(items(loaded ?? nobody), viewerOf(call)),
      purpose,
      codes: namesakeCodes(call, index, [loaded?.person.facts ?? null]),
    }),
  );
  if (!loaded) return problem("not-found");
  return loaded.person.facts === null && loaded.person.periods.length === 0
    ? problem("not-found")
    : { ...loaded, beside: rows[2] };
};
