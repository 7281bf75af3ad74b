import type { Write } from "../../../shared/stores/database.ts";
import type { IncomeOutput } from "../../../shared/stores/income-outputs.ts";
import { nonePlacedSince, placedSoFar } from "../../../shared/stores/suspensions.ts";
import type { OutputPorts } from "./ports.ts";

/** Somebody's 利用 was suspended after the first step: whether they are in the file, it does not say. */
export const isOutdated = async ({ suspensionsPlaced }: IncomeOutput, { database }: OutputPorts): Promise<boolean> =>
  suspensionsPlaced !== null && (await placedSoFar(database)) !== suspensionsPlaced;

/** What is made or approved holds nobody whose 利用 was suspended since its first step. */
export const notOutdated = ({ suspensionsPlaced }: IncomeOutput): Write[] =>
  suspensionsPlaced === null ? [] : [nonePlacedSince(suspensionsPlaced)];
