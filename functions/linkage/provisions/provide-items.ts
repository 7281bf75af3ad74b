import { may } from "../../../shared/access/may.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import { itemsOf } from "../../../shared/domain/items-of.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { provided, provisionLists } from "../../../shared/domain/provisions.ts";
import { atenaNumberSchema } from "../../../shared/domain/values.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { loadedPerson, personRows } from "../../../shared/stores/people.ts";
import type { StorePorts } from "../../ports.ts";

/**
 * What the ward's other offices are told of one person (評価書 II-5 移転先1・2): the items of the one list that the policies
 * open to the system that asks. Nobody on file and nobody the list is about answer alike; the trail names both.
 */
export const provideItems =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const name = keysOf(provisionLists).find((list) => may(call.caller, "provideItems", { list }));
    if (!name) return problem("not-allowed");
    const atenaNumber = atenaNumberSchema.safeParse(call.params.atenaNumber);
    if (!atenaNumber.success) return problem("not-found");
    const list = provisionLists[name];
    const index = await ports.keyring.index();
    const personId = index.person(atenaNumber.data);
    const about = { subjects: [index.auditSubject(personId)], object: name, purpose: list.purpose };
    const rows = await ports.database.getAll(personRows(personId));
    const items = rows[0] ? provided(name, (await loadedPerson(personId, rows, ports.keyring)).person) : null;
    if (!items) {
      await keepTrail(ports.database, call.trail({ ...about, result: "refused", codes: ["not-found"] }));
      return problem("not-found");
    }
    await keepTrail(ports.database, call.trail({ ...about, items: itemsOf(list.schema) }));
    return { status: 200, body: { list: name, items } };
  };
