import type { PersonId } from "../domain/ids.ts";
import type { Database, Item } from "./database.ts";
import { incomePartition } from "./incomes.ts";

/** First letters of a pseudonym (base64url), in the order they are read. */
const letters = Array.from("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

export interface IncomeRow {
  readonly personId: PersonId;
  readonly item: Item;
}

export interface IncomePage {
  readonly rows: readonly IncomeRow[];
  /** Where the next page goes on; null behind the last. */
  readonly next: string | null;
}

/** Whatever else lies beside the record of a person is not read. */
const personIn = ({ sk }: Item): readonly PersonId[] => {
  const found = /^PERSON#([\w-]{27})$/.exec(sk)?.[1];
  return found === undefined ? [] : [found as PersonId];
};

/** A page of the 所得情報 of a year, part after part. `from` is "" for the first page, then `next` of the page before. */
export const incomePage = async (
  database: Database,
  year: number,
  from: string,
  limit: number,
): Promise<IncomePage> => {
  const at = from === "" ? 0 : letters.indexOf(from.slice(0, 1));
  const letter = letters[at];
  if (letter === undefined) throw new Error("a page of income that goes on from nowhere");
  const after = from.slice(1);
  const items = await database.query({
    table: "incomes",
    pk: incomePartition(year, letter),
    prefix: "PERSON#",
    limit,
    ...(after === "" ? {} : { after }),
  });
  const last = items.at(-1);
  return {
    rows: items.flatMap((item) => personIn(item).map((personId) => ({ personId, item }))),
    next: items.length === limit && last ? `${letter}${last.sk}` : (letters[at + 1] ?? null),
  };
};
