import { acquisition } from "./acquisition.ts";
import { additionalPremiumStart } from "./additional-premium-start.ts";
import { additionalPremiumWithdrawal } from "./additional-premium-withdrawal.ts";
import { addressChange } from "./address-change.ts";
import { birthOrSexCorrection } from "./birth-or-sex-correction.ts";
import { changeFromCategory2 } from "./change-from-category-2.ts";
import { changeFromCategory3 } from "./change-from-category-3.ts";
import { childcareAutomatic } from "./childcare-automatic.ts";
import { childcareChange } from "./childcare-change.ts";
import { childcareEnd } from "./childcare-end.ts";
import { childcareExemption } from "./childcare-exemption.ts";
import { additionChange } from "./claims/addition-change.ts";
import { deathLumpSumClaim } from "./claims/death-lump-sum-claim.ts";
import { disabilityBefore20Claim } from "./claims/disability-before-20-claim.ts";
import { disabilityPensionClaim } from "./claims/disability-pension-claim.ts";
import { disabilityRevisionClaim } from "./claims/disability-revision-claim.ts";
import { disabilityStateReport } from "./claims/disability-state-report.ts";
import { oldAgePensionClaim } from "./claims/old-age-pension-claim.ts";
import { oldAgeWelfareReport } from "./claims/old-age-welfare-report.ts";
import { pensionCertificateReissue } from "./claims/pension-certificate-reissue.ts";
import { recipientChange } from "./claims/recipient-change.ts";
import { recipientDeathReport } from "./claims/recipient-death-report.ts";
import { recipientIncomeReport } from "./claims/recipient-income-report.ts";
import { specialDisabilityClaim } from "./claims/special-disability-claim.ts";
import { specialIncomeReport } from "./claims/special-income-report.ts";
import { specialRecipientChange } from "./claims/special-recipient-change.ts";
import { specialRevisionClaim } from "./claims/special-revision-claim.ts";
import { specialStateReport } from "./claims/special-state-report.ts";
import { specialUnpaidClaim } from "./claims/special-unpaid-claim.ts";
import { supportBenefitClaim } from "./claims/support-benefit-claim.ts";
import { survivorPensionClaim } from "./claims/survivor-pension-claim.ts";
import { suspensionReasonEnd } from "./claims/suspension-reason-end.ts";
import { suspensionReasonStart } from "./claims/suspension-reason-start.ts";
import { unpaidPensionClaim } from "./claims/unpaid-pension-claim.ts";
import { widowPensionClaim } from "./claims/widow-pension-claim.ts";
import { continuationRequest } from "./continuation-request.ts";
import { continuationWithdrawal } from "./continuation-withdrawal.ts";
import { continuedExemption } from "./continued-exemption.ts";
import type { Flow } from "./define.ts";
import { employeesPensionJoined } from "./employees-pension-joined.ts";
import { exOfficioAcquisition } from "./ex-officio-acquisition.ts";
import { exOfficioCorrection } from "./ex-officio-correction.ts";
import { exclusion } from "./exclusion.ts";
import { exemptionApplication } from "./exemption-application.ts";
import { exemptionCancellation } from "./exemption-cancellation.ts";
import { farmerPremiumEnd } from "./farmer-premium-end.ts";
import { farmerPremiumStart } from "./farmer-premium-start.ts";
import { fundJoined } from "./fund-joined.ts";
import { latePayment } from "./late-payment.ts";
import { loss } from "./loss.ts";
import { maternityChange } from "./maternity-change.ts";
import { maternityExemption } from "./maternity-exemption.ts";
import { nameChange } from "./name-change.ts";
import { numberNoticeReissue } from "./number-notice-reissue.ts";
import { paymentChoice } from "./payment-choice.ts";
import { paymentChoiceCorrection } from "./payment-choice-correction.ts";
import { specialVoluntaryEnrolment } from "./special-voluntary-enrolment.ts";
import { statutoryExemptionEnd } from "./statutory-exemption-end.ts";
import { statutoryExemptionStart } from "./statutory-exemption-start.ts";
import { studentDefermentApplication } from "./student-deferment-application.ts";
import { studentDefermentEnd } from "./student-deferment-end.ts";
import { voluntaryEnrolment } from "./voluntary-enrolment.ts";
import { voluntaryWithdrawal } from "./voluntary-withdrawal.ts";

