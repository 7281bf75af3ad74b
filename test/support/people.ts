import { attainmentDay } from "../../shared/law/age.ts";
import { plainDate } from "../../shared/law/calendar.ts";
import { generateWard } from "../../tools/ward/generate.ts";

export const today = plainDate("2026-11-23");

/** Generated people of working age, as a 届書 names them. */
export const applicants = (count: number, seed = 7) =>
  [...generateWard({ seed, people: count * 4 + 40, today })]
    .filter((person) => attainmentDay(person.birthDate, 25) <= today && attainmentDay(person.birthDate, 55) > today)
    .filter(
      (person) => person.basicPensionNumber !== undefined && !/[\u{10000}-\u{10ffff}髙﨑邉瀨濵]/u.test(person.name),
    )
    .slice(0, count)
    .map(
      ({ atenaNumber, basicPensionNumber, individualNumber, name, nameKana, birthDate, sex, postalCode, address }) => ({
        atenaNumber,
        basicPensionNumber,
        individualNumber,
        name,
        nameKana,
        birthDate,
        sex,
        postalCode,
        address,
      }),
    );

export const applicant = () => {
  const [person] = applicants(1);
  if (!person) throw new Error("the generated ward has nobody of working age");
  return person;
};

type Person = ReturnType<typeof applicant>;

const header = {
  filedOn: "2026-11-20",
  eventOn: "2026-11-16",
  counter: "main-office",
  channel: "counter",
  filer: "insured",
  identityDocument: "drivers-licence",
};

export const acquisitionOf = (person: Person, over: object = {}) => ({
  ...header,
  person,
  documents: ["passport"],
  details: { cause: "moved-into-japan" },
  ...over,
});

export const changeFrom2Of = (person: Person, over: object = {}) => ({
  ...header,
  person,
  documents: ["loss-certificate"],
  details: {},
  ...over,
});

export const lossOf = (person: Person, over: object = {}) => ({
  ...header,
  eventOn: "2026-11-18",
  person,
  documents: ["moving-out-notice"],
  details: { cause: "moved-abroad" },
  ...over,
});
