import {
  type IncomeQuarantine,
  type IncomeState,
  incomeQuarantine,
  incomeStates,
} from "../../../shared/contracts/incomes.ts";
import type { CorrectionId } from "../../../shared/domain/ids.ts";
import type { Write } from "../../../shared/stores/database.ts";

/** What became of one row. */
export interface TakenIncome {
  readonly state: IncomeState;
  readonly reason: IncomeQuarantine | null;
  /** Known before, with the same content: nothing was written. */
  readonly repeated: boolean;
  /** The 更正 that it opened for a clerk to look at; null where nothing was decided on it. */
  readonly correctionId: CorrectionId | null;
}

/** What is to be written together with the outcome: a file's mark on the line. */
export type IncomeMark = (taken: TakenIncome) => readonly Write[];

export const quarantined = (reason: IncomeQuarantine): TakenIncome => ({
  state: "quarantined",
  reason,
  repeated: false,
  correctionId: null,
});

/** Codes for the access trail. */
export const codesOf = ({ state, reason, repeated, correctionId }: TakenIncome): string[] => [
  state,
  ...(reason === null ? [] : [reason]),
  ...(repeated ? ["repeated"] : []),
  ...(correctionId === null ? [] : ["reopened"]),
];

/** What became of a row, nothing of the person. */
export const takenIncomeView = (taken: TakenIncome) => ({
  ...taken,
  stateLabel: incomeStates[taken.state],
  ...(taken.reason === null ? {} : { detail: incomeQuarantine[taken.reason] }),
});
