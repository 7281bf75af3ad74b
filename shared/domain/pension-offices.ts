import * as z from "zod";

/** A 年金事務所 that takes the ward's claims of 給付. */
const pensionOffice = z.strictObject({
  /** Stands in the medium; letters and digits. */
  code: z.string().regex(/^[0-9A-Z]{1,4}$/),
  /** As the paper addresses it, 目黒年金事務所. */
  name: z.string().min(1).max(40),
  /** What the postal codes it is responsible for begin with, digits alone; empty for the one that takes all others. */
  postalCodes: z.array(z.string().regex(/^\d{1,7}$/)).readonly(),
});

const differ = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** The offices of a ward: one takes whatever no other is named for, so that no claim is without one. */
export const pensionOfficesSchema = z
  .array(pensionOffice)
  .refine((offices) => differ(offices.map(({ code }) => code)), "an office comes twice")
  .refine((offices) => differ(offices.flatMap(({ postalCodes }) => postalCodes)), "a postal code comes twice")
  .refine(
    (offices) => offices.filter(({ postalCodes }) => postalCodes.length === 0).length === 1,
    "just one office takes all other postal codes",
  )
  .readonly();
export type PensionOffices = z.infer<typeof pensionOfficesSchema>;
export type PensionOffice = PensionOffices[number];

/**
 * The office that is responsible for a postal code: of several prefixes that fit, the longest decides; an unknown code, or
 * none (somebody abroad), belongs to the office without any.
 * @throws when `offices` has none without prefixes: it was not parsed by its schema.
 */
export const officeFor = (offices: PensionOffices, postalCode: string | undefined): PensionOffice => {
  const digits = postalCode?.replace("-", "") ?? "";
  const fitting = offices
    .flatMap((office) =>
      (office.postalCodes.length === 0 ? [""] : office.postalCodes).map((prefix) => ({ office, prefix })),
    )
    .filter(({ prefix }) => digits.startsWith(prefix))
    .toSorted((a, b) => b.prefix.length - a.prefix.length);
  const [nearest] = fitting;
  if (nearest === undefined) throw new Error("no office takes all other postal codes");
  return nearest.office;
};
