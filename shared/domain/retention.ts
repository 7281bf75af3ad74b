import * as z from "zod";
import { addDays, addYears, type PlainDate } from "../law/calendar.ts";
import { keysOf } from "./keys-of.ts";
import { plainDateSchema } from "./values.ts";

/**
 * 保存区分: what is kept for how long. `clock` says what starts the years of each. The published assessment names no years
 * (評価書 II-6 leaves them to the ward), so the years themselves are rows of a schedule, with their source.
 */
export const retentionClasses = {
  "qualification-filing": { title: "資格の届出書類", clock: "処理が完了または取下げとなった日" },
  "exemption-filing": { title: "免除・猶予などの届出書類", clock: "処理が完了または取下げとなった日" },
  "benefit-filing": { title: "給付の請求・届出書類", clock: "処理が完了または取下げとなった日" },
  "qualification-history": { title: "資格履歴", clock: "最後の資格を失った日(資格のない人は最後に記録した日)" },
  "exemption-history": { title: "免除・猶予・付加などの履歴", clock: "最後の資格を失った日" },
  "benefit-history": { title: "給付の履歴", clock: "受給権が消えた日" },
  income: { title: "所得情報", clock: "所得の年の末日(見直しは終えた日)" },
  "linkage-record": { title: "連携の記録(住民記録の異動、一括処理の行)", clock: "処理を終えた日" },
  "transmittal-file": { title: "進達・所得情報の出力のファイル", clock: "出した日" },
  output: { title: "出力物", clock: "作った日" },
  "request-record": { title: "開示などの請求、問合せ、事故の記録", clock: "処理を終えた日" },
  "audit-record": { title: "監査記録(アクセス記録)", clock: "記録した月の末日" },
  "temporary-file": { title: "一時ファイル", clock: "置いた日" },
} as const satisfies Record<string, { readonly title: string; readonly clock: string }>;

export type RetentionClass = keyof typeof retentionClasses;

export const retentionClassSchema = z.enum(keysOf(retentionClasses));

/** How long: in years from the end of the fiscal year (31 March) of the clock's day, as wards count papers; or in days from that day. */
const term = z.union([
  z.strictObject({ years: z.int().min(1).max(100) }),
  z.strictObject({ days: z.int().min(1).max(3_650) }),
]);

/** One row of the schedule. Of a class, the row that came into force last counts, for whatever is on file that day. */
export const retentionRow = z.strictObject({
  class: retentionClassSchema,
  inForceFrom: plainDateSchema,
  keep: term,
  /** The ward's own rule that says so. */
  source: z.string().min(1).max(200),
});
export type RetentionRow = z.infer<typeof retentionRow>;

/** A whole schedule: no class without a row, and temporary files by the day, as the rules of their buckets count. */
export const retentionScheduleSchema = z
  .array(retentionRow)
  .refine((rows) => rows.every((row) => row.class !== "temporary-file" || "days" in row.keep), {
    error: "temporary files are kept by the day",
  })
  .refine((rows) => missingClasses(rows).length === 0, { error: "a retention class has no row" });

export const missingClasses = (rows: readonly Pick<RetentionRow, "class">[]): RetentionClass[] =>
  keysOf(retentionClasses).filter((name) => !rows.some((row) => row.class === name));

/** The row of a class in force on `today`. @throws for a schedule in which the class has none yet. */
export const rowInForce = (schedule: readonly RetentionRow[], name: RetentionClass, today: PlainDate): RetentionRow => {
  const row = schedule
    .filter((each) => each.class === name && each.inForceFrom <= today)
    .toSorted((a, b) => (a.inForceFrom < b.inForceFrom ? 1 : -1))[0];
  if (row === undefined) throw new Error(`no retention row in force for ${name}`);
  return row;
};

const daysOf = ({ keep }: Pick<RetentionRow, "keep">): number => {
  if ("days" in keep) return keep.days;
  throw new Error("temporary files are kept by the day");
};

/** Days after which a temporary file goes in any case, as in force on `today`. @throws for a row that counts in years. */
export const temporaryDays = (schedule: readonly RetentionRow[], today: PlainDate): number =>
  daysOf(rowInForce(schedule, "temporary-file", today));

/** The most days that any row of the schedule, in force or to come, gives a temporary file. */
export const mostTemporaryDays = (schedule: readonly RetentionRow[]): number =>
  Math.max(...schedule.filter((row) => row.class === "temporary-file").map(daysOf));

/** The last day of the fiscal year (1 April to 31 March) that `day` lies in. */
const fiscalYearEnd = (day: PlainDate): PlainDate => {
  const year = Number(day.slice(0, 4)) + (day.slice(5) <= "03-31" ? 0 : 1);
  return `${year}-03-31` as PlainDate;
};

/** The first day on which what began its clock on `clockOn` may no longer be kept. */
export const dueOn = (clockOn: PlainDate, { keep }: Pick<RetentionRow, "keep">): PlainDate =>
  "days" in keep ? addDays(clockOn, keep.days) : addDays(addYears(fiscalYearEnd(clockOn), keep.years), 1);

const stated = "国年の既定。区の文書管理規程の条項に置き換える";
const since = "2016-01-01" as PlainDate;
const years = (name: RetentionClass, count: number): RetentionRow => ({
  class: name,
  inForceFrom: since,
  keep: { years: count },
  source: stated,
});
const days = (name: RetentionClass, count: number): RetentionRow => ({
  class: name,
  inForceFrom: since,
  keep: { days: count },
  source: stated,
});

/** What holds until the ward has put its own years in their place; nothing of it is law. */
export const defaultRetention: readonly RetentionRow[] = [
  years("qualification-filing", 5),
  years("exemption-filing", 5),
  years("benefit-filing", 5),
  years("qualification-history", 10),
  years("exemption-history", 10),
  years("benefit-history", 10),
  years("income", 5),
  years("linkage-record", 5),
  years("transmittal-file", 3),
  days("output", 4),
  years("request-record", 5),
  years("audit-record", 7),
  days("temporary-file", 35),
];
