import { conclude } from "../domain/decision.ts";
import { item } from "../domain/record-items.ts";
import { kanaSchema, nameSchema } from "../domain/values.ts";
import { check, daysInOrder, documentsAttached, filerAllowed, lateness, onFile, sameAsOnFile } from "./checks.ts";
import { defineFlow } from "./define.ts";
import { anyone } from "./filers.ts";

/** A08. `person` is who they were; `details` who they are now. Not needed where the number is linked (平成30年3月から, 要確認). */
export const nameChange = defineFlow({
  form: "A08",
  family: "qualification",
  title: "氏名変更届",
  basis: ["国民年金法12条1項", "国民年金法施行規則7条"],
  filers: anyone,
  deadlineDays: 14,
  details: { newName: item("addressee.name", nameSchema), newNameKana: item("addressee.nameKana", kanaSchema) },
  atCounter: {},
  documents: () => ["residence-record"],
  retention: "qualification-filing",
  report: "facts-change",
  decide: (input) => {
    const { newName, newNameKana } = input.filing.details;
    return conclude(check(input, daysInOrder, filerAllowed, onFile, sameAsOnFile, documentsAttached, lateness), () => [
      { kind: "facts-changed", on: input.filing.eventOn, facts: { name: newName, nameKana: newNameKana } },
    ]);
  },
});
