import * as z from "zod";
import type { ResultRecord } from "../../shared/documents/result-record.ts";
import { addMonths, addYears, monthOf, type PlainDate } from "../../shared/law/calendar.ts";
import type { ExemptionKind } from "../../shared/law/exemption-decision.ts";
import { cycleMonths, cycleYear, incomeYear } from "../../shared/law/year-cycle.ts";
import { headOf, incomeOf } from "../ward/income-rows.ts";
import { factsOf } from "../ward/load-ward.ts";
import type { SyntheticPerson } from "../ward/person.ts";
import { mappable, planFilings } from "./cast.ts";
import { filingAnswer } from "./client.ts";
import { importFile, resultFile } from "./jps.ts";
import { act, type Stage } from "./stage.ts";
import { checkFiles, decide, startRun } from "./transmittal.ts";

const assessmentAnswer = z.object({
  forms: z.array(
    z.object({
      spans: z.array(z.object({ outcome: z.string(), findings: z.array(z.object({ message: z.string() })) })),
    }),
  ),
});
const decidedAnswer = filingAnswer.extend({ reasons: z.array(z.object({ code: z.string(), message: z.string() })) });
const incomesAnswer = z.object({ counts: z.record(z.string(), z.int()) });
const monthsAnswer = z.object({
  months: z.array(
    z.object({
      relief: z.object({ kind: z.string(), standing: z.string() }).nullable(),
      toPay: z.object({ premium: z.int().nullable() }).nullable(),
    }),
  ),
});

interface Applicant {
  readonly person: SyntheticPerson;
  /** 所得 of the year that decides, yen. */
  readonly income: number;
  /** 世帯主の所得; null for who heads the household. */
  readonly head: number | null;
  /** What the ward foresees, and what 日本年金機構 grants. */
  readonly foreseen: ExemptionKind;
  readonly granted: ExemptionKind;
}

/** Years of 第1号 behind them, young enough for 納付猶予, on paper writable, and with nothing filed this week. */
const applicants = (ward: readonly SyntheticPerson[], today: PlainDate): readonly Applicant[] => {
  const people = mappable(ward);
  const busy = new Set(planFilings(people, today).map(({ person }) => person.atenaNumber));
  const found = people.filter(({ atenaNumber, basicPensionNumber, birthDate, history }) => {
    const last = history.at(-1);
    return (
      !busy.has(atenaNumber) &&
      basicPensionNumber !== undefined &&
      addYears(birthDate, 25) < today &&
      addYears(birthDate, 45) > today &&
      last?.category === "1" &&
      last.until === null &&
      addMonths(monthOf(last.from), 30) < monthOf(today)
    );
  });
  const [first, second, third] = found;
  if (!first || !second || !third) throw new Error("too few people of 第1号");
  return [
    { person: first, income: 500_000, head: null, foreseen: "full", granted: "full" },
    { person: second, income: 0, head: 4_000_000, foreseen: "deferment", granted: "deferment" },
    { person: third, income: 1_000_000, head: null, foreseen: "half", granted: "three-quarters" },
  ];
};

const incomeRow = ({ person, income, head }: Applicant, year: number) =>
  incomeOf(person, income, { incomeYear: year, ...(head === null ? {} : headOf(head, { headDependants: 0 })) });

const applicationOf = ({ person, head }: Applicant, months: { from: string; until: string }, today: PlainDate) => ({
  person: factsOf(person),
  filedOn: today,
  eventOn: today,
  counter: "main-office",
  channel: "counter",
  filer: "insured",
  identityDocument: "individual-number-card",
  documents: [],
  details: {
    ...months,
    wish: [],
    spouse: null,
    headOfHousehold: head === null ? "self" : "other",
    grounds: [],
    continuation: false,
  },
});

