import type { Problem } from "../../shared/contracts/problems.ts";
import type { IncomeRecord } from "../../shared/domain/income-record.ts";
import type { Person } from "../../shared/domain/ledger.ts";
import type { Call } from "../../shared/http/call.ts";
import type { PlainDate } from "../../shared/law/calendar.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import type { StorePorts } from "../ports.ts";
import { subjectOnFile } from "./subject.ts";

/** Whose 給付 is asked about. Of somebody not on file there is no record and no income. */
export interface BenefitSubject {
  readonly birthDate: PlainDate;
  readonly record: Pick<Person, "periods" | "additionalPremiums" | "reliefs"> | null;
  readonly incomes: ReadonlyMap<number, IncomeRecord>;
}

/** How a request says whom it is about: one of the two. */
export interface Whom {
  readonly atenaNumber?: string | undefined;
  readonly person?: { readonly birthDate: PlainDate } | undefined;
}

/** The one who is asked about, once the trail says so; `years` are those whose income decides. */
export const benefitSubjectOf = async (
  call: Call,
  ports: StorePorts,
  { atenaNumber, person }: Whom,
  years: readonly number[],
): Promise<BenefitSubject | Problem> => {
  if (person === undefined) return subjectOnFile(call, ports, atenaNumber ?? "", years);
  await keepTrail(ports.database, call.trail({ object: call.params.kind ?? null, purpose: "assessment" }));
  return { birthDate: person.birthDate, record: null, incomes: new Map() };
};
