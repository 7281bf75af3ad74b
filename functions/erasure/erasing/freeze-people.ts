import { type ErasureItem, erasureItemWrite } from "../../../shared/stores/erasures.ts";
import { isFrozen, keyFrozen, personKeyRow } from "../../../shared/stores/keyring.ts";
import { itemAs, type Pass } from "./pass.ts";

/**
 * 鍵を止める: from here on nothing more is sealed for whoever is to be erased, so that what is looked for afterwards stays
 * all there is. Their records still open. Somebody whose key is gone is left to the erasing, which says so.
 */
export const freezePeople = async (groups: readonly (readonly ErasureItem[])[], pass: Pass): Promise<void> => {
  const { database } = pass.turn.ports;
  const people = groups.flat().flatMap((item) => {
    const { owner, record, state } = item;
    return owner !== "~" && record === "person" && state === "listed" ? [{ item, owner }] : [];
  });
  const rows = await database.getAll(people.map(({ owner }) => ({ table: "keys", key: personKeyRow(owner) })));
  await Promise.all(
    people.map(({ item }, at) => {
      const row = rows[at];
      const marked = erasureItemWrite(pass.erasureId, itemAs(item, { state: "marked" }));
      return database.transact(row && !isFrozen(row) ? [keyFrozen(row), marked] : [marked]);
    }),
  );
};
