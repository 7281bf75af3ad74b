import { problem } from "../../shared/contracts/problems.ts";
import { monthsQuery } from "../../shared/contracts/requests.ts";
import { acquisitionCauses, categories } from "../../shared/domain/causes.ts";
import { today } from "../../shared/domain/filing.ts";
import { type RecordedMonth, recordedMonths } from "../../shared/domain/months.ts";
import { premiumToPay } from "../../shared/domain/premium-to-pay.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { addMonths, monthOf } from "../../shared/law/calendar.ts";
import type { StorePorts } from "../ports.ts";
import { readPerson } from "./read-person.ts";
import { reliefView } from "./relief-view.ts";
import { standings } from "./standings.ts";

/** A working life is 600 months; nobody asks for more at once. */
const mostMonths = 720;

const monthView = (recorded: RecordedMonth) => {
  const { month, category, period, additionalPremium, relief } = recorded;
  const toPay = premiumToPay(recorded);
  return {
    month,
    category,
    categoryLabel: category && categories[category],
    additionalPremium,
    reason: period && `${acquisitionCauses[period.fromCause]}(${period.from}から)`,
    standing: period?.fromStanding ?? null,
    standingLabel: period && standings[period.fromStanding],
    relief: relief && reliefView(relief),
    toPay: toPay && { ...toPay, standingLabel: standings[toPay.standing] },
  };
};

/** 被保険者期間, month by month, each with its reason, its 免除 and what is to be paid. Without `from` the last twelve months. */
export const showMonths =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = monthsQuery.safeParse(call.query);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const until = asked.data.until ?? monthOf(today(call.occasion));
    const from = asked.data.from ?? addMonths(until, -11);
    if (addMonths(from, mostMonths) < until)
      return problem("invalid-content", [
        { code: "out-of-range", detail: `一度に見られるのは${mostMonths}か月分までです`, pointer: "/from" },
      ]);
    const loaded = await readPerson(call, ports);
    if ("problem" in loaded) return loaded;
    return {
      status: 200,
      body: {
        from,
        until,
        months: recordedMonths(loaded.person, from, until).map(monthView),
      },
    };
  };
