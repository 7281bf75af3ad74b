import { today } from "../../../shared/domain/filing.ts";
import { isSameRecord } from "../../../shared/domain/income-correction.ts";
import { incomeRecord, isYearOpen } from "../../../shared/domain/income-record.ts";
import type { IncomeRow } from "../../../shared/domain/income-row.ts";
import { recordOfRow } from "../../../shared/domain/income-told.ts";
import { itemsOf } from "../../../shared/domain/items-of.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import type { Write } from "../../../shared/stores/database.ts";
import { newCorrectionWrites } from "../../../shared/stores/income-corrections.ts";
import { incomeKey, incomeOf, incomeWrites } from "../../../shared/stores/incomes.ts";
import { loadedPerson, personCheck, personRows } from "../../../shared/stores/people.ts";
import type { Feed } from "../feed.ts";
import { reopening } from "./reopening.ts";
import { codesOf, type IncomeMark, quarantined, type TakenIncome } from "./taken-income.ts";

const attempts = 4;

interface Step {
  readonly taken: TakenIncome;
  readonly writes: readonly Write[];
}

const held = (taken: TakenIncome): Step => ({ taken, writes: [] });

const stepFor = async (income: IncomeRow, { index, occasion, ports }: Feed): Promise<Step> => {
  if (income.headDependants !== undefined && !ports.covered.has("head-dependants"))
    return held(quarantined("beyond-assessment"));
  const year = income.incomeYear;
  if (isYearOpen(year, today(occasion))) return held(quarantined("future"));
  const person = index.person(income.atenaNumber);
  const [row, ...personItems] = await ports.database.getAll([
    { table: "incomes", key: incomeKey(person, year) },
    ...personRows(person),
  ]);
  const [snapshot, keyRow] = personItems;
  if (!snapshot || !keyRow) return held(quarantined("unknown-person"));
  const record = recordOfRow(income);
  const before = row && incomeOf(row, await ports.keyring.open(keyRow));
  if (before && isSameRecord(before.record, record))
    return held({ state: "recorded", reason: null, repeated: true, correctionId: null });
  const loaded = await loadedPerson(person, personItems, ports.keyring);
  if (loaded.person.facts === null) return held(quarantined("unknown-person"));
  const version = (before?.version ?? 0) + 1;
  const opened = await reopening(
    { loaded, year, before: before?.record ?? null, after: record, version },
    occasion,
    ports,
  );
  return {
    taken: {
      state: before ? "corrected" : "recorded",
      reason: null,
      repeated: false,
      correctionId: opened?.correctionId ?? null,
    },
    writes: [
      ...incomeWrites({ person, year, key: loaded.key, record, at: occasion.at, before: row }),
      // What is decided on this person at the same moment is seen by one of the two.
      personCheck(loaded),
      ...(opened ? newCorrectionWrites(opened) : []),
    ],
  };
};

/**
 * Takes in one row: the record, the version before it, the 更正 it opens, the trail and the mark are one transaction. What
 * came last counts. @throws when others keep changing the same person.
 */
export const takeIncome = async (income: IncomeRow, feed: Feed, mark: IncomeMark = () => []): Promise<TakenIncome> => {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { taken, writes } = await stepFor(income, feed);
    const outcome = await feed.ports.database.transact([
      ...writes,
      ...mark(taken),
      auditWrite(
        feed.trail({
          subjects: [feed.index.auditSubject(feed.index.person(income.atenaNumber))],
          object: taken.correctionId ?? String(income.incomeYear),
          items: taken.state === "quarantined" ? [] : itemsOf(incomeRecord),
          purpose: "tax-information",
          codes: codesOf(taken),
        }),
      ),
    ]);
    if (outcome.ok) return taken;
  }
  throw new Error("所得情報 of a person was contended on every attempt");
};
