import { monthOf, type PlainDate, type PlainMonth } from "../law/calendar.ts";
import { contains } from "../law/month-span.ts";
import { acquisitionCauses, additionalPremiumEnds, additionalPremiumTypes, categories, lossCauses } from "./causes.ts";
import { itemsOf } from "./items-of.ts";
import { type Person, periodOn, type QualificationPeriod } from "./ledger.ts";
import type { PersonFacts } from "./person.ts";
import { recipientRight } from "./recipient-facts.ts";
import { type RecordItemId, recordItems } from "./record-items.ts";
import { exemptionReasons, exemptionTypes, maternityTypes } from "./reliefs.ts";

/** Items that a purpose needs together (domain/output-purposes.ts). */
export type ExtractGroup =
  | "identity"
  | "attributes"
  | "contact"
  | "pension-number"
  | "individual-number"
  | "qualification"
  | "relief";

/** What a value is, and so what a condition may compare it with. Of text only whether there is one: a condition never names somebody. */
export type ExtractForm =
  | { readonly form: "text" }
  | { readonly form: "date" }
  | { readonly form: "month" }
  | { readonly form: "code"; readonly words: Readonly<Record<string, string>> };

/** An item as an extract gets it: from the person, as they stand on a day (JST); null where there is none. */
export type ExtractItem = ExtractForm & {
  readonly group: ExtractGroup;
  /** Tells where somebody lives or how to reach them: hidden of whoever is under 支援措置. */
  readonly whereabouts?: true;
  readonly of: (person: Person, on: PlainDate) => string | null;
};

const sexes = { male: "男", female: "女" } as const;
const yes = { yes: "該当" } as const;

const fact = (name: keyof PersonFacts, group: ExtractGroup, form: ExtractForm = { form: "text" }): ExtractItem => ({
  ...form,
  group,
  of: ({ facts }) => facts?.[name] ?? null,
});
const whereabouts = (name: keyof PersonFacts): ExtractItem => ({ ...fact(name, "contact"), whereabouts: true });

/** 資格 on the day; of whoever has none any more, the last they had. */
const lastPeriod = ({ periods }: Person, on: PlainDate): QualificationPeriod | undefined =>
  periodOn(periods, on) ?? periods.findLast(({ from }) => from <= on);

const lossOf = (person: Person, on: PlainDate) => {
  const last = lastPeriod(person, on);
  return last && last.until !== null && last.until <= on && last.untilCause !== "category-changed" ? last : undefined;
};

const additionalOn = ({ additionalPremiums }: Person, on: PlainDate) =>
  additionalPremiums.findLast(({ from }) => from <= monthOf(on));
const exemptionOn = ({ reliefs }: Person, on: PlainDate) =>
  reliefs.exemptions.findLast((span) => contains(span, monthOf(on)));
const maternityOn = ({ reliefs }: Person, on: PlainDate) =>
  reliefs.maternity.findLast((span) => contains(span, monthOf(on)));

const item = (
  group: ExtractGroup,
  form: ExtractForm,
  of: (person: Person, on: PlainDate) => PlainDate | PlainMonth | string | null | undefined,
): ExtractItem => ({ ...form, group, of: (person, on) => of(person, on) ?? null });

const date = { form: "date" } as const;
const month = { form: "month" } as const;
const text = { form: "text" } as const;
const code = (words: Readonly<Record<string, string>>) => ({ form: "code", words }) as const;

