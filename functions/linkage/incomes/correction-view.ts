import { correctionStates } from "../../../shared/domain/correction-states.ts";
import type { AtenaNumber } from "../../../shared/domain/ids.ts";
import type { ExaminedPart } from "../../../shared/domain/income-correction.ts";
import { exemptionTypes } from "../../../shared/domain/reliefs.ts";
import { type CorrectionRow, openCorrection } from "../../../shared/stores/income-corrections.ts";
import { type LoadedPerson, loadedPerson, personRows } from "../../../shared/stores/people.ts";
import type { StorePorts } from "../../ports.ts";
import { referenceView } from "./income-view.ts";

const partNames = {
  exists: "該当被保険者の有無",
  insured: "被保険者の所得・扶養など",
  spouse: "配偶者の所得・扶養など",
  head: "世帯主の所得・扶養など",
  unidentifiedReason: "未特定理由",
} as const satisfies Record<ExaminedPart, string>;

export const ownerOf = async ({ personId }: CorrectionRow, ports: StorePorts): Promise<LoadedPerson> =>
  loadedPerson(personId, await ports.database.getAll(personRows(personId)), ports.keyring);

/** A 更正 as a clerk needs it: whose, what of it changed, whether 参考情報 changed with it, and what was decided before. */
export const correctionView = (row: CorrectionRow, loaded: LoadedPerson) => {
  const { before, after, changed, filings, exemptions, note } = openCorrection(loaded.key, row);
  const atenaNumber: AtenaNumber | null = loaded.person.facts?.atenaNumber ?? null;
  return {
    correctionId: row.correctionId,
    state: row.state,
    stateLabel: correctionStates[row.state],
    atenaNumber,
    year: row.year,
    incomeVersion: row.incomeVersion,
    openedAt: row.openedAt,
    changed: changed.map((part) => ({ part, label: partNames[part] })),
    criteriaChanged: JSON.stringify(before) !== JSON.stringify(after),
    before: before && referenceView(before),
    after: referenceView(after),
    filings,
    exemptions: exemptions.map((span) => ({ ...span, typeLabel: exemptionTypes[span.type] })),
    note,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt,
  };
};
