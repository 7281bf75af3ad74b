import type { DocumentNeed } from "../domain/filing.ts";
import type { Application } from "./application.ts";
import type { SpecialGround } from "./application-details.ts";

/** What proves each 特例事由 (則77条の7ほか; which papers will do is confidence medium). */
const proofs = {
  unemployment: [
    "separation-certificate",
    "unemployment-benefit-certificate",
    "retirement-order",
    "closure-notice",
    "suspension-notice",
    "registry-extract",
    "welfare-loan-certificate",
  ],
  disaster: "disaster-certificate",
  aid: "benefit-certificate",
  "foreigner-protection": "benefit-certificate",
  "special-disability-benefit": "benefit-certificate",
  "domestic-violence": "violence-certificate",
} as const satisfies Record<SpecialGround, DocumentNeed>;

const student: DocumentNeed = ["student-card", "enrolment-certificate"];

/** The papers that an application needs, each once however many people it is stated of. */
export const papersFor = ({
  cycle,
  grounds,
  schoolKnown,
}: Pick<Application, "cycle" | "grounds" | "schoolKnown">): readonly DocumentNeed[] => [
  ...(cycle === "student" && !schoolKnown ? [student] : []),
  ...new Set(grounds.map(({ reason }) => proofs[reason])),
];
