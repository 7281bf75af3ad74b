import * as z from "zod";
import { conclude, type Reason } from "../../domain/decision.ts";
import { pensionFacts } from "../../domain/recipient-facts.ts";
import { plainDateSchema } from "../../domain/values.ts";
import { addDays, addMonths, monthOf, type PlainDate } from "../../law/calendar.ts";
import { childUntil } from "../../law/claim-limits.ts";
import { survivorClaimOffice } from "../../law/claim-office.ts";
import { lawful } from "../checks.ts";
import { type Case, defineFlow } from "../define.ts";
import { andTell } from "../exemption-rules.ts";
import { insuredOnly } from "../filers.ts";
import {
  contributionsSeen,
  contributionsTold,
  factInOrder,
  incomplete,
  lapsedTold,
  livelihoodReasons,
  notice,
  refuse,
  when,
} from "./checks.ts";
import { choiceTold, notYetClaimed, pensionClaimed } from "./rights.ts";

const article = "国民年金法37条・37条の2";

/** How the deceased stood in 国民年金 (法37条各号). */
const deceasedStandings = ["insured", "sixties", "old-age-recipient", "twenty-five-years", "none"] as const;

const child = z.strictObject({ bornOn: plainDateSchema, disabled: z.boolean().default(false) });

/** What the counter sees of the deceased and of the children. 別添1 has no item for either. */
const atCounter = {
  claimant: z.enum(["spouse", "child"], "用意された区分から選んでください").optional(),
  deceasedStanding: z.enum(deceasedStandings, "用意された区分から選んでください").optional(),
  deceasedCategory: z.enum(["1", "2", "3", "voluntary", "special-voluntary", "none"]).optional(),
  deceasedEmployeesMonths: z.int("月数を整数で入力してください").min(0).max(700).optional(),
  /** Of the deceased, up to the month two before that of the death. */
  contributions: contributionsSeen.optional(),
  /** 配偶者と生計を同じくする、亡くなった人の子. */
  children: z.array(child).max(20).optional(),
  /** Of a child who claims: 障害等級1級・2級. */
  claimantDisabled: z.boolean().optional(),
  sharedLivelihood: z.boolean().optional(),
};
type Seen = z.infer<z.ZodObject<typeof atCounter>>;
type Claim = Case<unknown, Seen>;

const unknown = (name: keyof Seen, message: string, by = article): Reason =>
  incomplete("survivor-facts-unknown", message, `/atCounter/${name}`, by);

const officeReasons = ({ deceasedCategory: category, deceasedEmployeesMonths: months }: Seen): readonly Reason[] => {
  if (category === undefined)
    return [unknown("deceasedCategory", "亡くなった日の被保険者の種別を年金記録で確かめて入力してください")];
  if (months === undefined)
    return [
      unknown(
        "deceasedEmployeesMonths",
        "亡くなった人の厚生年金・共済の加入月数を年金記録で確かめて入力してください",
        "国民年金法施行令1条の2",
      ),
    ];
  return lawful(survivorClaimOffice({ category, employeesMonths: months }), "/atCounter/deceasedEmployeesMonths");
};

const standingReasons = ({ deceasedStanding: standing }: Seen): readonly Reason[] =>
  standing === undefined
    ? [
        unknown(
          "deceasedStanding",
          "亡くなった人の要件(被保険者、60歳以上65歳未満、老齢年金の受給者など)を選んでください",
        ),
      ]
    : when(
        standing === "none",
        refuse(
          "deceased-outside-law",
          "亡くなった人が、被保険者でも、国内に住む60歳以上65歳未満の人でも、25年以上の老齢基礎年金の受給権者でもないため請求できません",
          "/atCounter/deceasedStanding",
          "国民年金法37条",
        ),
      );

/** The last day on which any child counts; undefined where none counts on the day of the death. */
const counting = (children: readonly { readonly bornOn: PlainDate; readonly disabled: boolean }[], diedOn: PlainDate) =>
  children
    .map(({ bornOn, disabled }) => childUntil(bornOn, disabled))
    .filter((until) => until >= diedOn)
    .toSorted()
    .at(-1);

