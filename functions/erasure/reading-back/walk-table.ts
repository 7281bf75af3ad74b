import type { Item } from "../../../shared/stores/database.ts";
import { ownPartitions } from "../../../shared/stores/erasures.ts";
import { erasureKeyRow } from "../../../shared/stores/keyring.ts";
import type { TableName } from "../../../shared/stores/tables.ts";
import { placeAfter, placeText } from "../listing/row-place.ts";
import { whoCameBack } from "./came-back.ts";
import { comeUpon, takeAway } from "./come-upon.ts";
import type { Reading } from "./reading.ts";
import type { Walk } from "./walk.ts";

/** Rows of the erasure itself: they go before its certificate is signed. */
const isOwn = (table: TableName, { pk, sk }: Item, erasureId: string): boolean => {
  const key = erasureKeyRow(erasureId);
  return (
    (table === "erasures" && ownPartitions(erasureId).includes(pk)) ||
    (table === "keys" && pk === key.pk && sk === key.sk)
  );
};

/**
 * What only says something in passing: answers to requests sent again, erasures before, and holds that are over. It goes
 * with whom it speaks of, undecided by anybody.
 */
const isRemark = (table: TableName, { pk }: Item): boolean =>
  (table === "idempotency" && pk.startsWith("REQUEST#")) ||
  (table === "erasures" && (pk.startsWith("ERASURE#") || pk === "ENDED-HOLDS"));

/** Every row of a table, whatever it is, in all its attributes. */
export const walkTable = (table: TableName): Walk => {
  const name = `table-${table}`;
  return {
    name,
    page: async (after, reading: Reading) => {
      const { turn, erasureId } = reading;
      const { items, next } = await turn.ports.scan.page(table, placeAfter(after));
      const search = await reading.search();
      const hits = items
        .filter((item) => !isOwn(table, item, erasureId))
        .flatMap((item) => search.inRow(item).map((hit) => ({ item, hit })));
      const back = await whoCameBack(
        hits.map(({ hit }) => hit.of.owner),
        turn.ports,
      );
      let found = 0;
      let removed = 0;
      for (const { item, hit } of hits) {
        if (back.has(hit.of.owner) && hit.known !== "sealed-copy") continue;
        const { pk, sk } = item;
        const copy = { of: hit.of, place: { kind: "row", table, pk, sk }, known: hit.known } as const;
        if (isRemark(table, item)) {
          await takeAway(copy, reading);
          removed += 1;
        } else if ((await comeUpon(copy, reading)) === "removed") removed += 1;
        else found += 1;
      }
      return {
        examined: { [name]: items.length },
        found: { [name]: found },
        removed,
        next: next && placeText(next),
      };
    },
  };
};