/** The permitted list: what an extract can hold, item by item, in the order of 別添1. */
export const extractItems = {
  "addressee.addressee": fact("atenaNumber", "identity"),
  "addressee.myNumber": fact("individualNumber", "individual-number"),
  "addressee.nameKana": fact("nameKana", "identity"),
  "addressee.name": fact("name", "identity"),
  "addressee.birthDate": fact("birthDate", "attributes", date),
  "addressee.sex": fact("sex", "attributes", code(sexes)),
  "addressee.postalCode": whereabouts("postalCode"),
  "addressee.address": whereabouts("address"),
  "addressee.addressSupplement": whereabouts("addressSupplement"),
  "insured.basicPensionSymbol": item("pension-number", text, ({ facts }) => facts?.basicPensionNumber?.slice(0, 4)),
  "insured.basicPensionSerial": item("pension-number", text, ({ facts }) => facts?.basicPensionNumber?.slice(4)),
  "insured.acquisitionDate": item("qualification", date, (person, on) => lastPeriod(person, on)?.from),
  "insured.insuredCategory": item(
    "qualification",
    code(categories),
    ({ periods }, on) => periodOn(periods, on)?.category,
  ),
  "insured.acquisitionReason": item(
    "qualification",
    code(acquisitionCauses),
    (person, on) => lastPeriod(person, on)?.fromCause,
  ),
  "insured.lossDate": item("qualification", date, (person, on) => lossOf(person, on)?.until),
  "insured.lossCause": item("qualification", code(lossCauses), (person, on) => lossOf(person, on)?.untilCause),
  "insured.expiryDate": item("qualification", date, ({ periods }, on) => periodOn(periods, on)?.expiresOn),
  "insured.additionalPremiumStartDate": item("qualification", month, (person, on) => additionalOn(person, on)?.from),
  "insured.additionalPremiumType": item(
    "qualification",
    code(additionalPremiumTypes),
    (person, on) => additionalOn(person, on)?.type,
  ),
  "insured.additionalPremiumEndDate": item("qualification", month, (person, on) => additionalOn(person, on)?.until),
  "insured.additionalPremiumEndReason": item(
    "qualification",
    code({ ...additionalPremiumEnds, "qualification-ended": "資格の終わり" }),
    (person, on) => additionalOn(person, on)?.untilCause,
  ),
  "insured.exemptionStartDate": item("relief", month, (person, on) => exemptionOn(person, on)?.from),
  "insured.exemptionType": item("relief", code(exemptionTypes), (person, on) => exemptionOn(person, on)?.type),
  "insured.exemptionReason": item("relief", code(exemptionReasons), (person, on) => exemptionOn(person, on)?.reason),
  "insured.exemptionEndDate": item("relief", month, (person, on) => exemptionOn(person, on)?.until),
  "insured.phoneNumber": whereabouts("phoneNumber"),
  "insured.maternityExemptionType": item("relief", code(maternityTypes), (person, on) => maternityOn(person, on)?.type),
  "insured.maternityDueOrDeliveryDate": item("relief", date, (person, on) => maternityOn(person, on)?.on),
  "insured.maternityExemptionStartMonth": item("relief", month, (person, on) => maternityOn(person, on)?.from),
  "insured.maternityExemptionEndMonth": item("relief", month, (person, on) => maternityOn(person, on)?.until),
  "income.continuationReviewFlag": item("relief", code(yes), ({ reliefs }) => (reliefs.continuation ? "yes" : null)),
} as const satisfies Partial<Record<RecordItemId, ExtractItem>>;
export type ExtractItemId = keyof typeof extractItems;

export const extractItem = (id: ExtractItemId): ExtractItem => extractItems[id];

const ofRecipients = "一人に受給権がいくつもあり、多くが要配慮のため、抽出せず一覧表と受給者の照会で見る";

/** Items that the ledger holds and an extract does not, and why. */
export const notExtracted: Readonly<Partial<Record<RecordItemId, string>>> = {
  ...Object.fromEntries(itemsOf(recipientRight).map((id) => [id, ofRecipients])),
  "insured.exOfficioApplyType": "届出ごとの区分で、いまの資格の状態には残らない",
  "insured.exemptionApplicationDate": "届出ごとの日で、届出の一覧表で分かる",
  "insured.exemptionQualifiedNoticeDate": "届出ごとの日で、届出の一覧表で分かる",
  "insured.exemptionCeasedNoticeDate": "届出ごとの日で、届出の一覧表で分かる",
};

/** Items that 別添1 counts as 通常 but that let a 要配慮個人情報 be guessed from a list of names, and why. */
export const guessedFrom = {
  "insured.exemptionType": "法定免除から障害年金・生活保護の受給が分かる",
  "insured.exemptionStartDate": "免除の月の並びから法定免除(終わりのない免除)が分かる",
  "insured.exemptionEndDate": "免除の月の並びから法定免除(終わりのない免除)が分かる",
  "insured.maternityExemptionType": "妊娠・出産の経過が分かる",
  "insured.maternityExemptionStartMonth": "出産の時期が分かる",
  "insured.maternityExemptionEndMonth": "出産の時期が分かる",
} as const satisfies Partial<Record<ExtractItemId, string>>;

/** 個人番号 or 要配慮: goes out only where the approval names it. */
export const isSensitive = (id: RecordItemId): boolean =>
  recordItems[id].sensitivity !== "通常" || Object.hasOwn(guessedFrom, id);
