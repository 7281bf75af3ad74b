import { today } from "../../../shared/domain/filing.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { groupsOf } from "../../groups-of.ts";
import { lists } from "../../lists/catalogue.ts";
import { subjectsOf } from "../../lists/subjects-of.ts";
import { cutCsv } from "../cut-csv.ts";
import type { Produced, Work } from "../work.ts";

/** Lines whose people one entry of the trail names. */
const linesOfEntry = 500;
/** More 届出 than a ward takes in in a year. */
const most = 200_000;

/** A 一覧表 as it stands when it is made, in one turn. */
export const produceList = async ({ output, call, ports, index, includes }: Work<"list">): Promise<Produced> => {
  const { outputId, spec, purpose } = output;
  const { columns, rows: drawUp } = lists[spec.name];
  await keepTrail(
    ports.database,
    call.trail({ kind: "output", object: outputId, purpose, codes: [`list-${spec.name}`] }),
  );
  const leftOut = new Set<string>();
  const rows = await drawUp({
    database: ports.database,
    keyring: ports.keyring,
    from: spec.from,
    to: spec.to,
    today: today(call.occasion),
    most,
    includes: ({ personId, filingId }) => {
      const included = includes(personId);
      if (!included) leftOut.add(filingId);
      return included;
    },
    includesPerson: (personId) => {
      const included = includes(personId);
      if (!included) leftOut.add(personId);
      return included;
    },
  });
  for (const group of groupsOf(rows ?? [], linesOfEntry)) {
    const named = subjectsOf(spec.name, group, index);
    // Nothing of whom a list names leaves before the entries are kept.
    if (named.subjects)
      await keepTrail(ports.database, call.trail({ ...named, kind: "output", object: outputId, purpose }));
  }
  if (!rows) throw new Error("a list of more 届出 than a year brings");
  return { next: null, examined: rows.length, leftOut: leftOut.size, files: cutCsv(columns, rows, true) };
};
