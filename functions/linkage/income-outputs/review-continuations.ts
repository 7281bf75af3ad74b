import { answerValues, incomeAnswersFile } from "../../../shared/documents/income-answers.ts";
import { continuationOf } from "../../../shared/domain/continuation-review.ts";
import type { PersonId } from "../../../shared/domain/ids.ts";
import { incomeAnswer } from "../../../shared/domain/income-answer.ts";
import type { IncomeOutcome } from "../../../shared/domain/income-outputs.ts";
import { findPeople } from "../../../shared/stores/people.ts";
import { keepSeen } from "./keep-seen.ts";

import { type PersonAndIncome, readPeople } from "./read-people.ts";
import type { Produced, StepWork } from "./step-work.ts";

const peopleAtOnce = 400;

interface Judged {
  readonly outcome: IncomeOutcome;
  readonly lines: readonly ReturnType<typeof answerValues>[];
}

/** One number is enough: the 個人番号 only of whoever has no 基礎年金番号. */
const subjectOf = ({ loaded }: PersonAndIncome, incomeYear: number) => {
  const { basicPensionNumber, individualNumber, birthDate } = loaded.person.facts ?? {};
  return {
    ...(basicPensionNumber === undefined
      ? individualNumber === undefined
        ? {}
        : { individualNumber }
      : { basicPensionNumber }),
    ...(birthDate === undefined ? {} : { birthDate }),
    incomeYear,
  };
};

/** A stretch of those who had 全額免除 or 納付猶予 in the year before: a line for each whom 日本年金機構 reviews in July. */
export const reviewContinuations = async (work: StepWork): Promise<Produced> => {
  const { output, index, ports } = work;
  const year = output.year ?? 0;
  const after = output.cursor === "" ? undefined : (output.cursor as PersonId);
  const ids = await findPeople(ports.database, index, "exempted-in", String(year - 1), peopleAtOnce, after);
  await keepSeen(ids, work, ["insured.exemptionReason"]);
  const people = await readPeople(
    ids.map((personId) => ({ personId, year: year - 1 })),
    ports,
  );
  const judged = people.map((found): Judged => {
    if (found === null || found.loaded.person.facts === null) return { outcome: "not-on-file", lines: [] };
    const kind = continuationOf(found.loaded.person, year);
    if (kind !== "full" && kind !== "deferment") return { outcome: kind, lines: [] };
    const answer = incomeAnswer(found.record, found.loaded.person);
    return { outcome: answer.outcome, lines: [answerValues(subjectOf(found, year - 1), answer, kind)] };
  });
  const lines = judged.flatMap((one) => one.lines);
  return {
    next: ids.length === peopleAtOnce ? (ids.at(-1) ?? null) : null,
    outcomes: judged.map(({ outcome }) => outcome),
    lines: lines.length,
    part: incomeAnswersFile.records(lines, ports, output.lines + 1),
  };
};
