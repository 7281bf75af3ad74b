import { monthsIn } from "../law/month-span.ts";
import { cycleMonths } from "../law/year-cycle.ts";
import type { IncomeRequest } from "./income-requests.ts";
import { incomeRequests } from "./layouts/income-requests.ts";
import { unpaidMonths } from "./layouts/unpaid-months.ts";
import type { FileHeader } from "./record-file.ts";
import { composeRecordFile } from "./record-file-writer.ts";
import type { UnpaidMonths } from "./unpaid-list.ts";

/**
 * The sender's side of 所得情報提供依頼 and of 未納者一覧. Kokunen itself never sends one: the tests stand in for 日本年金機構
 * with it. @throws RangeError when a value does not fit its field.
 */
export const composeIncomeRequests = (requests: readonly IncomeRequest[], context: FileHeader): Uint8Array =>
  composeRecordFile(
    incomeRequests,
    requests.map((request) => ({ ...request, incomeYear: String(request.incomeYear) })),
    context,
  );

export const composeUnpaidList = (people: readonly UnpaidMonths[], context: FileHeader): Uint8Array =>
  composeRecordFile(
    unpaidMonths,
    people.map(({ basicPensionNumber, exemptionYear, months }) => ({
      basicPensionNumber,
      exemptionYear: String(exemptionYear),
      unpaidMonths: monthsIn(cycleMonths("exemption", exemptionYear))
        .map((month) => (months.has(month) ? "1" : "0"))
        .join(""),
    })),
    context,
  );
