import type { ReportRecord } from "../../shared/documents/report.ts";
import { lettersFrom } from "../../shared/domain/ids.ts";
import { attainmentDay } from "../../shared/law/age.ts";
import { newcomers, today } from "./applicants.ts";

/** 資格取得届 of generated people as a report says them; names and addresses as they come, old letters and all. */
export const reports = (count: number): ReportRecord[] =>
  [...newcomers(count)].map(({ person }, at): ReportRecord => {
    const { basicPensionNumber, individualNumber, name, nameKana, birthDate, sex, postalCode, address } = person;
    const filingId = `20261120-${lettersFrom(Uint8Array.from([25, 20, 15, 10, 5, 0], (shift) => (at >> shift) % 32))}`;
    return {
      filingId,
      kind: "acquisition",
      form: "A01",
      values: {
        filingId,
        individualNumber,
        name,
        nameKana,
        birthDate,
        sex,
        postalCode,
        address,
        category: "1",
        eventOn: today,
        acquiredOn: attainmentDay(birthDate, 20),
        acceptedOn: today,
        cause: "moved-into-japan",
        ...(basicPensionNumber === undefined ? {} : { basicPensionNumber }),
      },
    };
  });
