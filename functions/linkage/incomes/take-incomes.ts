import type { IncomeQuarantine } from "../../../shared/contracts/incomes.ts";
import type { IncomeRow } from "../../../shared/domain/income-row.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import type { Feed, Placed } from "../feed.ts";
import { sideBySide } from "../side-by-side.ts";
import type { IncomeRowRead } from "./read-rows.ts";
import { takeIncome } from "./take-income.ts";
import { codesOf, type IncomeMark, quarantined, type TakenIncome } from "./taken-income.ts";

const attempts = 4;

/** A row that nobody need look up a person for. Nothing of it is kept. @throws when its mark is there already. */
const refuse = async (reason: IncomeQuarantine, feed: Feed, mark: IncomeMark): Promise<TakenIncome> => {
  const taken = quarantined(reason);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const outcome = await feed.ports.database.transact([
      ...mark(taken),
      auditWrite(feed.trail({ purpose: "tax-information", codes: codesOf(taken) })),
    ]);
    if (outcome.ok) return taken;
  }
  throw new Error("a row of 所得情報 could not be marked as refused");
};

type PlacedIncome = { readonly at: number; readonly income: IncomeRow };

/** Takes rows in while `goOn` says so; answers with those that were taken, by place. */
export const takeIncomeRows = async (
  rows: readonly Placed<IncomeRowRead>[],
  feed: Feed,
  mark: (at: number) => IncomeMark = () => () => [],
  goOn: () => boolean = () => true,
): Promise<ReadonlyMap<number, TakenIncome>> => {
  const taken = new Map<number, TakenIncome>();
  for (const { at, row } of rows)
    if (!(row.ok && !row.contradicts) && goOn())
      taken.set(at, await refuse(row.ok ? "duplicate" : "malformed-row", feed, mark(at)));

  const incomes = rows.flatMap(({ at, row }): PlacedIncome[] =>
    row.ok && !row.contradicts ? [{ at, income: row.income }] : [],
  );
  await sideBySide(
    Map.groupBy(incomes, ({ income }) => income.atenaNumber).values(),
    async ({ at, income }) => {
      taken.set(at, await takeIncome(income, feed, mark(at)));
    },
    goOn,
  );
  return taken;
};
