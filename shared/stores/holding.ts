import * as z from "zod";
import type { PersonId } from "../domain/ids.ts";
import type { RetentionClass } from "../domain/retention.ts";
import type { PlainDate } from "../law/calendar.ts";
import type { Item } from "./database.ts";

/** Pseudonyms as the blind index makes them. */
export const personIdSchema = z
  .string()
  .regex(/^[\w-]{27}$/)
  .transform((value) => value as PersonId);

/** What a row of a table is, for erasure. */
export type Holding =
  /** Stands for a record with a clock of its own: what an item of an erasure is made of. `~` is whoever nobody knows. */
  | {
      readonly kind: "record";
      readonly owner: PersonId | "~";
      readonly record: string;
      readonly class: RetentionClass;
      /** The day that started the clock; null while it has not started. */
      readonly clockOn: PlainDate | null;
    }
  /** Goes with a record that another row stands for: a pointer, a list, an earlier version. */
  | { readonly kind: "part" }
  /** Goes with the person as a whole. */
  | { readonly kind: "whole"; readonly owner: PersonId }
  /** Tells nothing of a person. */
  | { readonly kind: "none" }
  /** Fits no form that the stores write: told to those who run the system, never passed over in silence. */
  | { readonly kind: "unknown" };

/** A form of rows: what their keys look like, and what they are. */
export interface RowForm {
  readonly pk: RegExp;
  readonly sk: RegExp;
  readonly holding: (item: Item) => Holding;
}

export const part: Holding = { kind: "part" };
export const none: Holding = { kind: "none" };
export const unknown: Holding = { kind: "unknown" };

/** The first form that the keys fit says what the row is; a row without the attributes of its form fits nothing. */
export const byForm =
  (forms: readonly RowForm[]) =>
  (item: Item): Holding =>
    forms.find(({ pk, sk }) => pk.test(item.pk) && sk.test(item.sk))?.holding(item) ?? unknown;

/** What `schema` makes of a row, or that the row is not of its form. */
export const parsedAs =
  <Row>(schema: z.ZodType<Row>, holding: (row: Row) => Holding) =>
  (item: Item): Holding => {
    const row = schema.safeParse(item);
    return row.success ? holding(row.data) : unknown;
  };
