import type { FileLayout } from "../layout.ts";
import type { ReportItem, ReportKind } from "../report.ts";
import { acquisition } from "./acquisition.ts";
import { categoryChange } from "./category-change.ts";
import { loss } from "./loss.ts";

/** The layout of each report's medium. The lent layout takes the place of a stand-in here. */
export const reportLayouts = {
  acquisition,
  "category-change": categoryChange,
  loss,
} as const satisfies Record<ReportKind, FileLayout<ReportItem>>;
