import { type IncomeState, incomeStates, incomesRequest } from "../../../../shared/contracts/incomes.ts";
import { problem } from "../../../../shared/contracts/problems.ts";
import type { Call } from "../../../../shared/http/call.ts";
import { faultsOf } from "../../../../shared/http/faults.ts";
import type { Reply } from "../../../../shared/http/respond.ts";
import type { StorePorts } from "../../../ports.ts";
import { readIncome, withContradictions } from "../read-rows.ts";
import { takeIncomeRows } from "../take-incomes.ts";
import { takenIncomeView } from "../taken-income.ts";

/** Takes in 所得情報 row by row and answers for each. Sent again they change nothing. */
export const takeIncomes =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = incomesRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const rows = withContradictions(asked.data.incomes.map((value, at) => ({ at, row: readIncome(value) })));
    const feed = { occasion: call.occasion, trail: call.trail, index: await ports.keyring.index(), ports };
    const taken = await takeIncomeRows(rows, feed);
    const incomes = rows.flatMap(({ at, row }) => {
      const outcome = taken.get(at);
      return outcome ? [{ at, ...takenIncomeView(outcome), ...(row.ok ? {} : { faults: row.faults }) }] : [];
    });
    const counts = Object.fromEntries(
      (Object.keys(incomeStates) as IncomeState[]).map((state) => [
        state,
        incomes.filter((income) => income.state === state).length,
      ]),
    );
    return { status: 200, body: { counts, incomes } };
  };
