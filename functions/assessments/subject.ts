import type { AssessmentRequest } from "../../shared/contracts/assessments.ts";
import { type Problem, problem } from "../../shared/contracts/problems.ts";
import { type IncomeRecord, incomeRecord } from "../../shared/domain/income-record.ts";
import { itemsOf } from "../../shared/domain/items-of.ts";
import { foldLedger } from "../../shared/domain/ledger.ts";
import type { Application } from "../../shared/flows/application.ts";
import type { Call } from "../../shared/http/call.ts";
import type { PlainDate } from "../../shared/law/calendar.ts";
import { compulsoryAges } from "../../shared/law/qualification.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import { incomeKey, incomeOf } from "../../shared/stores/incomes.ts";
import { readPerson } from "../people/read-person.ts";
import { itemsOfInsured } from "../people/recipient-items.ts";
import type { StorePorts } from "../ports.ts";

/** Whom an assessment is about, and what is on file of them. */
export interface Subject {
  readonly birthDate: PlainDate;
  readonly record: Application["record"];
  /** 所得情報 on file, by year of income. */
  readonly incomes: ReadonlyMap<number, IncomeRecord>;
}

type Unnamed = NonNullable<AssessmentRequest["person"]>;

const nobodyOnFile = foldLedger([]);

/** Somebody of whom nothing is on file but what the counter was told. */
const described = ({ birthDate, periods }: Unnamed): Subject => {
  const stated =
    periods === "throughout"
      ? [{ category: "1" as const, from: compulsoryAges(birthDate).from, until: null }]
      : periods;
  return {
    birthDate,
    incomes: new Map(),
    record: {
      ...nobodyOnFile,
      periods: stated.map((period) => ({
        ...period,
        fromCause: "turned-20",
        fromStanding: "provisional",
        untilCause: null,
        untilStanding: null,
        expiresOn: null,
      })),
    },
  };
};

const looked = (incomes: boolean) => [...new Set([...itemsOfInsured, ...(incomes ? itemsOf(incomeRecord) : [])])];

/** Somebody on file, with the 所得情報 of `years`: none where no income decides. */
export const subjectOnFile = async (
  call: Call,
  ports: StorePorts,
  atenaNumber: string,
  years: readonly number[],
): Promise<Subject | Problem> => {
  const loaded = await readPerson(call, ports, { atenaNumber, items: () => looked(years.length > 0) });
  if ("problem" in loaded) return loaded;
  const { person, personId, key } = loaded;
  if (person.facts === null) return problem("not-found");
  const rows = await ports.database.getAll(
    years.map((year) => ({ table: "incomes", key: incomeKey(personId, year) }) as const),
  );
  const incomes = years.flatMap((year, at) => {
    const row = rows[at];
    return row === undefined ? [] : [[year, incomeOf(row, key).record] as const];
  });
  return { birthDate: person.facts.birthDate, record: person, incomes: new Map(incomes) };
};

/** The one who is asked about, once the trail says so; `years` are those whose income may decide. */
export const subjectOf = async (
  call: Call,
  ports: StorePorts,
  { atenaNumber, person }: AssessmentRequest,
  years: readonly number[],
): Promise<Subject | Problem> => {
  if (person === undefined) return subjectOnFile(call, ports, atenaNumber ?? "", years);
  await keepTrail(ports.database, call.trail({ purpose: "assessment" }));
  return described(person);
};
