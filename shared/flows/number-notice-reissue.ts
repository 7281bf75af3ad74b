import { conclude } from "../domain/decision.ts";
import { check, daysInOrder, documentsAttached, filerAllowed, onFile, sameAsOnFile } from "./checks.ts";
import { defineFlow } from "./define.ts";
import { insuredOnly } from "./filers.ts";

/** A11. 年金手帳は令和4年4月に廃止; what is issued again is the 通知書. The article is own knowledge, confidence medium. */
export const numberNoticeReissue = defineFlow({
  form: "A11",
  family: "qualification",
  title: "基礎年金番号通知書再交付申請書",
  basis: ["国民年金法施行規則11条(要確認)"],
  filers: insuredOnly,
  deadlineDays: null,
  details: {},
  atCounter: {},
  documents: () => [],
  retention: "qualification-filing",
  report: "number-notice",
  decide: (input) =>
    conclude(check(input, daysInOrder, filerAllowed, onFile, sameAsOnFile, documentsAttached), () => [
      { kind: "requested", what: "number-notice" },
    ]),
});
