import type { DocumentNeed } from "../domain/filing.ts";
import type { SpecialGround, StatedGround } from "./application-details.ts";

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

/** The papers for 特例事由, each once however many people it is stated of. */
export const proofsOf = (grounds: readonly StatedGround[]): readonly DocumentNeed[] => [
  ...new Set(grounds.map(({ reason }) => proofs[reason])),
];
