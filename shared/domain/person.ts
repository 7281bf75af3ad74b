import * as z from "zod";
import { item } from "./record-items.ts";
import {
  addressSchema,
  atenaNumberSchema,
  basicPensionNumberSchema,
  individualNumberSchema,
  kanaSchema,
  nameSchema,
  phoneNumberSchema,
  plainDateSchema,
  postalCodeSchema,
  sexSchema,
} from "./values.ts";

/** 宛名情報と番号: what a 届出書 says of the person, and what the file holds. Nothing that 別添1 does not list. */
export const personFacts = z.strictObject({
  atenaNumber: item("addressee.addressee", atenaNumberSchema),
  basicPensionNumber: item("insured.basicPensionSymbol", basicPensionNumberSchema).optional(),
  individualNumber: item("addressee.myNumber", individualNumberSchema).optional(),
  name: item("addressee.name", nameSchema),
  nameKana: item("addressee.nameKana", kanaSchema),
  birthDate: item("addressee.birthDate", plainDateSchema),
  sex: item("addressee.sex", sexSchema),
  postalCode: item("addressee.postalCode", postalCodeSchema).optional(),
  address: item("addressee.address", addressSchema).optional(),
  addressSupplement: item("addressee.addressSupplement", addressSchema).optional(),
  phoneNumber: item("insured.phoneNumber", phoneNumberSchema).optional(),
});

export type PersonFacts = z.infer<typeof personFacts>;
