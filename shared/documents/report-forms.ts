import type { ReportItem, ReportKind } from "./report.ts";

/** One cell of the paper report: what it shows and its share of the width. */
interface FormCell {
  readonly item: ReportItem;
  readonly share: number;
}

type FormRow = readonly FormCell[];

/** Shares of every row add up to this. */
export const shares = 11;

const row = (cells: Readonly<Partial<Record<ReportItem, number>>>): FormRow =>
  (Object.entries(cells) as [ReportItem, number][]).map(([item, share]) => ({ item, share }));

const who = (day: "changedOn" | "lostOn"): readonly FormRow[] => [
  row({ filingId: 2, nameKana: 4, birthDate: 2.2, sex: 0.8, category: 2 }),
  row({ basicPensionNumber: 2, name: 4, [day]: 2.2, cause: 2.8 }),
  row({ postalCode: 1, address: 5, eventOn: 2.2, acceptedOn: 2.8 }),
];

/** The paper reports, row by row of one record. Stand-ins like the media; the arrangement is our own. */
export const reportForms = {
  acquisition: [
    row({ filingId: 2, nameKana: 3.2, birthDate: 2.2, sex: 0.8, category: 1.8, exOfficio: 1 }),
    row({ basicPensionNumber: 2, name: 3.2, acquiredOn: 2, changedOn: 2, cause: 1.8 }),
    row({ postalCode: 1, address: 4.2, eventOn: 2, acceptedOn: 3.8 }),
  ],
  "category-change": [
    ...who("changedOn"),
    row({ spouseName: 2.4, spouseBirthDate: 2, turn: 1.4, recordedOn: 2, correction: 1.2, correctOn: 2 }),
  ],
  loss: who("lostOn"),
  "facts-change": [
    row({ filingId: 2, nameKana: 4, newNameKana: 5 }),
    row({ basicPensionNumber: 2, name: 4, newName: 5 }),
    row({ postalCode: 1, address: 5, newPostalCode: 1, newAddress: 4 }),
    row({ birthDate: 2.2, sex: 0.8, correctBirthDate: 2.2, correctSex: 0.8, newAddressSupplement: 5 }),
    row({ eventOn: 6, acceptedOn: 5 }),
  ],
  "number-notice": [
    row({ filingId: 2, nameKana: 4, birthDate: 2.2, sex: 0.8, requested: 2 }),
    row({ basicPensionNumber: 2, name: 4, eventOn: 2.2, acceptedOn: 2.8 }),
    row({ postalCode: 1, address: 10 }),
  ],
  "voluntary-enrolment": [
    row({ filingId: 2, nameKana: 3.2, birthDate: 2.2, sex: 0.8, category: 2.8 }),
    row({ basicPensionNumber: 2, name: 3.2, acquiredOn: 1.9, lostOn: 1.9, cause: 2 }),
    row({ postalCode: 1, address: 4.2, expiresOn: 1.9, eventOn: 1.9, acceptedOn: 2 }),
  ],
  "additional-premium": [
    row({ filingId: 2, nameKana: 4, birthDate: 2.2, sex: 0.8, month: 2 }),
    row({ basicPensionNumber: 2, name: 4, additionalPremiumType: 2.2, endCause: 2.8 }),
    row({ postalCode: 1, address: 5, eventOn: 2.2, acceptedOn: 2.8 }),
  ],
  "statutory-exemption": [
    row({ filingId: 2, nameKana: 4, birthDate: 2.2, sex: 0.8, eventOn: 2 }),
    row({ basicPensionNumber: 2, name: 4, postalCode: 1, address: 2, acceptedOn: 2 }),
  ],
  "exemption-application": [
    row({ filingId: 2, nameKana: 4, birthDate: 2.2, sex: 0.8, eventOn: 2 }),
    row({ basicPensionNumber: 2, name: 4, postalCode: 1, address: 2, acceptedOn: 2 }),
  ],
  "student-deferment": [
    row({ filingId: 2, nameKana: 4, birthDate: 2.2, sex: 0.8, eventOn: 2 }),
    row({ basicPensionNumber: 2, name: 4, postalCode: 1, address: 2, acceptedOn: 2 }),
  ],
  "family-exemption": [
    row({ filingId: 2, nameKana: 4, birthDate: 2.2, sex: 0.8, eventOn: 2 }),
    row({ basicPensionNumber: 2, name: 4, postalCode: 1, address: 2, acceptedOn: 2 }),
  ],
} as const satisfies Record<ReportKind, readonly FormRow[]>;
