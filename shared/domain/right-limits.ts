import { addDays, addMonthsToDay, firstDayOf, type PlainDate, plainMonth } from "../law/calendar.ts";
import { dutiesOf } from "./departments.ts";
import type { Grant } from "./right-events.ts";
import type { Standing } from "./rights.ts";
import type { Role } from "./roles.ts";

/** Months that a temporary right lasts at most, and that a right may be asked for ahead. */
const temporaryMonths = 3;
const monthsAhead = 3;
/** 年度 that a lasting right may reach over, its first included. */
const fiscalYears = 3;

/** The last day of the 年度 `count` 年度 on, that of `day` counted as the first. */
const fiscalYearEnd = (day: PlainDate, count: number): PlainDate => {
  const year = Number(day.slice(0, 4)) - (day.slice(5, 7) < "04" ? 1 : 0);
  return addDays(firstDayOf(plainMonth(`${year + count}-04`)), -1);
};

/** The last day that a right from `from` may be asked for. */
export const latestUntil = ({ from, temporary }: Pick<Grant, "from" | "temporary">): PlainDate =>
  temporary === null ? fiscalYearEnd(from, fiscalYears) : addDays(addMonthsToDay(from, temporaryMonths), -1);

/** Why a right cannot even be asked for, and which part of it is wrong. */
export const limitFaults = {
  "duty-not-of-department": { at: "duty", detail: "この所属で割り当てられる職務ではありません" },
  "system-missing": { at: "system", detail: "連携システムの名前を選んでください" },
  "system-of-a-person": { at: "system", detail: "連携システムの名前は、連携システムの権限にだけ付けられます" },
  "already-past": { at: "from", detail: "始めの日は今日以後にしてください" },
  "too-far-ahead": { at: "from", detail: "始めの日は3か月先までにしてください" },
  "ends-before-it-begins": { at: "until", detail: "終わりの日が始めの日より前です" },
  "lasts-too-long": {
    at: "until",
    detail: "終わりの日が遅すぎます(3年度目の末日まで。臨時の権限は3か月まで)",
  },
  "account-of-another-kind": {
    at: "officer",
    detail: "職員と連携システム、または異なる連携システムを1つのIDで兼ねることはできません",
  },
} as const satisfies Record<string, { readonly at: keyof Grant | "officer"; readonly detail: string }>;
export type LimitFault = keyof typeof limitFaults;

/** Not ended by a decision: it may be in force, lie ahead, or have run out. */
const livingGrants = ({ rights, requests }: Standing) => [...rights.filter(({ ended }) => ended === null), ...requests];

/** Faults of what is asked for on `today` (JST) for somebody who stands so; none when it may be put to a 所属長. */
export const grantFaults = (grant: Grant, standing: Standing, today: PlainDate): LimitFault[] => {
  const { duty, department, system, from, until } = grant;
  const isSystem = duty === "system";
  const faults: [LimitFault, boolean][] = [
    ["duty-not-of-department", !(dutiesOf[department] as readonly Role[]).includes(duty)],
    ["system-missing", isSystem && system === null],
    ["system-of-a-person", !isSystem && system !== null],
    ["already-past", from < today],
    ["too-far-ahead", from > addMonthsToDay(today, monthsAhead)],
    ["ends-before-it-begins", until < from],
    ["lasts-too-long", until > latestUntil(grant)],
    ["account-of-another-kind", livingGrants(standing).some((other) => other.system !== system)],
  ];
  return faults.flatMap(([fault, holds]) => (holds ? [fault] : []));
};
