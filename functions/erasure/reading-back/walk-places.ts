import { headersIn } from "../../../shared/protection/marks.ts";
import { itemKey, pageOfItems } from "../../../shared/stores/erasures.ts";
import { evidenceOf } from "../erasing/evidence.ts";
import { whoCameBack } from "./came-back.ts";
import { type Copy, comeUpon } from "./come-upon.ts";
import type { Reading } from "./reading.ts";
import type { Walk } from "./walk.ts";

const pageSize = 200;

/** Every row that was taken away is asked for where it lay: ledger, key, ways, register, histories and lists. */
export const walkPlaces: Walk = {
  name: "erased-rows",
  page: async (after, reading: Reading) => {
    const { turn, erasureId, key } = reading;
    const { database } = turn.ports;
    const { items, next } = await pageOfItems(database, erasureId, pageSize, after ?? undefined);
    const erased = items.flatMap((item) => {
      const evidence = evidenceOf(key, erasureId, item);
      return evidence ? [{ item, evidence }] : [];
    });
    const places = erased.flatMap(({ item, evidence }) => evidence.rows.map((place) => ({ item, evidence, place })));
    const rows = await database.getAll(places.map(({ place: [table, pk, sk] }) => ({ table, key: { pk, sk } })));
    const there = places.flatMap((place, at) => (rows[at] ? [{ ...place, row: rows[at] }] : []));
    const back = await whoCameBack(
      there.map(({ item }) => item.owner),
      turn.ports,
    );
    let found = 0;
    let removed = 0;
    for (const { item, evidence, place, row } of there) {
      const [table, pk, sk] = place;
      // A new record of somebody who came back, or of somebody who stayed, is no copy of the one before.
      const isCopy = evidence.marks.headers.some((header) => headersIn(row).includes(header));
      if (back.has(item.owner) && !isCopy) continue;
      const copy: Copy = {
        of: { owner: item.owner, record: item.record },
        place: { kind: "row", table, pk, sk },
        known: isCopy ? "sealed-copy" : "same-place",
      };
      if ((await comeUpon(copy, reading)) === "removed") removed += 1;
      else found += 1;
    }
    const last = items.at(-1);
    return {
      examined: { "erased-rows": places.length },
      found: { "erased-rows": found },
      removed,
      next: next === null || !last ? null : itemKey(erasureId, last).sk,
    };
  },
};
