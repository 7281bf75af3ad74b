import type { AuditThresholds } from "../../domain/audit-thresholds.ts";
import { medicalItems } from "../../domain/recipient-facts.ts";
import { dayAt } from "../../law/calendar.ts";
import type { AuditEntry } from "../entry.ts";
import type { Detector } from "./detector.ts";
import type { Grounds } from "./grounds.ts";
import { pairDetector } from "./pairs.ts";

/** An officer as the ledger of rights knows them: where they belong, and the pseudonym of their own record. */
export interface StaffMember {
  readonly officer: string;
  readonly department: string;
  readonly subject: string | null;
}

/** The code in the entry of a view of somebody with the surname (カナ) of who looked. */
export const namesakeCode = "namesake";

/** The item of 別添1 that an entry names where an 個人番号 was shown; masked it is not among the items. */
const individualNumber = "addressee.myNumber";
/** Likewise of 要配慮 of a recipient. */
const medical: ReadonlySet<string> = medicalItems;

const times = (count: number) => `閲覧${count}回`;

/** Of many people the entry does not say who it was. */
const theOne = ({ subjects }: AuditEntry): (string | null)[] => (subjects.length === 1 ? [...subjects] : [null]);

const theOneIf =
  (isSo: (entry: AuditEntry) => boolean) =>
  (entry: AuditEntry): (string | null)[] =>
    isSo(entry) ? theOne(entry) : [];

/** Findings about an officer and a person. */
export const whoSawWhom = (
  staff: readonly StaffMember[],
  grounds: Grounds,
  { filingDays }: Pick<AuditThresholds, "filingDays">,
): Detector[] => {
  const known = new Map(staff.map((each) => [each.officer, each]));
  const departments = new Map<string, string>();
  for (const { subject, department } of staff) if (subject !== null) departments.set(subject, department);
  const own = ({ officer }: AuditEntry) => known.get(officer)?.subject ?? null;
  return [
    pairDetector({
      finding: "view-without-filing",
      subjects: ({ subjects, at }) => subjects.filter((subject) => !grounds.near(subject, dayAt(at), filingDays)),
      detail: (count) => `前後${filingDays}日に届出・異動・所得・結果の記録なし。${times(count)}`,
    }),
    pairDetector({
      finding: "own-record",
      subjects: (entry) => entry.subjects.filter((subject) => subject === own(entry)),
      detail: (count) => `職員本人の記録。${times(count)}`,
    }),
    pairDetector({
      finding: "colleague",
      subjects: (entry) =>
        entry.subjects.filter((subject) => departments.get(subject) === entry.department && subject !== own(entry)),
      detail: (count) => `同じ所属の職員の記録。${times(count)}`,
    }),
    pairDetector({
      finding: "namesake",
      subjects: theOneIf(({ codes }) => codes.includes(namesakeCode)),
      detail: (count) => `職員と同じ姓(かな)の人の記録。${times(count)}`,
    }),
    pairDetector({
      finding: "individual-number-shown",
      subjects: theOneIf(({ items }) => items.includes(individualNumber)),
      detail: (count) => `個人番号を伏せずに表示。${times(count)}`,
    }),
    pairDetector({
      finding: "protected-address-shown",
      subjects: theOneIf(({ purpose }) => purpose === "protected-address"),
      detail: (count) => `目的「支援措置を受ける人の住所の確認」。${times(count)}`,
    }),
    pairDetector({
      finding: "medical-shown",
      subjects: theOneIf(({ items }) => items.some((item) => medical.has(item))),
      detail: (count) => `傷病名・等級・診断書などを伏せずに表示。${times(count)}`,
    }),
  ];
};
