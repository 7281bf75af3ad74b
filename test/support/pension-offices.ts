import { type PensionOffices, pensionOfficesSchema } from "../../shared/domain/pension-offices.ts";

/** Two made-up 年金事務所: one for part of the ward, the other for all the rest. */
export const pensionOffices: PensionOffices = pensionOfficesSchema.parse([
  { code: "02", name: "目黒西年金事務所", postalCodes: ["152", "1530061"] },
  { code: "01", name: "目黒東年金事務所", postalCodes: [] },
]);
