import * as z from "zod";
import { conclude, type Reason } from "../../domain/decision.ts";
import { type SpecialDisabilityFacts, specialDisabilityFacts } from "../../domain/recipient-facts.ts";
import { attainmentDay, hasAttained } from "../../law/age.ts";
import { type PlainDate, plainDate } from "../../law/calendar.ts";
import { certificationDay, lastDayBefore65 } from "../../law/claim-limits.ts";
import { suspensionIncomeYear } from "../../law/disability-income-limit.ts";
import { specialDisabilityFirstMonth } from "../../law/special-disability-benefit.ts";
import { type Case, defineFlow } from "../define.ts";
import { andTell } from "../exemption-rules.ts";
import { insuredOnly } from "../filers.ts";
import { certificateFresh, certificateSeen, claimInOrder, incomplete, notice, refuse, when } from "./checks.ts";
import { firstVisitInOrder } from "./first-visit.ts";
import { suspensionTold } from "./income-suspension.ts";
import { notYetClaimed, specialClaimed } from "./rights.ts";

const law = "特定障害者に対する特別障害給付金の支給に関する法律";
const facts = specialDisabilityFacts.shape;

/** The last 初診日 of each group: 任意加入 was open to them until the law changed (同法2条1号・2号). */
const groups = {
  student: { label: "国民年金に任意加入していなかった学生", until: plainDate("1991-03-31"), article: `${law}2条1号` },
  spouse: {
    label: "国民年金に任意加入していなかった、被用者年金加入者などの配偶者",
    until: plainDate("1986-03-31"),
    article: `${law}2条2号`,
  },
} as const;

const atCounter = {
  ...certificateSeen,
  group: z.enum(["student", "spouse"], "用意された区分から選んでください").optional(),
  /** 初診日に任意加入していた. */
  enrolledVoluntarily: z.boolean().optional(),
};
type Seen = z.infer<z.ZodObject<typeof atCounter>>;
type Claim = Case<SpecialDisabilityFacts & { readonly firstVisitOn: PlainDate }, Seen>;

const ofStudent = ({ enrolledFrom, enrolledUntil, schoolName, firstVisitOn }: Claim["filing"]["details"]) => [
  ...when(
    schoolName === undefined || enrolledFrom === undefined,
    incomplete(
      "school-unknown",
      "学校の名称と在学していた期間を入力してください",
      "/details/schoolName",
      groups.student.article,
    ),
  ),
  ...when(
    enrolledFrom !== undefined &&
      (firstVisitOn < enrolledFrom || (enrolledUntil !== undefined && firstVisitOn > enrolledUntil)),
    refuse(
      "not-student-at-first-visit",
      "初診日が在学していた期間の外です",
      "/details/firstVisitOn",
      groups.student.article,
    ),
  ),
];

const ofGroup = ({ filing }: Claim): readonly Reason[] => {
  const { details, atCounter: seen = {}, person } = filing;
  const { group, enrolledVoluntarily } = seen;
  if (group === undefined)
    return [
      incomplete("group-unknown", "学生か配偶者か、対象となる区分を選んでください", "/atCounter/group", `${law}2条`),
    ];
  const { until, label, article } = groups[group];
  return [
    ...when(
      enrolledVoluntarily === undefined,
      incomplete(
        "voluntary-enrolment-unknown",
        "初診日に国民年金へ任意加入していたかを年金記録で確かめて入力してください",
        "/atCounter/enrolledVoluntarily",
        article,
      ),
    ),
    ...when(
      enrolledVoluntarily === true,
      refuse(
        "enrolled-at-first-visit",
        "初診日に任意加入していたため、特別障害給付金の対象ではありません。障害基礎年金の請求(C02)を確かめてください",
        "/atCounter/enrolledVoluntarily",
        article,
      ),
    ),
    ...when(
      details.firstVisitOn > until,
      refuse("first-visit-too-late", `${label}の初診日は${until}までです`, "/details/firstVisitOn", article),
    ),
    ...when(
      !hasAttained(person.birthDate, 20, details.firstVisitOn),
      refuse(
        "use-before-20-claim",
        `初診日が20歳に達した日(${attainmentDay(person.birthDate, 20)})前のときは、20歳前傷病の請求(C03)で受け付けます`,
        "/details/firstVisitOn",
        "国民年金法30条の4",
      ),
    ),
    ...(group === "student" ? ofStudent(details) : []),
  ];
};

