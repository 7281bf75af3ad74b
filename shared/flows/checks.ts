import { categories } from "../domain/causes.ts";
import type { Reason } from "../domain/decision.ts";
import { type DocumentCode, type DocumentNeed, documents, type Filer } from "../domain/filing.ts";
import { periodOn, type QualificationPeriod } from "../domain/ledger.ts";
import type { PersonFacts } from "../domain/person.ts";
import { filingDeadline } from "../law/deadlines.ts";
import { compulsoryAges } from "../law/qualification.ts";
import type { Verdict } from "../law/reason.ts";
import type { Case } from "./define.ts";

/** Rules that several flows share. Each looks at one thing and says nothing when all is well. */
type Check = (input: Case<unknown, unknown>) => readonly Reason[];

const when = (fault: boolean, reason: Reason): readonly Reason[] => (fault ? [reason] : []);

/** V-RANGE: the days of the form in an order that can be. */
export const daysInOrder: Check = ({ filing, today }) => [
  ...when(filing.filedOn > today, {
    weight: "refuse",
    code: "filed-in-future",
    message: "受付日が今日より後です",
    pointer: "/filedOn",
  }),
  ...when(filing.eventOn > today, {
    weight: "refuse",
    code: "event-in-future",
    message: "事実発生日が今日より後です。事実が起きてから届け出てください",
    pointer: "/eventOn",
  }),
  ...when(filing.eventOn < filing.person.birthDate, {
    weight: "refuse",
    code: "event-before-birth",
    message: "事実発生日が生年月日より前です",
    pointer: "/eventOn",
  }),
];

const compared = {
  name: "氏名",
  nameKana: "氏名かな",
  birthDate: "生年月日",
  sex: "性別",
  basicPensionNumber: "基礎年金番号",
  individualNumber: "個人番号",
} as const satisfies Partial<Record<keyof PersonFacts, string>>;

/** 評価書 III-2 その他のリスク2③: what is filed is compared with what is on file. */
export const sameAsOnFile: Check = ({ filing, person: { facts } }) =>
  facts === null
    ? []
    : (Object.keys(compared) as (keyof typeof compared)[]).flatMap((key) =>
        when(filing.person[key] !== undefined && facts[key] !== undefined && filing.person[key] !== facts[key], {
          weight: "incomplete",
          code: "differs-from-file",
          message: `${compared[key]}が国民年金ファイルの記録と違います。届書と本人確認書類を確かめてください`,
          pointer: `/person/${key}`,
        }),
      );

/** The paper by which somebody else shows that they may file. */
const papersOf: Partial<Record<Filer, DocumentCode>> = {
  proxy: "power-of-attorney",
  "legal-representative": "representative-proof",
  "student-affairs-corporation": "corporation-designation",
};

const missing = (need: DocumentNeed): string =>
  typeof need === "string"
    ? `添付書類「${documents[need]}」がありません`
    : `添付書類がありません。次のどれか一つが要ります: ${need.map((code) => documents[code]).join("、")}`;

/** Every paper that a filing has to come with: those of its flow and that of whoever files it for another. */
export const papersNeeded = (filer: Filer, needs: readonly DocumentNeed[]): readonly DocumentNeed[] => {
  const own = papersOf[filer];
  return own === undefined ? needs : [...needs, own];
};

export const documentsAttached: Check = ({ filing, needs }) =>
  papersNeeded(filing.filer, needs).flatMap((need) =>
    when(!(typeof need === "string" ? [need] : need).some((code) => filing.documents.includes(code)), {
      weight: "incomplete",
      code: "document-missing",
      message: missing(need),
      pointer: "/documents",
    }),
  );

/** 法12条1項・2項. */
export const filerAllowed: Check = ({ filing, flow }) =>
  when(!flow.filers.includes(filing.filer), {
    weight: "refuse",
    code: "filer-not-allowed",
    message: "この届出者区分では届け出られません",
    pointer: "/filer",
    article: "国民年金法12条",
  });

/** V-14: a late filing is accepted and dated by its event; the counter is told. */
export const lateness: Check = ({ filing, flow }) => {
  if (flow.deadlineDays === null) return [];
  const { effective } = filingDeadline(filing.eventOn, flow.deadlineDays);
  return when(filing.filedOn > effective, {
    weight: "notice",
    code: "late-filing",
    message: `届出期限(${effective})を過ぎています。受理し、日付は事実発生日によります`,
    article: flow.basis.join("・"),
  });
};

/** 法7条1項1号: 20歳以上60歳未満. */
export const withinCompulsoryAge: Check = ({ filing }) => {
  const { from, until } = compulsoryAges(filing.person.birthDate);
  return when(filing.eventOn < from || filing.eventOn >= until, {
    weight: "refuse",
    code: "outside-compulsory-age",
    message: "事実発生日に20歳以上60歳未満ではないため、第1号被保険者になりません",
    pointer: "/eventOn",
    article: "国民年金法7条1項1号・8条・9条3号",
  });
};

const dayOfFiling =
  (words: Pick<Reason, "message" | "article">): Check =>
  ({ filing }) =>
    when(filing.eventOn !== filing.filedOn, {
      weight: "refuse",
      code: "not-the-day-of-application",
      pointer: "/eventOn",
      ...words,
    });

/** 申出は遡らない: the day of the fact is the day of the 申出. */
export const onTheDayOfApplication = dayOfFiling({
  message: "申出は遡れません。事実発生日には受付日を入力してください",
  article: "国民年金法附則5条3項・87条の2",
});

/** The fact of an 申請・申出 about 免除 is that it was made; the months it asks for are among its details. */
export const onTheDayOfFiling = dayOfFiling({
  message: "申請・申出の事実発生日には受付日を入力してください",
});

/** Someone whom only a record can be changed for. */
export const onFile: Check = ({ person }) =>
  when(person.facts === null, {
    weight: "refuse",
    code: "person-not-on-file",
    message: "国民年金ファイルに記録のない人です。宛名番号を確かめてください",
    pointer: "/person/atenaNumber",
  });

/** V-DUP: nothing on file may have begun or ended after the day this filing speaks of. */
export const nothingRecordedLater: Check = ({ filing, person }) =>
  when(
    person.periods.some((period) => period.from > filing.eventOn || (period.until ?? "") > filing.eventOn),
    {
      weight: "refuse",
      code: "later-record-exists",
      message: "事実発生日より後の資格の記録があります。記録と日付を確かめてください",
      pointer: "/eventOn",
    },
  );

export const periodAtEvent = ({ filing, person }: Case<unknown, unknown>): QualificationPeriod | undefined =>
  periodOn(person.periods, filing.eventOn);

export const alreadyEnrolled = (period: QualificationPeriod): Reason => ({
  weight: "refuse",
  code: "already-enrolled",
  message: `すでに${categories[period.category]}の資格があります(${period.from}から)`,
  pointer: "/eventOn",
  article: "国民年金法7条・8条",
});

export const otherCategory = (period: QualificationPeriod): Reason => ({
  weight: "refuse",
  code: "other-category",
  message: `記録では${categories[period.category]}です(${period.from}から)。届書の種類を確かめてください`,
  pointer: "/eventOn",
  article: "国民年金法7条1項",
});

/** A verdict of the law as reasons of a decision; `pointer` says which answer on the form it turns on. */
export const lawful = (verdict: Verdict, pointer: string): readonly Reason[] =>
  verdict.ok ? [] : verdict.reasons.map((reason) => ({ weight: "refuse", pointer, ...reason }));

export const check = (input: Case<unknown, unknown>, ...checks: readonly Check[]): Reason[] =>
  checks.flatMap((one) => one(input));
