import * as z from "zod";
import { conclude, type Reason } from "../domain/decision.ts";
import type { Person, RecordedTurn } from "../domain/ledger.ts";
import { administrative } from "../domain/record-items.ts";
import { plainDateSchema } from "../domain/values.ts";
import { addDays, type PlainDate } from "../law/calendar.ts";
import { check, daysInOrder, documentsAttached, filerAllowed, onFile, sameAsOnFile } from "./checks.ts";
import { correctionGround } from "./correction-ground.ts";
import { defineFlow } from "./define.ts";
import { wardOnly } from "./filers.ts";

type TurnKind = RecordedTurn["kind"];

const isRecorded = ({ turns }: Person, turn: TurnKind, day: PlainDate): boolean =>
  turns.some(({ kind, on }) => kind === turn && on === day);

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

const future: Reason = {
  weight: "refuse",
  code: "correction-in-future",
  message: "訂正後の年月日が先の日です",
  pointer: "/details/correctOn",
};

const nothingMoved: Reason = {
  weight: "refuse",
  code: "nothing-to-correct",
  message: "訂正後の年月日が訂正前と同じです",
  pointer: "/details/correctOn",
};

/** Moving a turn may not carry it onto or past another one, nor past one of its own day. */
const passesAnother = ({ turns }: Person, turn: TurnKind, was: PlainDate, on: PlainDate): boolean => {
  const own = turns.findIndex((each) => each.kind === turn && each.on === was);
  return own >= 0 && turns.some((other, at) => (at < own && other.on >= on) || (at > own && other.on <= on));
};

/** A19 職権訂正: a recorded day was wrong, or the turn never was. What was believed before stays in the ledger. */
export const exOfficioCorrection = defineFlow({
  form: "A19-2",
  family: "qualification",
  title: "職権訂正",
  basis: ["国民年金法12条", "国民年金法105条"],
  filers: wardOnly,
  deadlineDays: null,
  details: {
    turn: administrative(
      z.enum(["acquired", "category-changed", "lost"], "用意された区分から選んでください"),
      "訂正する記録の種類",
    ),
    recordedOn: administrative(plainDateSchema, "訂正前の年月日"),
    /** Left out: the turn never was. */
    correctOn: administrative(plainDateSchema, "訂正後の年月日").optional(),
    ...correctionGround,
  },
  atCounter: {},
  documents: () => ["basis-of-ex-officio"],
  ground: ({ requestId }) => requestId,
  retention: "qualification-filing",
  report: "category-change",
  decide: (input) => {
    const { turn, recordedOn, correctOn } = input.filing.details;
    return conclude(
      [
        ...check(input, daysInOrder, filerAllowed, onFile, sameAsOnFile, documentsAttached),
        ...(isRecorded(input.person, turn, recordedOn) ? [] : [notRecorded]),
        ...(correctOn === recordedOn ? [nothingMoved] : []),
        // A loss takes effect the day after its fact.
        ...(correctOn !== undefined && correctOn > addDays(input.today, turn === "lost" ? 1 : 0) ? [future] : []),
        ...(correctOn !== undefined && passesAnother(input.person, turn, recordedOn, correctOn) ? [otherTurn] : []),
      ],
      () => [{ kind: "turn-corrected", turn, was: recordedOn, on: correctOn ?? null }],
    );
  },
});
