/** What the codes in a filing's history say, without the particulars that were told at the counter. */
const labels = {
  "additional-premium-already": "すでに付加保険料を納める人です",
  "ages-change": "生年月日の訂正で20歳・60歳の到達日が変わります",
  "already-enrolled": "すでに資格の記録があります",
  "beyond-assessment": "特定個人情報保護評価書の記録項目にありません",
  "born-too-late": "特例任意加入の対象となる生年月日ではありません",
  "correction-in-future": "訂正後の日付が先の日です",
  "correction-past-another-turn": "訂正後の日付が前後の資格の記録を越えます",
  "differs-from-file": "記載が国民年金ファイルの記録と違います",
  "document-missing": "添付書類がありません",
  "event-before-birth": "事実発生日が生年月日より前です",
  "event-in-future": "事実発生日が先の日です",
  "filed-in-future": "受付日が先の日です",
  "filer-not-allowed": "届け出られない届出者区分です",
  "filing-not-required": "届出を要しません",
  "full-months-reached": "納付した月数が480月に達しています",
  "late-filing": "届出期限を過ぎています",
  "later-record-exists": "事実発生日より後の資格の記録があります",
  "no-additional-premium": "付加保険料の記録がありません",
  "no-such-turn": "訂正する資格の記録がありません",
  "not-enrolled": "事実発生日に資格の記録がありません",
  "not-the-day-after-leaving": "資格取得日が退職日の翌日ではありません",
  "not-the-day-of-application": "申出の日ではありません(遡れません)",
  "not-voluntary": "任意加入の記録がありません",
  "nothing-to-correct": "訂正する項目がありません",
  "number-of-another": "番号が別の人の記録にあります",
  "old-age-received": "老齢基礎年金の支給を受けています",
  "other-category": "記録の種別と届書が合いません",
  "other-voluntary-cause": "任意加入の事由と居住・年齢が合いません",
  "outside-compulsory-age": "20歳以上60歳未満ではありません",
  "outside-special-age": "65歳以上70歳未満ではありません",
  "outside-voluntary-scope": "任意加入できる年齢・居住・国籍ではありません",
  "payment-record-unknown": "納付した月数などの確認が要ります",
  "person-not-on-file": "国民年金ファイルに記録がありません",
  "qualifying-period-met": "受給資格期間を満たしています",
  "spouse-changes-too": "配偶者の種別変更も要ります",
  "voluntary-enrolment-separate": "任意加入の申出が別に要ります",
} as const satisfies Record<string, string>;

const fromJps = /^jps-(.+)$/;

/** Japanese for a code; a code of 日本年金機構 or one nobody has worded keeps its sign. */
export const reasonLabel = (code: string): string => {
  if (Object.hasOwn(labels, code)) return labels[code as keyof typeof labels];
  const [, theirs] = fromJps.exec(code) ?? [];
  return theirs === undefined ? `理由の符号 ${code}` : `日本年金機構の理由コード ${theirs}`;
};

export const reasonLabels = (codes: readonly string[]): string => codes.map(reasonLabel).join("、");
