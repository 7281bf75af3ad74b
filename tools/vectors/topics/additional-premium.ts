import {
  additionalPremiumEndsFrom,
  additionalPremiumFrom,
  deemedWithdrawalOn,
  mayPayAdditional,
} from "../../../shared/law/additional-premium.ts";
import { addMonths, monthOf, type PlainDate, type PlainMonth } from "../../../shared/law/calendar.ts";
import { additionalPension } from "../../../shared/law/old-age-pension.ts";
import { additionalPremium as additionalPremiumYen } from "../../../shared/law/premium.ts";
import type { Relief } from "../../../shared/law/relief-priority.ts";
import { type Input, InputError, type Topic, wordIn } from "../input.ts";
import { monthNames } from "../month-names.ts";

const reliefs: Readonly<Record<string, Relief | "none">> = {
  なし: "none",
  納付申出: "none",
  産前産後: "maternity",
  産前産後免除: "maternity",
  育児: "childcare",
  育児免除: "childcare",
  育児期間免除: "childcare",
  法定: "statutory",
  法定免除: "statutory",
  免除: "full",
  申請免除: "full",
  全額: "full",
  全額免除: "full",
  猶予: "deferment",
  納付猶予: "deferment",
  学特: "student-deferment",
  学生納付特例: "student-deferment",
  "4分の3": "three-quarters",
  "3/4": "three-quarters",
  "3/4免除": "three-quarters",
  "4分の3免除": "three-quarters",
  半額: "half",
  半額免除: "half",
  一部免除: "half",
  "1/2": "half",
  "1/2免除": "half",
  "4分の1": "quarter",
  "1/4": "quarter",
  "1/4免除": "quarter",
  "4分の1免除": "quarter",
};

/** Flags such as `octoberPaid`: the months of that name from the one before the withdrawal on. */
const paidMonths = (input: Input, withdrawnOn: PlainDate): ReadonlySet<PlainMonth> => {
  const first = addMonths(monthOf(withdrawnOn), -1);
  const year = Array.from({ length: 12 }, (_, at) => addMonths(first, at));
  return new Set(year.filter((month) => input.flag(`${monthNames[Number(month.slice(5)) - 1]}Paid`) === true));
};

/** 付加保険料. */
export const additionalPremium: Topic = (input) => {
  if (input.keys().length === 0) throw new InputError("input is empty");
  const [applied, withdrawn, joined] = [
    input.date("applyDate"),
    input.date("withdrawDate"),
    input.date("fundJoinDate"),
  ];
  const months = input.number("months");
  const relief = wordIn(reliefs, input.text("exempt") ?? "なし", "exempt");
  const state = {
    category: input.category("type") ?? ("1" as const),
    relief: relief === "none" ? null : relief,
    isFundMember: input.flag("fundMember", "kikin") === true,
  };
  const allowed = mayPayAdditional(state).ok;
  return {
    fukaAllowed: allowed,
    startMonth: applied === undefined ? undefined : allowed ? additionalPremiumFrom(applied) : null,
    endFrom: withdrawn === undefined ? undefined : additionalPremiumEndsFrom(withdrawn, paidMonths(input, withdrawn)),
    deemedWithdrawDate: joined === undefined ? undefined : deemedWithdrawalOn(joined),
    fukaAllowedAfter: joined === undefined ? undefined : mayPayAdditional({ ...state, isFundMember: true }).ok,
    annualYen: months === undefined ? undefined : additionalPension(months),
    monthlyYen: additionalPremiumYen,
  };
};