const childReasons = ({ filing }: Claim): readonly Reason[] => {
  const { atCounter: seen = {}, eventOn, person } = filing;
  if (seen.claimant === undefined) return [unknown("claimant", "請求する人(子のある配偶者か子)を選んでください")];
  const asChild = seen.claimant === "child";
  if (!asChild && seen.children === undefined)
    return [unknown("children", "生計を同じくする子の生年月日を入力してください")];
  const children = asChild
    ? [{ bornOn: person.birthDate, disabled: seen.claimantDisabled === true }]
    : (seen.children ?? []);
  return when(
    counting(children, eventOn) === undefined,
    refuse(
      "no-child",
      "18歳に達する日以後の最初の3月31日までの子(障害のある子は20歳未満)がいないため、遺族基礎年金を請求できません。寡婦年金・死亡一時金を確かめてください",
      asChild ? "/person/birthDate" : "/atCounter/children",
      article,
    ),
  );
};

/** A recipient of 25 years gives the right whatever was paid of late (法37条3号・4号). */
const contributionsAsked = ({ deceasedStanding }: Seen): boolean =>
  deceasedStanding === "insured" || deceasedStanding === "sixties";

const toldOf = (claim: Claim): readonly Reason[] => {
  const { atCounter: seen = {}, eventOn, filedOn } = claim.filing;
  const until = counting(seen.children ?? [], eventOn);
  return [
    // 納付要件 of the deceased: the claimant's own birth says nothing of them.
    ...(contributionsAsked(seen) ? contributionsTold(seen.contributions, addDays(eventOn, -1)) : []),
    ...lapsedTold(eventOn, filedOn),
    notice(
      "survivor-income-limit",
      "生計維持の要件として、請求する人の年収850万円(所得655.5万円)以上が見込まれないことを確かめます",
      "国民年金法施行令6条の4",
    ),
    ...(seen.claimant === "child"
      ? [
          notice(
            "child-suspended-beside-spouse",
            "子のある配偶者に受給権がある間、または生計を同じくする父母がある間、子の年金は支給停止になります",
            "国民年金法41条2項",
          ),
        ]
      : until === undefined
        ? []
        : [notice("survivor-until", `いまいる子については${until}で失権します(参考)`, "国民年金法40条2項・3項")]),
    ...choiceTold(claim, "survivor"),
  ];
};

/** C08. 事実発生日 is the day of the death; of a child born after it, the day of birth (法37条の2第2項). */
export const survivorPensionClaim = defineFlow({
  form: "C08",
  family: "benefit-claim",
  title: "遺族基礎年金裁定請求書",
  basis: ["国民年金法16条・37条・37条の2", "国民年金法施行規則39条", "国民年金法施行令1条の2"],
  filers: insuredOnly,
  deadlineDays: null,
  details: { bank: pensionFacts.shape.bank.unwrap() },
  atCounter,
  documents: (_, { atCounter: seen, person, eventOn }) => [
    "family-register",
    "death-certificate",
    "bank-account-proof",
    ...((seen?.claimant === "child" &&
      seen.claimantDisabled === true &&
      childUntil(person.birthDate, false) < eventOn) ||
    seen?.children?.some(({ bornOn, disabled }) => disabled && childUntil(bornOn, false) < eventOn) === true
      ? (["child-disability-certificate"] as const)
      : []),
  ],
  retention: "benefit-filing",
  report: "benefit-claim",
  decide: (input) => {
    const { eventOn, details, atCounter: seen = {} } = input.filing;
    const reasons = [
      ...factInOrder(input),
      ...officeReasons(seen),
      ...standingReasons(seen),
      ...childReasons(input),
      ...livelihoodReasons(seen.sharedLivelihood, article),
      ...notYetClaimed(input, ["survivor"]),
    ];
    return conclude(
      andTell(reasons, () => toldOf(input)),
      () =>
        pensionClaimed(input, "survivor", eventOn, {
          bank: details.bank,
          entitledOn: eventOn,
          startMonth: addMonths(monthOf(eventOn), 1),
        }),
    );
  },
});
