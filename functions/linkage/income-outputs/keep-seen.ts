import type { PersonId } from "../../../shared/domain/ids.ts";
import { incomeRecord } from "../../../shared/domain/income-record.ts";
import { itemsOf } from "../../../shared/domain/items-of.ts";
import type { RecordItemId } from "../../../shared/domain/record-items.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { groupsOf } from "../../groups-of.ts";
import type { StepWork } from "./step-work.ts";

/** People named in one entry of the trail: it fits an item many times over. */
const subjectsAtOnce = 500;

/** What an output reads of a person besides the income. */
const itemsOfPerson = [
  "insured.basicPensionSymbol",
  "addressee.birthDate",
  "insured.insuredCategory",
  "insured.exemptionType",
  "insured.exemptionStartDate",
  "insured.exemptionEndDate",
] as const satisfies readonly RecordItemId[];

/** The trail of whose records are about to be opened. @throws when it cannot be written: then none is. */
export const keepSeen = async (
  people: readonly PersonId[],
  { output, index, call, ports }: StepWork,
  more: readonly RecordItemId[] = [],
): Promise<void> => {
  const items = [...itemsOf(incomeRecord), ...itemsOfPerson, ...more];
  for (const group of groupsOf([...new Set(people)], subjectsAtOnce))
    await keepTrail(
      ports.database,
      call.trail({
        subjects: group.map((person) => index.auditSubject(person)),
        object: output.outputId,
        items,
        purpose: "income-output",
      }),
    );
};