const inTime = ({ filing: { filedOn, person, details } }: Claim): readonly Reason[] => {
  const last = lastDayBefore65(person.birthDate);
  const certified = certificationDay(details.firstVisitOn);
  return [
    ...when(
      filedOn > last,
      refuse("claim-after-65", `認定の請求は65歳に達する日の前日(${last})までです`, "/filedOn", `${law}6条2項(要確認)`),
    ),
    ...when(
      filedOn < certified,
      refuse(
        "certification-day-not-reached",
        `障害認定日(${certified})になっていないため、まだ請求できません`,
        "/details/firstVisitOn",
        `${law}2条`,
      ),
    ),
  ];
};

/** C12. Paid from the month after the claim, never before it (同法11条). */
export const specialDisabilityClaim = defineFlow({
  form: "C12",
  family: "special-disability-benefit",
  title: "特別障害給付金認定請求書",
  basis: [`${law}2条・6条`, `${law}施行規則1条(要確認)`],
  filers: insuredOnly,
  deadlineDays: null,
  details: {
    firstVisitOn: facts.firstVisitOn.unwrap(),
    certificateForm: facts.certificateForm.unwrap(),
    diseaseName: facts.diseaseName.unwrap(),
    otherPension: facts.otherPension,
    otherPensionYen: facts.otherPensionYen,
    spouseIndividualNumber: facts.spouseIndividualNumber,
    spouseSymbol: facts.spouseSymbol,
    spouseNumber: facts.spouseNumber,
    schoolName: facts.schoolName,
    schoolNameKana: facts.schoolNameKana,
    schoolAddress: facts.schoolAddress,
    enrolledFrom: facts.enrolledFrom,
    enrolledUntil: facts.enrolledUntil,
  },
  atCounter,
  documents: (_, { atCounter: seen }) => [
    "medical-certificate",
    "history-statement",
    "first-visit-certificate",
    "bank-account-proof",
    ...(seen?.group === "student" ? (["enrolment-certificate"] as const) : []),
    ...(seen?.group === "spouse" ? (["spouse-pension-proof", "family-register"] as const) : []),
  ],
  incomeYear: (_, { filedOn }) => suspensionIncomeYear(specialDisabilityFirstMonth(filedOn)),
  retention: "benefit-filing",
  report: "benefit-claim",
  decide: (input) => {
    const { filedOn, details, atCounter: seen } = input.filing;
    const first = specialDisabilityFirstMonth(filedOn);
    const reasons = [
      ...claimInOrder(input),
      ...firstVisitInOrder(input),
      ...ofGroup(input),
      ...inTime(input),
      ...certificateFresh(seen?.certificateMadeOn, input, `${law}施行規則1条(要確認)`),
      ...notYetClaimed(input, ["disability", "disability-before-20", "special-disability"]),
    ];
    return conclude(
      andTell(reasons, () => [
        notice("paid-from-claim", `請求した月の翌月(${first})分から支給されます。さかのぼりません`, `${law}11条`),
        ...when(
          (details.otherPensionYen ?? 0) > 0,
          notice(
            "other-pension-subtracted",
            "ほかの公的年金などを受けているときは、その額を差し引いて支給されます",
            `${law}16条`,
          ),
        ),
        ...suspensionTold(first, input.income),
      ]),
      () =>
        specialClaimed(input, {
          ...details,
          certifiedOn: certificationDay(details.firstVisitOn),
          claimedOn: filedOn,
          startMonth: first,
        }),
    );
  },
});
