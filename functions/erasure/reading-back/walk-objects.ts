import { itemKey, pageOfItems } from "../../../shared/stores/erasures.ts";
import { versionsOf } from "../../../shared/stores/named-versions.ts";
import { evidenceOf } from "../erasing/evidence.ts";
import { comeUpon } from "./come-upon.ts";
import type { Reading } from "./reading.ts";
import type { Walk } from "./walk.ts";

const pageSize = 200;
const name = "erased-objects";

/** Every object that was taken away is asked for where it lay: no version of it may be left, and no mark of its deletion. */
export const walkObjects: Walk = {
  name,
  page: async (after, reading: Reading) => {
    const { turn, erasureId, key } = reading;
    const { items, next } = await pageOfItems(turn.ports.database, erasureId, pageSize, after ?? undefined);
    const erased = items.flatMap((item) =>
      (evidenceOf(key, erasureId, item)?.objects ?? []).map((object) => ({ item, object })),
    );
    let found = 0;
    let removed = 0;
    for (const { item, object } of erased) {
      const [bucket, named] = object;
      for (const { version } of await versionsOf(turn.ports.buckets[bucket], named)) {
        const outcome = await comeUpon(
          {
            of: { owner: item.owner, record: item.record },
            place: { kind: "object", bucket, name: named, version },
            known: "same-place",
          },
          reading,
        );
        if (outcome === "removed") removed += 1;
        else found += 1;
      }
    }
    const last = items.at(-1);
    return {
      examined: { [name]: erased.length },
      found: { [name]: found },
      removed,
      next: next === null || !last ? null : itemKey(erasureId, last).sk,
    };
  },
};
