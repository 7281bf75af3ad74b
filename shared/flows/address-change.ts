import { conclude } from "../domain/decision.ts";
import { item } from "../domain/record-items.ts";
import { addressSchema, postalCodeSchema } from "../domain/values.ts";
import { check, daysInOrder, documentsAttached, filerAllowed, lateness, onFile, sameAsOnFile } from "./checks.ts";
import { defineFlow } from "./define.ts";
import { anyone } from "./filers.ts";

/** A09. 住民基本台帳法の転居の届出があれば、この届出があったものとみなす (法12条3項). */
export const addressChange = defineFlow({
  form: "A09",
  family: "qualification",
  title: "住所変更届",
  basis: ["国民年金法12条1項・3項", "国民年金法施行規則8条"],
  filers: anyone,
  deadlineDays: 14,
  details: {
    newPostalCode: item("addressee.postalCode", postalCodeSchema),
    newAddress: item("addressee.address", addressSchema),
    newAddressSupplement: item("addressee.addressSupplement", addressSchema).optional(),
  },
  atCounter: {},
  documents: () => [],
  retention: "qualification-filing",
  report: "facts-change",
  decide: (input) => {
    const { newPostalCode, newAddress, newAddressSupplement } = input.filing.details;
    return conclude(check(input, daysInOrder, filerAllowed, onFile, sameAsOnFile, documentsAttached, lateness), () => [
      {
        kind: "facts-changed",
        on: input.filing.eventOn,
        facts: {
          postalCode: newPostalCode,
          address: newAddress,
          addressSupplement: newAddressSupplement ?? null,
        },
      },
    ]);
  },
});
