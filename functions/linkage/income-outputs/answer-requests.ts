import { answerValues, incomeAnswersFile } from "../../../shared/documents/income-answers.ts";
import { type IncomeRequest, readIncomeRequest } from "../../../shared/documents/income-requests.ts";
import { type IncomeAnswer, incomeAnswer, mismatchOf, notIdentified } from "../../../shared/domain/income-answer.ts";
import { findByNumber, type Sought } from "./find-by-number.ts";
import { keepSeen } from "./keep-seen.ts";

import { type PersonAndIncome, readPeople } from "./read-people.ts";
import type { Produced, StepWork } from "./step-work.ts";

const linesAtOnce = 400;

const soughtBy = (request: IncomeRequest | null): Sought => {
  if (request?.basicPensionNumber !== undefined) return ["basic-pension-number", request.basicPensionNumber];
  return request?.individualNumber === undefined ? null : ["individual-number", request.individualNumber];
};

/** The answer to one request, of those whom its number leads to. */
const answerTo = (request: IncomeRequest | null, people: readonly (PersonAndIncome | null)[]): IncomeAnswer => {
  if (request === null) return notIdentified("unreadable-line");
  const judged = people.flatMap((found) => {
    if (found === null) return [];
    const mismatch = mismatchOf(request, found.loaded.person.facts);
    return mismatch === "no-such-person" ? [] : [{ found, mismatch }];
  });
  const [only, another] = judged;
  if (!only) return notIdentified("no-such-person");
  if (another) return notIdentified("several-people");
  return only.mismatch ? notIdentified(only.mismatch) : incomeAnswer(only.found.record, only.found.loaded.person);
};

/** Answers a stretch of the list: one line for each of its lines, in their order, whoever is found and whoever is not. */
export const answerRequests = async (work: StepWork): Promise<Produced> => {
  const { output, list, index, ports } = work;
  if (list === null) throw new Error("an answer without the list that asks for it");
  const from = Number(output.cursor);
  const until = Math.min(from + linesAtOnce, list.lines.length);
  const requests = list.lines.slice(from, until).map((line) => readIncomeRequest(line, list.header.wardCode));
  const found = await findByNumber(requests.map(soughtBy), index, ports.database);
  const wanted = requests.flatMap((request, at) =>
    (found[at] ?? []).map((personId) => ({ personId, year: request?.incomeYear ?? 0, at })),
  );
  await keepSeen(
    wanted.map(({ personId }) => personId),
    work,
    ["addressee.myNumber"],
  );
  const people = Map.groupBy(
    (await readPeople(wanted, ports)).map((person, nth) => ({ person, at: wanted[nth]?.at })),
    ({ at }) => at,
  );
  const answers = requests.map((request, at) => {
    const answer = answerTo(
      request,
      (people.get(at) ?? []).map(({ person }) => person),
    );
    return { outcome: answer.outcome, values: answerValues(request ?? {}, answer) };
  });
  return {
    next: until < list.lines.length ? String(until) : null,
    outcomes: answers.map(({ outcome }) => outcome),
    lines: answers.length,
    part: incomeAnswersFile.records(
      answers.map(({ values }) => values),
      ports,
      output.lines + 1,
    ),
  };
};
