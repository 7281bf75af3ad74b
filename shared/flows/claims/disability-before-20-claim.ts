import { disabilityClaimSchema } from "../../domain/benefits.ts";
import { conclude, type Reason } from "../../domain/decision.ts";
import { pensionFacts } from "../../domain/recipient-facts.ts";
import { item } from "../../domain/record-items.ts";
import { plainDateSchema } from "../../domain/values.ts";
import { attainmentDay, hasAttained } from "../../law/age.ts";
import { addMonths, monthOf, type PlainDate } from "../../law/calendar.ts";
import { certificationDayBefore20, lastDayBefore65 } from "../../law/claim-limits.ts";
import { suspensionIncomeYear } from "../../law/disability-income-limit.ts";
import { type Case, defineFlow } from "../define.ts";
import { andTell } from "../exemption-rules.ts";
import { insuredOnly } from "../filers.ts";
import { certificateFresh, certificateSeen, claimInOrder, lapsedTold, notice, refuse, when } from "./checks.ts";
import { firstVisitInOrder, notEarlyOldAge } from "./first-visit.ts";
import { suspensionTold } from "./income-suspension.ts";
import { notYetClaimed, pensionClaimed } from "./rights.ts";

const facts = pensionFacts.shape;
const article = "国民年金法30条の4";

/** Payment begins, and a suspension is looked at, in the month after (法18条1項). */
const nextMonth = (day: PlainDate) => addMonths(monthOf(day), 1);

type Claim = Case<
  { readonly claimType: "at-certification" | "worsened-later"; readonly firstVisitOn: PlainDate },
  { readonly settledOn?: PlainDate | undefined; readonly certificateMadeOn?: PlainDate | undefined }
>;

const certifiedOn = ({ filing }: Claim): PlainDate =>
  certificationDayBefore20(filing.person.birthDate, filing.details.firstVisitOn, filing.atCounter?.settledOn);

const inTime = (claim: Claim): readonly Reason[] => {
  const { filedOn, person, details, atCounter } = claim.filing;
  const day = certifiedOn(claim);
  const last = lastDayBefore65(person.birthDate);
  return [
    ...when(
      hasAttained(person.birthDate, 20, details.firstVisitOn),
      refuse(
        "first-visit-after-20",
        `初診日が20歳に達した日(${attainmentDay(person.birthDate, 20)})以後です。障害基礎年金の請求(C02)で受け付けます`,
        "/details/firstVisitOn",
        article,
      ),
    ),
    ...when(
      filedOn < day,
      refuse(
        "certification-day-not-reached",
        `障害認定日(${day}。初診日から1年6か月と20歳に達した日の遅い方)になっていないため、まだ請求できません`,
        "/details/firstVisitOn",
        article,
      ),
    ),
    ...(details.claimType === "worsened-later"
      ? [
          ...certificateFresh(atCounter?.certificateMadeOn, claim),
          ...when(
            filedOn > last,
            refuse(
              "claim-after-65",
              `事後重症の請求は65歳に達する日の前日(${last})までです`,
              "/filedOn",
              "国民年金法30条の4第2項",
            ),
          ),
          ...notEarlyOldAge(claim),
        ]
      : []),
  ];
};

/** C03. 初診日 before 20: no contributions are asked for, and income may stop it (法36条の3). */
export const disabilityBefore20Claim = defineFlow({
  form: "C03",
  family: "benefit-claim",
  title: "障害基礎年金裁定請求書(20歳前傷病)",
  basis: ["国民年金法16条・30条の4", "国民年金法36条の2・36条の3", "国民年金法施行令1条の2"],
  filers: insuredOnly,
  deadlineDays: null,
  details: {
    claimType: item("beneficiary.postClaimType", disabilityClaimSchema.extract(["at-certification", "worsened-later"])),
    firstVisitOn: facts.firstVisitOn.unwrap(),
    certificateForm: facts.certificateForm.unwrap(),
    diseaseName: facts.diseaseName.unwrap(),
    bank: facts.bank.unwrap(),
  },
  atCounter: { ...certificateSeen, settledOn: plainDateSchema.optional() },
  documents: () => ["medical-certificate", "history-statement", "first-visit-certificate", "bank-account-proof"],
  incomeYear: (_, { filedOn }) => suspensionIncomeYear(nextMonth(filedOn)),
  retention: "benefit-filing",
  report: "benefit-claim",
  decide: (input) => {
    const { filing, income } = input;
    const { details } = filing;
    const day = certifiedOn(input);
    const entitledOn = details.claimType === "at-certification" ? day : filing.filedOn;
    const reasons = [
      ...claimInOrder(input),
      ...firstVisitInOrder(input),
      ...inTime(input),
      ...notYetClaimed(input, ["disability", "disability-before-20", "special-disability"]),
    ];
    return conclude(
      andTell(reasons, () => [
        notice("no-contributions-needed", "20歳前傷病による請求には、保険料納付要件がありません", article),
        ...suspensionTold(nextMonth(filing.filedOn), income),
        ...(details.claimType === "at-certification" ? lapsedTold(day, filing.filedOn) : []),
      ]),
      () =>
        pensionClaimed(input, "disability-before-20", filing.filedOn, {
          ...details,
          certifiedOn: day,
          entitledOn,
          startMonth: nextMonth(entitledOn),
        }),
    );
  },
});
