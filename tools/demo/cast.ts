import { unmappableCodePoints } from "../../shared/documents/shift-jis.ts";
import { attainmentDay } from "../../shared/law/age.ts";
import type { PlainDate } from "../../shared/law/calendar.ts";
import { generateWard } from "../ward/generate.ts";
import { factsOf } from "../ward/load-ward.ts";
import type { SyntheticPerson } from "../ward/person.ts";
import { pickScenarios } from "../ward/scenarios.ts";

/** A 届出 to be filed in the demo. */
export interface Planned {
  readonly flow: "acquisition" | "change-from-category-2" | "change-from-category-3" | "loss";
  readonly person: SyntheticPerson;
  readonly late: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

export const form = {
  acquisition: "A01",
  "change-from-category-2": "A03",
  "change-from-category-3": "A04",
  loss: "A05",
} as const;

const header = {
  counter: "main-office",
  channel: "counter",
  filer: "insured",
  identityDocument: "individual-number-card",
};

export const acquisitionBody = (person: SyntheticPerson, eventOn: PlainDate, today: PlainDate) => ({
  ...header,
  person: factsOf(person),
  filedOn: today,
  eventOn,
  documents: ["passport"],
  details: { cause: "moved-into-japan" },
});

/** Whose name and address a medium in Shift_JIS can carry. */
export const mappable = (ward: readonly SyntheticPerson[]): readonly SyntheticPerson[] =>
  ward.filter(
    ({ name, address }) => unmappableCodePoints("full-width", name + address.replace(/[!-~]/g, "")).length === 0,
  );

/** The filings of a week, by people of the ward: some late, all true to the records on file. */
export const planFilings = (ward: readonly SyntheticPerson[], today: PlainDate): readonly Planned[] => {
  const picked = pickScenarios(ward, today, {
    acquisition: 6,
    changeFromCategory2: 8,
    changeFromCategory3: 4,
    lossMovedAbroad: 6,
  });
  const common = (person: SyntheticPerson, eventOn: PlainDate) => ({
    ...header,
    person: factsOf(person),
    filedOn: today,
    eventOn,
  });
  return [
    ...picked.acquisition.map(
      ({ person, late, eventOn }): Planned => ({
        flow: "acquisition",
        person,
        late,
        body: acquisitionBody(person, eventOn, today),
      }),
    ),
    ...picked.changeFromCategory2.map(
      ({ person, late, eventOn }): Planned => ({
        flow: "change-from-category-2",
        person,
        late,
        body: { ...common(person, eventOn), documents: ["loss-certificate"], details: {} },
      }),
    ),
    ...picked.changeFromCategory3.map(
      ({ person, late, eventOn, spouse }): Planned => ({
        flow: "change-from-category-3",
        person,
        late,
        body: {
          ...common(person, eventOn),
          documents: ["dependent-loss-certificate"],
          details: { cause: "spouse-left-employment", spouseName: spouse.name, spouseBirthDate: spouse.birthDate },
        },
      }),
    ),
    ...picked.lossMovedAbroad.map(
      ({ person, late, eventOn }): Planned => ({
        flow: "loss",
        person,
        late,
        body: { ...common(person, eventOn), documents: ["moving-out-notice"], details: { cause: "moved-abroad" } },
      }),
    ),
  ];
};

/** Someone not on file whose name holds 𠮷, which no medium in Shift_JIS can carry: the ward's next resident of that name. */
export const newcomerWithRareName = (ward: { seed: number; people: number }, today: PlainDate): SyntheticPerson => {
  let index = 0;
  for (const person of generateWard({ seed: ward.seed, people: 20 * ward.people, today })) {
    index += 1;
    const ofAge = attainmentDay(person.birthDate, 22) < today && attainmentDay(person.birthDate, 58) > today;
    if (index > ward.people && ofAge && person.name.includes("𠮷")) return person;
  }
  throw new Error("the generator made nobody of that name");
};
