import { awardOf, decisionsFile } from "../benefit-decisions.ts";
import type { Lived } from "./flow-life.ts";

/** A 給付決定一覧 about the same people: what nobody filed for, with numbers of theirs where a 年金証書 has its own. */
export const toldDecisions = (sent: readonly Lived[]): Uint8Array =>
  decisionsFile(
    ...sent.map(({ person }) => ({
      basicPensionNumber: person.basicPensionNumber ?? "",
      form: "C90",
      reasonCode: "0123",
      award: awardOf("disability", { number: person.phoneNumber.slice(-10), grade: 2, paidYen: 831_700 }),
    })),
  );
