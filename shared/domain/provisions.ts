import * as z from "zod";
import { categorySchema, lossCauseSchema } from "./causes.ts";
import type { Person, QualificationPeriod } from "./ledger.ts";
import { type PersonFacts, personFacts } from "./person.ts";
import { item } from "./record-items.ts";
import { plainDateSchema } from "./values.ts";

const acquired = item("insured.acquisitionDate", plainDateSchema);
const lost = item("insured.lossDate", plainDateSchema).nullable();
const { basicPensionNumber, name, nameKana, birthDate, sex, address, phoneNumber } = personFacts.shape;

/** 評価書 II-5 移転先1 (住民基本台帳法7条11号). 宛名番号 is only the key by which it is asked for. */
export const transfer1 = z.strictObject({
  basicPensionNumber: basicPensionNumber.unwrap().nullable(),
  acquisitionDate: acquired,
  lossDate: lost,
  insuredCategory: item("insured.insuredCategory", categorySchema),
  /** 種別変更年月日: the day of a gain that was a change. */
  categoryChangedOn: item("insured.acquisitionDate", plainDateSchema).nullable(),
});

/** 評価書 II-5 移転先2 (国民健康保険法113条の2). */
export const transfer2 = z.strictObject({
  basicPensionNumber: basicPensionNumber.unwrap().nullable(),
  name,
  nameKana,
  birthDate,
  sex,
  address: address.unwrap().nullable(),
  phoneNumber: phoneNumber.unwrap().nullable(),
  acquisitionDate: acquired,
  lossDate: lost,
  expiryDate: item("insured.expiryDate", plainDateSchema).nullable(),
  lossCause: item("insured.lossCause", lossCauseSchema).nullable(),
});

/** One stretch under 国民年金, however often its 種別 changed. */
interface Stretch {
  readonly acquisitionDate: QualificationPeriod["from"];
  readonly last: QualificationPeriod;
  readonly changed: boolean;
}

const lastStretch = (periods: readonly QualificationPeriod[]): Stretch | null => {
  const last = periods.at(-1);
  if (!last) return null;
  let first = last;
  for (const before of periods.toReversed().slice(1)) {
    if (before.untilCause !== "category-changed" || before.until !== first.from) break;
    first = before;
  }
  return { acquisitionDate: first.from, last, changed: first !== last };
};

const lossOf = ({ until, untilCause }: QualificationPeriod) =>
  untilCause === null || untilCause === "category-changed"
    ? { on: null, cause: null }
    : { on: until, cause: untilCause };

/** 移転先1: those whose last 種別 is 第1号, in force or lost; null for everybody else. */
const toFamilyRegistry = ({ periods }: Person, facts: PersonFacts): z.infer<typeof transfer1> | null => {
  const stretch = lastStretch(periods);
  if (stretch?.last.category !== "1") return null;
  return {
    basicPensionNumber: facts.basicPensionNumber ?? null,
    acquisitionDate: stretch.acquisitionDate,
    lossDate: lossOf(stretch.last).on,
    insuredCategory: stretch.last.category,
    categoryChangedOn: stretch.changed ? stretch.last.from : null,
  };
};

/** 移転先2: those with a qualification on file. Under 支援措置 without what says where they are: 国保 has its own. */
const toHealthInsurance = (
  { periods, addressProtected }: Person,
  facts: PersonFacts,
): z.infer<typeof transfer2> | null => {
  const stretch = lastStretch(periods);
  if (!stretch) return null;
  const loss = lossOf(stretch.last);
  return {
    basicPensionNumber: facts.basicPensionNumber ?? null,
    name: facts.name,
    nameKana: facts.nameKana,
    birthDate: facts.birthDate,
    sex: facts.sex,
    address: addressProtected ? null : (facts.address ?? null),
    phoneNumber: addressProtected ? null : (facts.phoneNumber ?? null),
    acquisitionDate: stretch.acquisitionDate,
    lossDate: loss.on,
    expiryDate: stretch.last.expiresOn,
    lossCause: loss.cause,
  };
};

/** What is handed to other offices of the ward: to whom, for what, which items. `purpose` is what the trail names. */
export const provisionLists = {
  transfer1: { purpose: "resident-record-entry", title: "住民票への記載", schema: transfer1, of: toFamilyRegistry },
  transfer2: {
    purpose: "health-insurance-review",
    title: "国保の資格の届出の審査",
    schema: transfer2,
    of: toHealthInsurance,
  },
} as const satisfies Record<
  string,
  {
    readonly purpose: string;
    readonly title: string;
    readonly schema: z.ZodObject;
    readonly of: (person: Person, facts: PersonFacts) => object | null;
  }
>;

export type ProvisionList = keyof typeof provisionLists;

/** What `list` tells of somebody: only what the assessment lists; null for those it is not about. */
export const provided = (list: ProvisionList, person: Person): object | null =>
  person.facts && provisionLists[list].of(person, person.facts);
