import { benefitKinds, incomeLimitedKinds, isIncomeLimited, suspensionTypes } from "../../shared/domain/benefits.ts";
import { expectedSuspension } from "../../shared/domain/expected-suspension.ts";
import type { Recipient } from "../../shared/domain/recipients.ts";
import { type PlainMonth, plainMonth } from "../../shared/law/calendar.ts";
import { type Suspension, suspensionIncomeYear } from "../../shared/law/disability-income-limit.ts";
import { incomeKey, incomeOf } from "../../shared/stores/incomes.ts";
import { readRows } from "../read-rows.ts";
import type { Asked, List, ListRow } from "./list.ts";
import { type RightOfPerson, rightsUnder } from "./recipients-under.ts";

const expectedLabels = { none: "停止なし", half: "2分の1停止", all: "全額停止" } as const satisfies Record<
  Suspension,
  string
>;

const byIncome: Readonly<Record<string, Suspension>> = { none: "none", "income-half": "half", "income-all": "all" };

/** What of the suspension of a right is to be looked at for the October. */
const turnOf = ({ kind, facts }: Recipient, october: PlainMonth, income: Parameters<typeof expectedSuspension>[1]) => {
  const now = byIncome[facts.suspensionType ?? "none"];
  if (kind === "old-age-welfare") return { expected: "", turn: "日本年金機構の決定による" };
  const expected = expectedSuspension(october, income);
  if (!expected.known) return { expected: "見込みなし", turn: expected.why };
  const label = expectedLabels[expected.decision.suspension];
  if (now === undefined) return { expected: label, turn: "ほかの事由で停止中" };
  return { expected: label, turn: now === expected.decision.suspension ? "変わらない見込み" : "変わる見込み" };
};

const withIncomes = async (
  rights: readonly RightOfPerson[],
  year: number,
  { database }: Asked,
): Promise<{ readonly each: RightOfPerson; readonly income: Parameters<typeof expectedSuspension>[1] }[]> => {
  const rows = await readRows(
    database,
    rights.map(({ loaded }) => ({ table: "incomes", key: incomeKey(loaded.personId, year) }) as const),
  );
  return rights.map((each, at) => {
    const row = rows[at];
    return { each, income: row === undefined ? null : incomeOf(row, each.loaded.key).record };
  });
};

/**
 * 10月の支給停止切替一覧: rights that income may suspend, as they stand and as 所得情報 lets expect them from the October of the year
 * (参考; 日本年金機構 decides). The income is that of the year before.
 */
export const suspensionTurn: List = {
  usual: { back: 0, ahead: 0 },
  columns: [
    ["atenaNumber", "宛名番号"],
    ["kind", "年金・給付"],
    ["seq", "連番"],
    ["now", "いまの支給停止"],
    ["since", "停止・解除の年月"],
    ["incomeYear", "所得の年"],
    ["expected", "10月からの見込み(参考)"],
    ["turn", "切替え"],
  ],
  rows: async (asked) => {
    const october = plainMonth(`${asked.from.slice(0, 4)}-10`);
    const incomeYear = suspensionIncomeYear(october);
    const rights = (await rightsUnder(asked, "income-limited", incomeLimitedKinds)).filter(({ right }) =>
      isIncomeLimited(right.kind),
    );
    if (rights.length > asked.most) return undefined;
    return (await withIncomes(rights, incomeYear, asked)).map(
      ({ each: { atenaNumber, right }, income }): ListRow => ({
        atenaNumber,
        kind: benefitKinds[right.kind],
        seq: right.seq,
        now: suspensionTypes[right.facts.suspensionType ?? "none"],
        since: right.facts.suspensionMonth ?? "",
        incomeYear,
        ...turnOf(right, october, income),
      }),
    );
  },
};