/** 免除・納付猶予 from the tax office's figures to what 日本年金機構 grants: every step held to what it should be. */
export const exemptionWeek = async (stage: Stage, ward: readonly SyntheticPerson[]) => {
  const { report, clerk, examiner, today } = stage;
  const cast = applicants(ward, today);
  const months = cycleMonths("exemption", cycleYear("exemption", monthOf(today)));
  const year = incomeYear("exemption", months.from);
  const take = async (some: readonly Applicant[]) =>
    incomesAnswer.parse(
      (await examiner.post("/v1/incomes", { body: { incomes: some.map((one) => incomeRow(one, year)) } })).body,
    ).counts;

  report.step("所得情報を取り込み、窓口で免除の見込みを答えます(届出なし)");
  const [early, late] = [cast.slice(0, 2), cast.slice(2)];
  report.holds("2人分の所得情報を記録した", (await take(early)).recorded, early.length);
  const asked = await clerk.post("/v1/assessments/exemption", {
    body: {
      cycle: "exemption",
      atenaNumber: cast[1]?.person.atenaNumber,
      spouse: false,
      headOfHousehold: "other",
      years: [cycleYear("exemption", months.from)],
    },
  });
  const [span] = assessmentAnswer.parse(asked.body).forms.flatMap(({ spans }) => spans);
  for (const { message } of span?.findings ?? []) report.tell(message);
  report.holds("世帯主の所得が高い人は納付猶予の見込み", span?.outcome, "deferment");

  report.step("免除・納付猶予の申請を受け付けます");
  const filed = [];
  for (const [at, one] of cast.entries()) {
    const answer = await clerk.post("/v1/filings/exemption-application", {
      key: `demo-exemption-${at}`,
      body: applicationOf(one, months, today),
    });
    const { filingId, status, reasons } = decidedAnswer.parse(answer.body);
    filed.push({ ...one, filingId, status, reasons });
    for (const { message } of reasons) report.tell(message);
  }
  report.holds(
    "所得の分からない申請は0円とみなさず補正待ち、ほかは受理",
    filed.map(({ status }) => status),
    ["accepted", "accepted", "awaiting-correction"],
  );
  report.holds("後から届いた所得情報を記録した", (await take(late)).recorded, late.length);
  for (const { filingId, status, ...one } of filed)
    if (status === "awaiting-correction")
      report.holds(
        "所得が届き、補正で判定し直して受理",
        await act(clerk, filingId, { action: "correct", filing: applicationOf(one, months, today) }),
        "accepted",
      );

  report.step("申請を所得情報とともに進達し、決定(架空)を取り込みます");
  for (const { filingId } of filed) await act(examiner, filingId, { action: "examine" });
  const run = await startRun(stage);
  report.holds(
    "3件の申請がすべて入った",
    run.members.map(({ filingId, kind, state }) => `${filingId} ${kind} ${state}`),
    filed.map(({ filingId }) => `${filingId} exemption-application included`).sort(),
  );
  await checkFiles(stage, await decide(stage, run.runId, { decision: "approve" }, "released"));
  const granted = filed.map(
    ({ person, filingId, foreseen, granted: kind }): Omit<ResultRecord, "line"> => ({
      basicPensionNumber: person.basicPensionNumber ?? "",
      filingId: filingId as NonNullable<ResultRecord["filingId"]>,
      form: "B05",
      result: kind === foreseen ? "approved" : "amended",
      ...(kind === foreseen ? {} : { reasonCode: "01" }),
      processedOn: today,
      grants: [{ kind, from: months.from, until: months.until }],
    }),
  );
  const imported = await importFile(stage, resultFile(granted, today));
  report.holds("見込みどおりの承認2件と、区分の変わった1件", imported.counts, {
    approved: 2,
    rejected: 0,
    returned: 0,
    amended: 1,
    unmatched: 0,
  });
  const now = [];
  for (const { person } of cast) {
    const month = `from=${monthOf(today)}&until=${monthOf(today)}`;
    const answer = monthsAnswer.parse((await clerk.get(`/v1/people/${person.atenaNumber}/months?${month}`)).body);
    now.push(answer.months.map(({ relief, toPay }) => [relief?.kind, relief?.standing, toPay?.premium]));
  }
  report.tell(`今月の免除と納める額: ${JSON.stringify(now)}`);
  report.holds(
    "決定された区分が確定し、見込みのままのものはない",
    now.map(([month]) => [month?.[0], month?.[1]]),
    cast.map(({ granted: kind }) => [kind, "confirmed"]),
  );
};
