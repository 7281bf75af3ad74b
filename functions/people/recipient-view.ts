import {
  benefitKinds,
  certificateForms,
  choices,
  determinations,
  disabilityClaims,
  forfeitures,
  otherPensions,
  recipientChanges,
  schemes,
  suspensionTypes,
} from "../../shared/domain/benefits.ts";
import type { RecipientRight } from "../../shared/domain/recipient-facts.ts";
import { type Recipient, recipientState, recipientStates } from "../../shared/domain/recipients.ts";
import type { PlainDate } from "../../shared/law/calendar.ts";
import { maskPerson, type Viewer } from "../../shared/protection/mask-person.ts";
import { standings } from "./standings.ts";

const registers = {
  pension: "受給年金受給者情報",
  "special-disability": "特別障害給付金受給者情報",
} as const satisfies Record<RecipientRight["register"], string>;

/** Facts that are codes, and their words. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  scheme: schemes,
  suspensionType: suspensionTypes,
  forfeiture: forfeitures,
  certificateForm: certificateForms,
  determination: determinations,
  choice: choices,
  otherPension: otherPensions,
  claimType: disabilityClaims,
};

/** Of what is shown: a code that was masked has no words. */
const labelsOf = (shown: object): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(shown).flatMap(([name, value]) => {
      const label = words[name]?.[value];
      return label === undefined ? [] : [[name, label]];
    }),
  );

/** One right as it stands on a day, and what befell it. */
export const recipientView = (right: Recipient, on: PlainDate, addressProtected: boolean, viewer: Viewer) => {
  const state = recipientState(right, on);
  const facts = maskPerson(right.facts, addressProtected, viewer);
  return {
    register: right.register,
    registerLabel: registers[right.register],
    seq: right.seq,
    kind: right.kind,
    kindLabel: benefitKinds[right.kind],
    state,
    stateLabel: recipientStates[state],
    facts,
    labels: labelsOf(facts),
    history: right.history.map((line) => ({
      ...line,
      changeLabel: recipientChanges[line.change],
      standingLabel: standings[line.standing],
    })),
  };
};
