import * as z from "zod";
import { conclude, type Reason } from "../domain/decision.ts";
import type { Person } from "../domain/ledger.ts";
import { administrative } from "../domain/record-items.ts";
import { plainDateSchema } from "../domain/values.ts";
import type { PlainDate } from "../law/calendar.ts";
import { check, daysInOrder, documentsAttached, filerAllowed, onFile, sameAsOnFile } from "./checks.ts";
import { defineFlow } from "./define.ts";
import { wardOnly } from "./filers.ts";

type TurnKind = "acquired" | "category-changed" | "lost";

/** The periods tell where each turn lies: one begins where another ends by a change, or stands alone. */
const isRecorded = ({ periods }: Person, turn: TurnKind, day: PlainDate): boolean =>
  turn === "lost"
    ? periods.some(({ until, untilCause }) => until === day && untilCause !== "category-changed")
    : periods.some(({ from }) => from === day);

const notRecorded: Reason = {
  weight: "refuse",
  code: "no-such-turn",
  message: "その日の取得・種別変更・喪失の記録がありません。訂正前の年月日を確かめてください",
  pointer: "/details/recordedOn",
};

const otherTurn: Reason = {
  weight: "incomplete",
  code: "correction-past-another-turn",
  message: "訂正後の年月日が、ほかの資格の記録を越えます。先にその記録を訂正してください",
  pointer: "/details/correctOn",
};

/** Moving a turn may not carry it past another one. */
const passesAnother = ({ periods }: Person, was: PlainDate, on: PlainDate): boolean => {
  const [first, last] = was < on ? [was, on] : [on, was];
  return periods.some(({ from, until }) =>
    [from, until].some((day) => day !== null && day !== was && day >= first && day <= last),
  );
};

/** A19 職権訂正: a recorded day was wrong, or the turn never was. What was believed before stays in the ledger. */
export const exOfficioCorrection = defineFlow({
  form: "A19-2",
  family: "qualification",
  title: "職権訂正",
  basis: ["国民年金法12条", "国民年金法105条"],
  filers: wardOnly,
  deadlineDays: 14,
  details: {
    turn: administrative(
      z.enum(["acquired", "category-changed", "lost"], "用意された区分から選んでください"),
      "訂正する記録の種類",
    ),
    recordedOn: administrative(plainDateSchema, "訂正前の年月日"),
    /** Left out: the turn never was. */
    correctOn: administrative(plainDateSchema, "訂正後の年月日").optional(),
  },
  atCounter: {},
  documents: () => ["basis-of-ex-officio"],
  retention: "qualification-filing",
  report: "category-change",
  decide: (input) => {
    const { turn, recordedOn, correctOn } = input.filing.details;
    return conclude(
      [
        ...check(input, daysInOrder, filerAllowed, onFile, sameAsOnFile, documentsAttached),
        ...(isRecorded(input.person, turn, recordedOn) ? [] : [notRecorded]),
        ...(correctOn !== undefined && passesAnother(input.person, recordedOn, correctOn) ? [otherTurn] : []),
      ],
      () => [{ kind: "turn-corrected", turn, was: recordedOn, on: correctOn ?? null }],
    );
  },
});