/** Every 届出 the system takes, by its name in the API. A new one is its file and a line here. */
export const flows = {
  acquisition,
  "change-from-category-2": changeFromCategory2,
  "change-from-category-3": changeFromCategory3,
  loss,
  "employees-pension-joined": employeesPensionJoined,
  exclusion,
  "name-change": nameChange,
  "address-change": addressChange,
  "birth-or-sex-correction": birthOrSexCorrection,
  "number-notice-reissue": numberNoticeReissue,
  "ex-officio-acquisition": exOfficioAcquisition,
  "ex-officio-correction": exOfficioCorrection,
  "voluntary-enrolment": voluntaryEnrolment,
  "special-voluntary-enrolment": specialVoluntaryEnrolment,
  "voluntary-withdrawal": voluntaryWithdrawal,
  "additional-premium-start": additionalPremiumStart,
  "additional-premium-withdrawal": additionalPremiumWithdrawal,
  "farmer-premium-start": farmerPremiumStart,
  "farmer-premium-end": farmerPremiumEnd,
  "fund-joined": fundJoined,
  "statutory-exemption-start": statutoryExemptionStart,
  "statutory-exemption-end": statutoryExemptionEnd,
  "payment-choice": paymentChoice,
  "payment-choice-correction": paymentChoiceCorrection,
  "exemption-application": exemptionApplication,
  "continuation-request": continuationRequest,
  "continuation-withdrawal": continuationWithdrawal,
  "continued-exemption": continuedExemption,
  "exemption-cancellation": exemptionCancellation,
  "student-deferment-application": studentDefermentApplication,
  "student-deferment-end": studentDefermentEnd,
  "maternity-exemption": maternityExemption,
  "maternity-change": maternityChange,
  "childcare-exemption": childcareExemption,
  "childcare-end": childcareEnd,
  "childcare-change": childcareChange,
  "childcare-automatic": childcareAutomatic,
  "late-payment": latePayment,
  "old-age-pension-claim": oldAgePensionClaim,
  "disability-pension-claim": disabilityPensionClaim,
  "disability-before-20-claim": disabilityBefore20Claim,
  "disability-revision-claim": disabilityRevisionClaim,
  "disability-state-report": disabilityStateReport,
  "recipient-income-report": recipientIncomeReport,
  "suspension-reason-start": suspensionReasonStart,
  "suspension-reason-end": suspensionReasonEnd,
  "addition-change": additionChange,
  "survivor-pension-claim": survivorPensionClaim,
  "widow-pension-claim": widowPensionClaim,
  "death-lump-sum-claim": deathLumpSumClaim,
  "recipient-death-report": recipientDeathReport,
  "unpaid-pension-claim": unpaidPensionClaim,
  "special-disability-claim": specialDisabilityClaim,
  "special-income-report": specialIncomeReport,
  "special-revision-claim": specialRevisionClaim,
  "special-recipient-change": specialRecipientChange,
  "special-unpaid-claim": specialUnpaidClaim,
  "special-state-report": specialStateReport,
  "support-benefit-claim": supportBenefitClaim,
  "recipient-change": recipientChange,
  "pension-certificate-reissue": pensionCertificateReissue,
  "old-age-welfare-report": oldAgeWelfareReport,
} as const satisfies Record<string, Flow>;

export type FlowId = keyof typeof flows;

export const flowIds = Object.keys(flows) as [FlowId, ...FlowId[]];
