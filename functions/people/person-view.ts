import { acquisitionCauses, categories, lossCauses } from "../../shared/domain/causes.ts";
import { type Person, periodOn, type QualificationPeriod } from "../../shared/domain/ledger.ts";
import type { PlainDate } from "../../shared/law/calendar.ts";
import { maskPerson, type Viewer } from "../../shared/protection/mask-person.ts";
import { standings } from "./standings.ts";

const causes = { ...acquisitionCauses, ...lossCauses, "category-changed": "種別変更" } as const;

export const periodView = (period: QualificationPeriod) => ({
  ...period,
  categoryLabel: categories[period.category],
  fromCauseLabel: causes[period.fromCause],
  fromStandingLabel: standings[period.fromStanding],
  untilCauseLabel: period.untilCause && causes[period.untilCause],
  untilStandingLabel: period.untilStanding && standings[period.untilStanding],
});

export const personView = (person: Person, on: PlainDate, viewer: Viewer) => {
  const current = periodOn(person.periods, on);
  return {
    facts: person.facts && maskPerson(person.facts, person.addressProtected, viewer),
    qualification: { on, enrolled: current !== undefined, period: current ? periodView(current) : null },
  };
};
