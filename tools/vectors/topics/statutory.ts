import { filingDeadline } from "../../../shared/law/deadlines.ts";
import {
  isStatutorilyExempt,
  type StatutoryFact,
  statutoryPeriod,
  statutoryRoute,
} from "../../../shared/law/statutory-exemption.ts";
import { type Answers, type Input, InputError, type Topic } from "../input.ts";

const isGrade = (grade: number): grade is 1 | 2 | 3 => [1, 2, 3].includes(grade);

/** The fact that would open 法定免除, undefined when the vector names none. 生活扶助 may come as a flag, a day or in the list of aids. */
const factOf = (input: Input): StatutoryFact | undefined => {
  const grade = input.number("grade");
  if (grade !== undefined) {
    if (!isGrade(grade)) throw new InputError(`grade is not 1 to 3: ${grade}`);
    return { kind: "disability-pension", grade };
  }
  const aids = input.texts("fujo");
  const livelihood =
    input.flag("seikatsuFujo") === true || input.has("seikatsuFujoFrom") || aids?.some((aid) => aid.startsWith("生活"));
  if (aids !== undefined || livelihood === true || input.has("seikatsuFujo")) {
    const foreigner = input.flag("foreigner") === true;
    return { kind: "public-assistance", livelihood: livelihood === true, foreigner };
  }
  return input.flag("facility") === true ? { kind: "facility" } : undefined;
};

const routeAnswers = (input: Input, fact: StatutoryFact): Answers => {
  const { route } = statutoryRoute(fact);
  const began = input.date("rightDate", "seikatsuFujoFrom", "from", "date");
  const period = began === undefined ? undefined : statutoryPeriod(began, input.date("to", "until") ?? null);
  const exempt = route === "statutory";
  return {
    hotei: exempt,
    eligible: exempt,
    shinsei: route === "application",
    shinseiRoute: route === "application" ? "90-1-2" : null,
    from: exempt ? period?.from : null,
    to: exempt ? period?.until : null,
  };
};

/** 法定免除. A `month` without a period is taken to lie in one. */
export const statutory: Topic = (input) => {
  const fact = factOf(input);
  const [month, event] = [input.month("month"), input.date("event")];
  if (fact === undefined && month === undefined && event === undefined) {
    throw new InputError(`no known key among: ${input.keys().join(", ")}`);
  }
  const paid = { already: input.flag("paid") === true, byChoice: input.flag("payByChoice") === true };
  return {
    ...(fact === undefined ? {} : routeAnswers(input, fact)),
    exempt: month === undefined ? undefined : isStatutorilyExempt({ from: month, until: null }, month, paid),
    deadline: event === undefined ? undefined : filingDeadline(event).effective,
  };
};
