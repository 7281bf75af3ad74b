import { conclude, type Reason } from "../domain/decision.ts";
import { item } from "../domain/record-items.ts";
import { plainDateSchema, sexSchema } from "../domain/values.ts";
import { check, daysInOrder, documentsAttached, filerAllowed, onFile, sameAsOnFile } from "./checks.ts";
import { correctionGround } from "./correction-ground.ts";
import { defineFlow } from "./define.ts";
import { anyone } from "./filers.ts";

const nothingToCorrect: Reason = {
  weight: "refuse",
  code: "nothing-to-correct",
  message: "訂正後の生年月日か性別のどちらかを入力してください",
  pointer: "/details",
};

const bornLater: Reason = {
  weight: "refuse",
  code: "event-before-birth",
  message: "訂正後の生年月日が事実発生日より後です",
  pointer: "/details/correctBirthDate",
};

const agesChange: Reason = {
  weight: "notice",
  code: "ages-change",
  message: "生年月日が変わると20歳・60歳の到達日が変わります。資格の記録を確かめ、要れば職権訂正をしてください",
  article: "国民年金法8条・9条",
};

/** A10. The basis in the 施行規則 is own knowledge, confidence medium. `eventOn` is the day the correction is known. */
export const birthOrSexCorrection = defineFlow({
  form: "A10",
  family: "qualification",
  title: "生年月日・性別訂正届",
  basis: ["国民年金法施行規則(訂正の届出。条番号要確認)"],
  filers: anyone,
  deadlineDays: null,
  details: {
    correctBirthDate: item("addressee.birthDate", plainDateSchema).optional(),
    correctSex: item("addressee.sex", sexSchema).optional(),
    ...correctionGround,
  },
  atCounter: {},
  documents: () => ["residence-record"],
  ground: ({ requestId }) => requestId,
  retention: "qualification-filing",
  report: "facts-change",
  decide: (input) => {
    const { correctBirthDate, correctSex } = input.filing.details;
    return conclude(
      [
        ...check(input, daysInOrder, filerAllowed, onFile, sameAsOnFile, documentsAttached),
        ...(correctBirthDate === undefined && correctSex === undefined ? [nothingToCorrect] : []),
        ...(correctBirthDate === undefined ? [] : [agesChange]),
        ...(correctBirthDate !== undefined && correctBirthDate > input.filing.eventOn ? [bornLater] : []),
      ],
      () => [
        {
          kind: "facts-changed",
          on: input.filing.eventOn,
          facts: {
            ...(correctBirthDate === undefined ? {} : { birthDate: correctBirthDate }),
            ...(correctSex === undefined ? {} : { sex: correctSex }),
          },
        },
      ],
    );
  },
});
