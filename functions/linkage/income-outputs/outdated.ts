import type { Write } from "../../../shared/stores/database.ts";
import type { IncomeOutput } from "../../../shared/stores/income-outputs.ts";
import { changesSoFar, noneChangedSince } from "../../../shared/stores/suspensions.ts";
import type { OutputPorts } from "./ports.ts";

/** A 利用停止 was placed or lifted after the first step: whether it is of somebody in the file, that does not say. */
export const isOutdated = async ({ suspensionChanges }: IncomeOutput, { database }: OutputPorts): Promise<boolean> =>
  suspensionChanges !== null && (await changesSoFar(database)) !== suspensionChanges;

/** No 利用停止 was placed or lifted since the first step, at the moment of a transaction. */
export const notOutdated = ({ suspensionChanges }: IncomeOutput): Write[] =>
  suspensionChanges === null ? [] : [noneChangedSince(suspensionChanges)];
