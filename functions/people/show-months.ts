import { problem } from "../../shared/contracts/problems.ts";
import { monthsQuery } from "../../shared/contracts/requests.ts";
import { acquisitionCauses, categories } from "../../shared/domain/causes.ts";
import { today } from "../../shared/domain/filing.ts";
import { recordedMonths } from "../../shared/domain/months.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { addMonths, monthOf } from "../../shared/law/calendar.ts";
import type { StorePorts } from "../ports.ts";
import { standings } from "./person-view.ts";
import { readPerson } from "./read-person.ts";

/** A working life is 600 months; nobody asks for more at once. */
const mostMonths = 720;

/** 被保険者期間, month by month, each with its reason. Without `from` the last twelve months. */
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
        months: recordedMonths(loaded.person, from, until).map(({ month, category, period, additionalPremium }) => ({
          month,
          category,
          categoryLabel: category && categories[category],
          additionalPremium,
          reason: period && `${acquisitionCauses[period.fromCause]}(${period.from}から)`,
          standing: period?.fromStanding ?? null,
          standingLabel: period && standings[period.fromStanding],
        })),
      },
    };
  };
