import { birthMonths } from "../../../shared/domain/extract-conditions.ts";
import { itemsAsked } from "../../../shared/domain/output-rules.ts";
import { addMonths, dayAt, type PlainMonth, plainMonth } from "../../../shared/law/calendar.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { groupsOf } from "../../groups-of.ts";
import { cutCsv } from "../cut-csv.ts";
import type { Produced, Work } from "../work.ts";
import { type ExtractRow, extractColumns, extractRow } from "./extract-row.ts";
import { idsBornIn, peopleBornIn } from "./people-born-in.ts";

/** People named in one entry of the trail: it fits an item many times over. */
const subjectsAtOnce = 500;
/** Rows after which a turn ends: a file or two. */
const rowsOfTurn = 10_000;

const itemsRead = ({ output }: Work<"extract">) => itemsAsked(output).map(String);

/**
 * Goes through the ward by month of birth, never by all at once: whoever is opened is named in the trail first, whether they
 * then meet the conditions or not. A turn ends when it has enough rows or its time is over; the months are what is resumed by.
 */
export const produceExtract = async (work: Work<"extract">): Promise<Produced> => {
  const { output, index, call, ports, hasTime, includes } = work;
  const { outputId, spec, purpose, cursor } = output;
  const { from, until } = birthMonths(spec.conditions, dayAt(output.requestedAt));
  const rows: ExtractRow[] = [];
  let month: PlainMonth = cursor === null ? from : plainMonth(cursor);
  let examined = 0;
  let leftOut = 0;
  // The first month always, so that however slow the day, every turn gets on.
  for (let first = true; month <= until && (first || (rows.length < rowsOfTurn && hasTime())); first = false) {
    const born = await idsBornIn(month, index, ports.database);
    // Whose 利用 is suspended is not even opened to see whether they meet the conditions.
    const ids = born.filter(includes);
    leftOut += born.length - ids.length;
    for (const group of groupsOf(ids, subjectsAtOnce))
      await keepTrail(
        ports.database,
        call.trail({
          kind: "output",
          subjects: group.map((id) => index.auditSubject(id)),
          object: outputId,
          items: itemsRead(work),
          purpose,
        }),
      );
    for (const person of await peopleBornIn(month, ids, ports)) {
      const row = extractRow(person, spec);
      if (row) rows.push(row);
    }
    examined += ids.length;
    month = addMonths(month, 1);
  }
  const next = month <= until ? month : null;
  return { next, examined, leftOut, files: cutCsv(extractColumns(spec), rows, next === null && output.parts === 0) };
};
