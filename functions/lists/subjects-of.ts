import type { AtenaNumber } from "../../shared/domain/ids.ts";
import { itemsOfList } from "../../shared/domain/list-items.ts";
import type { TrailFacts } from "../../shared/http/call.ts";
import type { BlindIndex } from "../../shared/protection/blind-index.ts";
import type { ListRow } from "./list.ts";

/** Whom lines of the list `name` name, and what they tell of them, for the trail; those of a list of 届出 name nobody. */
export const subjectsOf = (
  name: string,
  rows: readonly ListRow[],
  index: BlindIndex,
): Pick<TrailFacts, "subjects" | "items"> => {
  const people = rows.flatMap(({ atenaNumber }) =>
    typeof atenaNumber === "string" ? [index.auditSubject(index.person(atenaNumber as AtenaNumber))] : [],
  );
  return people.length === 0 ? {} : { subjects: [...new Set(people)], items: [...itemsOfList(name)] };
};
