import { today } from "../../../shared/domain/filing.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { lists } from "../../lists/catalogue.ts";
import { cutCsv } from "../cut-csv.ts";
import type { Produced, Work } from "../work.ts";

/** More 届出 than a ward takes in in a year. */
const most = 200_000;

/** A 一覧表 as it stands when it is made, in one turn. */
export const produceList = async ({ output, call, ports, includes }: Work<"list">): Promise<Produced> => {
  const { outputId, spec, purpose } = output;
  const { columns, rows: drawUp } = lists[spec.name];
  await keepTrail(
    ports.database,
    call.trail({ kind: "output", object: outputId, purpose, codes: [`list-${spec.name}`] }),
  );
  const leftOut = new Set<string>();
  const rows = await drawUp({
    database: ports.database,
    from: spec.from,
    to: spec.to,
    today: today(call.occasion),
    most,
    includes: ({ personId, filingId }) => {
      const included = includes(personId);
      if (!included) leftOut.add(filingId);
      return included;
    },
  });
  if (!rows) throw new Error("a list of more 届出 than a year brings");
  return { next: null, examined: rows.length, leftOut: leftOut.size, files: cutCsv(columns, rows, true) };
};
