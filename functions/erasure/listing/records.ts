import { dueOn } from "../../../shared/domain/retention.ts";
import type { Holding } from "../../../shared/stores/holding.ts";
import { holdingsOf } from "../../../shared/stores/holdings.ts";
import type { TableName } from "../../../shared/stores/tables.ts";
import type { Looked, Looking, Phase } from "./phase.ts";
import { placeAfter, placeIn, placeText } from "./row-place.ts";

export const foundIn = (holding: Holding, { rowOf }: Looking): Looked => {
  if (holding.kind === "unknown") return "unknown";
  if (holding.kind !== "record") return null;
  const { owner, record, class: name, clockOn } = holding;
  const due = clockOn === null ? null : dueOn(clockOn, rowOf(name));
  return { owner, record, class: name, classes: [name], clockOn, dueOn: due };
};

/** Every row of a table: the records among them, and what fits no form. */
export const recordsOf = (table: TableName): Phase => ({
  name: table,
  page: async (after, looking) => {
    const { items, next } = await looking.ports.scan.page(table, placeAfter(after));
    const holdings = await holdingsOf(looking.ports.database, table, items);
    return {
      looked: holdings.map((holding) => foundIn(holding, looking)),
      placeOf: placeIn(items),
      next: next && placeText(next),
    };
  },
});
