import { benefitKinds } from "../../shared/domain/benefits.ts";
import type { Recipient } from "../../shared/domain/recipients.ts";
import { addMonths, monthOf, type PlainDate, type PlainMonth } from "../../shared/law/calendar.ts";
import { certificateWindow } from "../../shared/law/claim-limits.ts";
import { daysApart } from "./days.ts";
import type { List } from "./list.ts";
import { type RightOfPerson, rightsUnder } from "./recipients-under.ts";

const monthsOf = (from: PlainDate, to: PlainDate): PlainMonth[] => {
  const months: PlainMonth[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1)) months.push(month);
  return months;
};

/** Whether the certificate of the month has come in: whatever was handed in since it may be made. */
const handedIn = ({ history }: Recipient, month: PlainMonth): boolean =>
  history.some(({ change, on }) => change === "state-reported" && on >= certificateWindow(month).from);

const stateOf = ({ facts }: Recipient, until: PlainDate, today: PlainDate): string => {
  if (facts.suspensionType === "certificate-overdue") return "差止め中";
  return until < today ? "期限超過(差止めのおそれ)" : "期限前";
};

const lineOf = ({ atenaNumber, right }: RightOfPerson, month: PlainMonth, today: PlainDate) => {
  const { until } = certificateWindow(month);
  return {
    atenaNumber,
    kind: benefitKinds[right.kind],
    seq: right.seq,
    month,
    until,
    days: until < today ? daysApart(until, today) : "",
    state: stateOf(right, until, today),
  };
};

/**
 * 診断書督促一覧: rights under 有期認定 whose 次回診断書提出年月 lies in the period and whose certificate has not come in, the longest
 * overdue first. It ends with the 診査 that 日本年金機構 sends: the right then has another month, or none.
 */
export const certificatesDue: List = {
  usual: { back: 92, ahead: 92 },
  columns: [
    ["atenaNumber", "宛名番号"],
    ["kind", "年金・給付"],
    ["seq", "連番"],
    ["month", "次回診断書提出年月"],
    ["until", "提出期限"],
    ["days", "超過日数"],
    ["state", "状態"],
  ],
  rows: async (asked) => {
    const { from, to, today, most } = asked;
    const months = monthsOf(from, to);
    const rights = await rightsUnder(asked, "certificate-due", months);
    const lines = rights.flatMap((each) => {
      const { nextCertificateMonth: month, determination } = each.right.facts;
      const due = month !== undefined && months.includes(month) && determination !== "permanent";
      return due && !handedIn(each.right, month) ? [lineOf(each, month, today)] : [];
    });
    return lines.length > most
      ? undefined
      : lines.toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
  },
};
