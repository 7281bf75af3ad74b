import * as z from "zod";
import { incomeQuarantine, incomeStates } from "../../shared/contracts/incomes.ts";
import { correctionStates } from "../../shared/domain/correction-states.ts";
import { correctionIdPattern } from "../../shared/domain/ids.ts";
import { examinedParts } from "../../shared/domain/income-correction.ts";
import { incomeRecord } from "../../shared/domain/income-record.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { exemptionTypeSchema } from "../../shared/domain/reliefs.ts";
import { atenaNumberSchema, filingIdSchema, instantSchema, plainMonthSchema } from "../../shared/domain/values.ts";
import { rowFault } from "./row-fault.ts";

const words = z.string();

const incomeState = z.enum(keysOf(incomeStates));

const takenIncome = {
  state: incomeState,
  stateLabel: words,
  reason: z.enum(keysOf(incomeQuarantine)).nullable(),
  detail: words.optional(),
  repeated: z.boolean().describe("同じ内容を取込済み。何も書いていない"),
  correctionId: z.string().regex(correctionIdPattern).nullable().describe("見直しが要るときの更正番号"),
};

const closedMonths = z.strictObject({ from: plainMonthSchema, until: plainMonthSchema });

const { reference, insured, spouse, head } = incomeRecord.shape;

const referenceLabels = { exemptionLabel: words, defermentLabel: words, studentLabel: words };
const labelledReference = reference.extend(referenceLabels).describe("参考情報。区の見込みで、決定ではない");

const income = incomeRecord.extend({
  insured: insured.extend({ circumstanceLabel: words }),
  spouse: spouse.unwrap().extend({ circumstanceLabel: words }).nullable(),
  head: head.unwrap().extend({ circumstanceLabel: words }).nullable().describe("被保険者が世帯主ならnull"),
  unidentifiedReasonLabel: words.nullable(),
  reference: labelledReference,
});

const incomeCorrection = z.strictObject({
  correctionId: z.string().regex(correctionIdPattern),
  state: z.enum(keysOf(correctionStates)),
  stateLabel: words,
  atenaNumber: atenaNumberSchema.nullable(),
  year: z.int(),
  incomeVersion: z.int(),
  openedAt: instantSchema,
  changed: z.array(z.strictObject({ part: z.enum(examinedParts), label: words })),
  criteriaChanged: z.boolean().describe("参考情報が変わったか"),
  before: labelledReference.nullable().describe("更正の前。所得情報がなかったときはnull"),
  after: labelledReference,
  filings: z.array(filingIdSchema).describe("その所得で判定した、生きている申請"),
  exemptions: z.array(
    z.strictObject({
      type: exemptionTypeSchema,
      from: plainMonthSchema,
      until: plainMonthSchema.nullable(),
      typeLabel: words,
    }),
  ),
  note: words,
  decidedBy: words.nullable(),
  decidedAt: instantSchema.nullable(),
});

/** The bodies of answers about 所得情報, by name. */
export const incomeBodies = {
  TakenIncomes: z.strictObject({
    counts: z.record(incomeState, z.int()),
    incomes: z.array(
      z.strictObject({
        at: z.int().describe("送った順の番号(0から)"),
        ...takenIncome,
        faults: z.array(rowFault).optional(),
      }),
    ),
  }),
  TakenIncome: z.strictObject(takenIncome),
  Income: z.strictObject({
    year: z.int().describe("所得の年"),
    exemptionMonths: closedMonths.describe("この年の所得で判定する免除年度の月"),
    studentMonths: closedMonths.describe("この年の所得で判定する学生納付特例の年度の月"),
    income: income.nullable().describe("所得情報。取込みがなければnull"),
    versions: z.array(z.strictObject({ version: z.int(), receivedAt: instantSchema })),
  }),
  IncomeCorrection: incomeCorrection,
  IncomeCorrections: z.strictObject({
    state: z.enum(keysOf(correctionStates)),
    corrections: z.array(incomeCorrection),
    next: words.nullable().describe("続きがあるときafterに指定する更正番号"),
  }),
} as const satisfies Record<string, z.ZodType>;
