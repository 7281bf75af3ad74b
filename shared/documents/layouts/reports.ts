import type { FileLayout } from "../layout.ts";
import type { ReportItem, ReportKind } from "../report.ts";
import { acquisition } from "./acquisition.ts";
import { additionalPremium } from "./additional-premium.ts";
import { categoryChange } from "./category-change.ts";
import { factsChange } from "./facts-change.ts";
import { loss } from "./loss.ts";
import { numberNotice } from "./number-notice.ts";
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
} as const satisfies Record<ReportKind, FileLayout<ReportItem>>;
