import * as z from "zod";
import type { Key } from "../../../shared/stores/database.ts";

/** A place in a table, as the cursor keeps it. */
export const placeText = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);

const place = z.tuple([z.string(), z.string()]);

export const placeAfter = (text: string | null): Key | null => {
  if (text === null) return null;
  const [pk, sk] = place.parse(JSON.parse(text));
  return { pk, sk };
};
