import * as z from "zod";
import { conclude, type Reason } from "../../domain/decision.ts";
import { pensionFacts } from "../../domain/recipient-facts.ts";
import { ageOn, attainmentDay } from "../../law/age.ts";
import { addMonths, monthOf, type PlainDate } from "../../law/calendar.ts";
import { mayClaimWidowPension } from "../../law/death-benefits.ts";
import { lawful } from "../checks.ts";
import { type Case, defineFlow } from "../define.ts";
import { andTell } from "../exemption-rules.ts";
import { insuredOnly } from "../filers.ts";
import { factInOrder, incomplete, lapsedTold, livelihoodReasons, notice, refuse, when } from "./checks.ts";
import { choiceTold, hasEarlyOldAge, notChosenBefore, notYetClaimed, pensionClaimed } from "./rights.ts";

const article = "国民年金法49条1項";
const months = z.int("月数を整数で入力してください").min(0).max(900).optional();

/** What the counter sees of the husband and of the marriage. 別添1 has no item for either. */
const atCounter = {
  /** His months of 第1号 that were paid or exempted. */
  husbandMonths: months,
  /** 事実婚 included. */
  marriageMonths: months,
  husbandReceived: z.boolean().optional(),
  sharedLivelihood: z.boolean().optional(),
};
type Seen = z.infer<z.ZodObject<typeof atCounter>>;
type Claim = Case<unknown, Seen>;

const asked = {
  husbandMonths: "夫の第1号被保険者としての納付・免除の月数",
  marriageMonths: "婚姻(事実婚を含む)の月数",
  husbandReceived: "夫が老齢基礎年金・障害基礎年金の支給を受けていたか",
} as const satisfies Partial<Record<keyof Seen, string>>;

const ofLaw = ({ filing }: Claim): readonly Reason[] => {
  const { atCounter: seen = {}, person, eventOn } = filing;
  const { husbandMonths, marriageMonths, husbandReceived } = seen;
  if (husbandMonths === undefined || marriageMonths === undefined || husbandReceived === undefined)
    return (Object.keys(asked) as (keyof typeof asked)[])
      .filter((name) => seen[name] === undefined)
      .map((name) =>
        incomplete("widow-facts-unknown", `${asked[name]}を確かめて入力してください`, `/atCounter/${name}`, article),
      );
  const wifeAge = ageOn(person.birthDate, eventOn);
  return lawful(mayClaimWidowPension({ husbandMonths, marriageMonths, husbandReceived, wifeAge }), "/atCounter");
};

/** The first month is the one after the death, or after she attains 60 (法49条3項・18条1項). */
const startMonth = (birthDate: PlainDate, diedOn: PlainDate) => {
  const at60 = attainmentDay(birthDate, 60);
  return addMonths(monthOf(at60 > diedOn ? at60 : diedOn), 1);
};

/** C09. 事実発生日 is the day of the husband's death. */
export const widowPensionClaim = defineFlow({
  form: "C09",
  family: "benefit-claim",
  title: "寡婦年金裁定請求書",
  basis: ["国民年金法16条・49条", "国民年金法施行規則60条の2(要確認)"],
  filers: insuredOnly,
  deadlineDays: null,
  details: { bank: pensionFacts.shape.bank.unwrap() },
  atCounter,
  documents: () => ["family-register", "death-certificate", "bank-account-proof"],
  retention: "benefit-filing",
  report: "benefit-claim",
  decide: (input) => {
    const { eventOn, filedOn, details, person, atCounter: seen } = input.filing;
    const start = startMonth(person.birthDate, eventOn);
    const reasons = [
      ...factInOrder(input),
      ...when(
        (input.person.facts?.sex ?? person.sex) !== "female",
        refuse("wives-only", "寡婦年金は、夫を亡くした妻が請求する年金です", "/person/sex", article),
      ),
      ...ofLaw(input),
      ...livelihoodReasons(seen?.sharedLivelihood, article),
      ...notYetClaimed(input, ["widow"]),
      ...notChosenBefore(input, "death-lump-sum"),
      ...when(
        hasEarlyOldAge(input),
        refuse(
          "early-old-age-received",
          "老齢基礎年金を繰り上げて請求しているため、寡婦年金は請求できません",
          "/person/atenaNumber",
          "国民年金法附則9条の2第5項",
        ),
      ),
    ];
    return conclude(
      andTell(reasons, () => [
        notice(
          "widow-or-lump-sum",
          "寡婦年金と死亡一時金はどちらか一方だけ受けられます。選ぶとあとから変えられません",
          "国民年金法52条の6",
        ),
        notice("widow-from", `${start}分から、65歳に達する月分まで支給されます(参考)`, "国民年金法49条3項・51条"),
        ...lapsedTold(eventOn, filedOn),
        ...choiceTold(input, "widow"),
      ]),
      () => pensionClaimed(input, "widow", eventOn, { bank: details.bank, entitledOn: eventOn, startMonth: start }),
    );
  },
});
