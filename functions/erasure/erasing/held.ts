import type { RetentionClass } from "../../../shared/domain/retention.ts";
import type { Write } from "../../../shared/stores/database.ts";
import type { ErasureItem } from "../../../shared/stores/erasures.ts";
import { holdsInForce, holdTarget, noHold } from "../../../shared/stores/holds.ts";
import type { Pass } from "./pass.ts";

/** Nothing of it is held back at the moment of a transaction. `classes`: more of them than the items name. */
export const notHeld = (items: readonly ErasureItem[], classes: readonly RetentionClass[] = []): Write[] => {
  const owners = new Set(items.flatMap(({ owner }) => (owner === "~" ? [] : [owner])));
  const names = new Set([...items.map((item) => item.class), ...classes]);
  return [
    ...[...owners].map((person) => noHold(holdTarget({ person }))),
    ...[...names].map((name) => noHold(holdTarget({ class: name }))),
  ];
};

/** The reason of the hold that refused a transaction; null when it was none, or has ended since. */
export const holdThatRefused = async (failed: readonly Write[], { turn }: Pass): Promise<string | null> => {
  const places = failed.flatMap((write) =>
    write.kind === "check" && write.table === "erasures" ? [write.key.sk] : [],
  );
  if (places.length === 0) return null;
  const holds = await holdsInForce(turn.ports.database);
  return holds.find(({ target }) => places.includes(target))?.reason ?? null;
};
