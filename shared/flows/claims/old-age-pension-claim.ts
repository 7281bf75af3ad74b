import * as z from "zod";
import { conclude, type Reason } from "../../domain/decision.ts";
import { pensionFacts } from "../../domain/recipient-facts.ts";
import { attainmentDay } from "../../law/age.ts";
import { addMonths, monthOf } from "../../law/calendar.ts";
import { mayClaimOldAge, oldAgeTiming } from "../../law/claim-limits.ts";
import { oldAgeClaimOffice } from "../../law/claim-office.ts";
import { lawful } from "../checks.ts";
import { type Case, defineFlow } from "../define.ts";
import { andTell } from "../exemption-rules.ts";
import { insuredOnly } from "../filers.ts";
import { claimInOrder, hasOtherCategories, incomplete, lapsedTold, notice, refuse, when } from "./checks.ts";
import { choiceTold, notYetClaimed, pensionClaimed } from "./rights.ts";

const count = z.int("月数を整数で入力してください").min(0).max(700);

/** What 年金記録 says. 別添1 has no item for it. */
const atCounter = {
  /** 受給資格期間: 納付・免除・合算対象 (月). */
  qualifyingMonths: count.optional(),
  /** 厚生年金・共済 (月). */
  employeesMonths: count.optional(),
  /** 第3号 (月). */
  category3Months: count.optional(),
  /** 繰下げ: claimed for the month of the claim, not back to 65. */
  deferred: z.boolean().optional(),
};
type Seen = z.infer<z.ZodObject<typeof atCounter>>;
type Claim = Case<unknown, Seen>;

const unknownMonths = (name: keyof Seen, label: string): Reason =>
  incomplete(
    "months-unknown",
    `${label}を年金記録で確かめて入力してください`,
    `/atCounter/${name}`,
    "国民年金法施行令1条の2",
  );

const office = ({ filing: { atCounter: seen = {} }, person }: Claim): readonly Reason[] => {
  const { employeesMonths, category3Months } = seen;
  if (hasOtherCategories(person))
    return [
      refuse(
        "belongs-to-pension-office",
        "第2号または第3号の期間の記録がある人の老齢年金の請求です。区では受け付けられないため、年金事務所を案内してください",
        "/person/atenaNumber",
        "国民年金法施行令1条の2",
      ),
    ];
  if (employeesMonths === undefined) return [unknownMonths("employeesMonths", "厚生年金・共済の加入月数")];
  if (category3Months === undefined) return [unknownMonths("category3Months", "第3号被保険者の月数")];
  return lawful(
    oldAgeClaimOffice({ employees: employeesMonths, category3: category3Months }),
    "/atCounter/employeesMonths",
  );
};

const timing = ({ filing }: Claim) =>
  oldAgeTiming(filing.person.birthDate, filing.filedOn, filing.atCounter?.deferred === true);

const dueTold = (input: Claim): readonly Reason[] => {
  const { filing } = input;
  const { way, months } = timing(input);
  const at65 = attainmentDay(filing.person.birthDate, 65);
  if (way === "early")
    return [
      notice(
        "old-age-early",
        `65歳に達する前の請求のため、${-months}月の繰上げになります。減額は一生変わらず、取り消せません。障害基礎年金の事後重症の請求や寡婦年金、任意加入もできなくなります`,
        "国民年金法附則9条の2",
      ),
    ];
  return [
    ...when(
      way === "late",
      notice("old-age-late", `${months}月の繰下げになります。増額は一生変わりません`, "国民年金法28条"),
    ),
    ...when(
      filing.atCounter?.deferred === true && way === "regular",
      notice(
        "deferral-too-early",
        "66歳に達する前は繰下げになりません。65歳からの請求として扱います",
        "国民年金法28条1項",
      ),
    ),
    ...(way === "regular" ? lapsedTold(at65, filing.filedOn) : []),
  ];
};

/** C01. Of somebody whose months are all 第1号; the rest belongs to 年金事務所. */
export const oldAgePensionClaim = defineFlow({
  form: "C01",
  family: "benefit-claim",
  title: "老齢基礎年金裁定請求書",
  basis: ["国民年金法16条・26条", "国民年金法施行規則16条", "国民年金法施行令1条の2"],
  filers: insuredOnly,
  deadlineDays: null,
  details: { bank: pensionFacts.shape.bank.unwrap() },
  atCounter,
  documents: () => ["bank-account-proof"],
  retention: "benefit-filing",
  report: "benefit-claim",
  decide: (input) => {
    const { filing } = input;
    const { birthDate } = filing.person;
    const months = filing.atCounter?.qualifyingMonths;
    const reasons = [
      ...claimInOrder(input),
      ...office(input),
      ...notYetClaimed(input, ["old-age"]),
      ...(months === undefined
        ? [unknownMonths("qualifyingMonths", "受給資格期間の月数")]
        : lawful(mayClaimOldAge(birthDate, filing.filedOn, months), "/atCounter/qualifyingMonths")),
    ];
    const at65 = attainmentDay(birthDate, 65);
    const entitledOn = timing(input).way === "early" ? filing.filedOn : at65;
    const since = timing(input).way === "late" ? filing.filedOn : entitledOn;
    return conclude(
      andTell(reasons, () => [...dueTold(input), ...choiceTold(input, "old-age")]),
      () =>
        pensionClaimed(input, "old-age", filing.filedOn, {
          bank: filing.details.bank,
          entitledOn,
          startMonth: addMonths(monthOf(since), 1),
        }),
    );
  },
});
