import * as z from "zod";
import type { Key } from "../../../shared/stores/database.ts";

/** A place in a table, as the cursor keeps it. */
export const placeText = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);

/** Where a page of rows goes on behind the `nth`. @throws RangeError when it has no such row. */
export const placeIn =
  (rows: readonly Key[]) =>
  (nth: number): string => {
    const row = rows[nth];
    if (!row) throw new RangeError("a place behind a row that the page does not have");
    return placeText(row);
  };

const place = z.tuple([z.string(), z.string()]);

export const placeAfter = (text: string | null): Key | null => {
  if (text === null) return null;
  const [pk, sk] = place.parse(JSON.parse(text));
  return { pk, sk };
};
