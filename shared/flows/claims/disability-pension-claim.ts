import { conclude, type Reason } from "../../domain/decision.ts";
import type { DocumentNeed } from "../../domain/filing.ts";
import { pensionFacts } from "../../domain/recipient-facts.ts";
import { plainDateSchema } from "../../domain/values.ts";
import { addDays, addMonths, addMonthsToDay, addYears, monthOf, type PlainDate } from "../../law/calendar.ts";
import { certificationDay, lastDayBefore65 } from "../../law/claim-limits.ts";
import { type Case, defineFlow } from "../define.ts";
import { andTell } from "../exemption-rules.ts";
import { insuredOnly } from "../filers.ts";
import {
  certificateFresh,
  certificateSeen,
  claimInOrder,
  contributionsSeen,
  contributionsTold,
  lapsedTold,
  notice,
  refuse,
  when,
} from "./checks.ts";
import { firstVisitInOrder, firstVisitSeen, firstVisitStanding, notEarlyOldAge } from "./first-visit.ts";
import { notYetClaimed, pensionClaimed } from "./rights.ts";

const facts = pensionFacts.shape;
const details = {
  claimType: facts.claimType.unwrap(),
  firstVisitOn: facts.firstVisitOn.unwrap(),
  certificateForm: facts.certificateForm.unwrap(),
  diseaseName: facts.diseaseName.unwrap(),
  bank: facts.bank.unwrap(),
};
const atCounter = {
  ...firstVisitSeen,
  ...certificateSeen,
  /** 症状固定日, before the year and six months are over. */
  settledOn: plainDateSchema.optional(),
  contributions: contributionsSeen.optional(),
};

type Claim = Case<
  {
    readonly claimType: "at-certification" | "worsened-later" | "first-second-grade";
    readonly firstVisitOn: PlainDate;
  },
  { readonly settledOn?: PlainDate | undefined; readonly certificateMadeOn?: PlainDate | undefined }
>;

const certifiedOn = ({ filing }: Claim): PlainDate =>
  certificationDay(filing.details.firstVisitOn, filing.atCounter?.settledOn);

/** More than a year after 障害認定日 both certificates are needed: of that day and of now (則31条; confidence medium). */
const isLate = (claim: Claim): boolean => claim.filing.filedOn > addYears(certifiedOn(claim), 1);

const ofCertification = (claim: Claim): readonly Reason[] => {
  const day = certifiedOn(claim);
  const made = claim.filing.atCounter?.certificateMadeOn;
  return when(
    made !== undefined && (made < day || made > addMonthsToDay(day, 3)),
    refuse(
      "certificate-not-of-certification",
      `認定日による請求の診断書は、障害認定日(${day})以後3か月以内の症状のものが要ります`,
      "/atCounter/certificateMadeOn",
      "国民年金法施行規則31条(要確認)",
    ),
  );
};

const byType = (claim: Claim): readonly Reason[] => {
  const { claimType } = claim.filing.details;
  const day = certifiedOn(claim);
  const { filedOn, person, atCounter: seen } = claim.filing;
  const reached = when(
    filedOn < day,
    refuse(
      "certification-day-not-reached",
      `障害認定日(${day}。初診日から1年6か月、または症状が固定した日)になっていないため、まだ請求できません`,
      "/details/firstVisitOn",
      "国民年金法30条1項",
    ),
  );
  if (claimType === "at-certification") return [...reached, ...ofCertification(claim)];
  if (claimType === "first-second-grade") return certificateFresh(seen?.certificateMadeOn, claim);
  const last = lastDayBefore65(person.birthDate);
  return [
    ...reached,
    ...certificateFresh(seen?.certificateMadeOn, claim),
    ...when(
      filedOn > last,
      refuse(
        "claim-after-65",
        `事後重症の請求は65歳に達する日の前日(${last})までです`,
        "/filedOn",
        "国民年金法30条の2",
      ),
    ),
    ...notEarlyOldAge(claim),
  ];
};

const toldOf = (claim: Claim): readonly Reason[] => {
  const { claimType } = claim.filing.details;
  if (claimType === "at-certification") return lapsedTold(certifiedOn(claim), claim.filing.filedOn);
  return [
    notice(
      "paid-from-claim",
      `請求した月の翌月(${addMonths(monthOf(claim.filing.filedOn), 1)})分から支給されます。さかのぼりません`,
      claimType === "worsened-later" ? "国民年金法30条の2第3項・18条1項" : "国民年金法30条の3第2項",
    ),
  ];
};

/** C02. 初診日 as 第1号, or from 60 to 64 in Japan. */
export const disabilityPensionClaim = defineFlow({
  form: "C02",
  family: "benefit-claim",
  title: "障害基礎年金裁定請求書",
  basis: ["国民年金法16条・30条・30条の2・30条の3", "国民年金法施行規則31条", "国民年金法施行令1条の2"],
  filers: insuredOnly,
  deadlineDays: null,
  details,
  atCounter,
  documents: ({ claimType, firstVisitOn }, filing): readonly DocumentNeed[] => [
    "medical-certificate",
    ...(claimType === "at-certification" &&
    filing.filedOn > addYears(certificationDay(firstVisitOn, filing.atCounter?.settledOn), 1)
      ? (["later-medical-certificate"] as const)
      : []),
    "history-statement",
    "first-visit-certificate",
    "bank-account-proof",
  ],
  retention: "benefit-filing",
  report: "benefit-claim",
  decide: (input) => {
    const { filing } = input;
    const { claimType, firstVisitOn, certificateForm, diseaseName, bank } = filing.details;
    const reasons = [
      ...claimInOrder(input),
      ...firstVisitInOrder(input),
      ...firstVisitStanding(input),
      ...byType(input),
      ...(claimType === "first-second-grade"
        ? []
        : notYetClaimed(input, ["disability", "disability-before-20", "special-disability"])),
    ];
    const atCertification = claimType === "at-certification";
    const day = certifiedOn(input);
    const entitledOn = atCertification ? day : filing.filedOn;
    return conclude(
      andTell(reasons, () => [
        ...contributionsTold(filing.atCounter?.contributions, addDays(firstVisitOn, -1), filing.person.birthDate),
        ...toldOf(input),
        ...when(
          atCertification && isLate(input),
          notice(
            "both-certificates",
            "障害認定日と請求日の両方の診断書が要る請求です",
            "国民年金法施行規則31条(要確認)",
          ),
        ),
      ]),
      () =>
        pensionClaimed(input, "disability", filing.filedOn, {
          claimType,
          firstVisitOn,
          ...(claimType === "first-second-grade" ? {} : { certifiedOn: day }),
          certificateForm,
          diseaseName,
          bank,
          entitledOn,
          startMonth: addMonths(monthOf(entitledOn), 1),
        }),
    );
  },
});
