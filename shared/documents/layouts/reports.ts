import type { FileLayout } from "../layout.ts";
import type { ReportItem, ReportKind } from "../report.ts";
import { acquisition } from "./acquisition.ts";
import { additionalPremium } from "./additional-premium.ts";
import { benefitClaim } from "./benefit-claim.ts";
import { categoryChange } from "./category-change.ts";
import { exemptionApplication } from "./exemption-application.ts";
import { factsChange } from "./facts-change.ts";
import { familyExemption } from "./family-exemption.ts";
import { loss } from "./loss.ts";
import { numberNotice } from "./number-notice.ts";
import { recipientNotice } from "./recipient-notice.ts";
import { statutoryExemption } from "./statutory-exemption.ts";
import { studentDeferment } from "./student-deferment.ts";
import { voluntaryEnrolment } from "./voluntary-enrolment.ts";

/** The layout of each report's medium. The lent layout takes the place of a stand-in here. */
export const reportLayouts = {
  acquisition,
  "category-change": categoryChange,
  loss,
  "facts-change": factsChange,
  "number-notice": numberNotice,
  "voluntary-enrolment": voluntaryEnrolment,
  "additional-premium": additionalPremium,
  "statutory-exemption": statutoryExemption,
  "exemption-application": exemptionApplication,
  "student-deferment": studentDeferment,
  "family-exemption": familyExemption,
  "benefit-claim": benefitClaim,
  "recipient-notice": recipientNotice,
} as const satisfies Record<ReportKind, FileLayout<ReportItem>>;
