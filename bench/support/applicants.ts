import type { filingHeader } from "../../shared/domain/filing.ts";
import type { FlowId } from "../../shared/flows/catalogue.ts";
import { addDays, addYears, dayAt, type Instant, type PlainDate } from "../../shared/law/calendar.ts";
import { generateWard } from "../../tools/ward/generate.ts";
import { factsOf } from "../../tools/ward/load-ward.ts";
import type { SyntheticPerson } from "../../tools/ward/person.ts";

export const clock = () => new Date().toISOString() as Instant;

/** The day of the run: a bundle has the real clock, and a 届出 must not come from the future. */
export const today: PlainDate = dayAt(clock());

/** What someone of the ward could file today, true to the record. */
export interface Applicant {
  readonly person: SyntheticPerson;
  readonly flow: FlowId;
  readonly body: Readonly<Record<string, unknown>>;
}

const eventOn = addDays(today, -7);

const flowByCategory = {
  "1": {
    flow: "loss",
    documents: ["moving-out-notice"],
    details: { cause: "moved-abroad" },
  },
  "2": { flow: "change-from-category-2", documents: ["loss-certificate"], details: {} },
  "3": {
    flow: "change-from-category-3",
    documents: ["dependent-loss-certificate"],
    details: { cause: "divorced", spouseName: "架空　配偶", spouseBirthDate: "1985-05-05" },
  },
  none: { flow: "acquisition", documents: ["passport"], details: { cause: "moved-into-japan" } },
} as const;

const header = {
  filedOn: addDays(today, -3),
  eventOn,
  counter: "main-office",
  channel: "counter",
  filer: "insured",
  identityDocument: "drivers-licence",
} as const satisfies Partial<Record<keyof typeof filingHeader, string>>;

const bodyOf = (person: SyntheticPerson, as: keyof typeof flowByCategory): Applicant => {
  const { flow, documents, details } = flowByCategory[as];
  return { person, flow, body: { ...header, person: factsOf(person), documents, details } };
};

/** One 届出 of each flow by the same person, right or wrong. */
export const requestsOf = (person: SyntheticPerson): Applicant[] =>
  (Object.keys(flowByCategory) as (keyof typeof flowByCategory)[]).map((as) => bodyOf(person, as));

const ofWorkingAge = ({ birthDate, basicPensionNumber }: SyntheticPerson) =>
  basicPensionNumber !== undefined && addYears(birthDate, 22) <= eventOn && addYears(birthDate, 58) > eventOn;

const settled = addDays(today, -60);

const people = function* (seed: number): Generator<SyntheticPerson> {
  for (const person of generateWard({ seed, people: 1_000_000, today })) if (ofWorkingAge(person)) yield person;
};

/** People on file who have something to file: 種別変更 of those who are 第2号 or 第3号, 喪失 of those who are 第1号. */
export const applicantsOnFile = function* (count: number, seed = 1): Generator<Applicant> {
  let left = count;
  for (const person of people(seed)) {
    if (left === 0) return;
    const last = person.history.at(-1);
    if (last === undefined || last.until !== null || last.from > settled) continue;
    left -= 1;
    yield bodyOf(person, last.category);
  }
};

/** 取得届 of people whom the ward has never heard of. */
export const newcomers = function* (count: number, seed = 2): Generator<Applicant> {
  let left = count;
  for (const person of people(seed)) {
    if (left === 0) return;
    left -= 1;
    yield bodyOf(person, "none");
  }
};
