import * as z from "zod";
import { dayAt, type Instant, type PlainDate } from "../law/calendar.ts";
import {
  type FilingAction,
  type FilingStatus,
  filingStatuses,
  isTransition,
  type TransitionName,
  transitions,
} from "./filing-status.ts";
import type { FilingId, OfficerId, PersonId, RunId } from "./ids.ts";
import { keysOf } from "./keys-of.ts";
import { personFacts } from "./person.ts";
import { administrative } from "./record-items.ts";
import { instantSchema, plainDateSchema } from "./values.ts";

const codes = <Key extends string>(table: Record<Key, string>, why: string) =>
  administrative(z.enum(keysOf(table), "用意された区分から選んでください"), why);

/** 受付窓口. 地区サービス事務所 take filings in; the rest happens at the main office. */
export const counters = {
  "main-office": "本庁",
  north: "北部地区サービス事務所",
  central: "中央地区サービス事務所",
  south: "南部地区サービス事務所",
  west: "西部地区サービス事務所",
} as const satisfies Record<string, string>;
export type Counter = keyof typeof counters;

export const channels = {
  counter: "窓口",
  mail: "郵送",
  "myna-portal": "マイナポータル",
  /** 住民基本台帳法の届出を、この届出とみなす (法12条3項). */
  "resident-record": "住民異動届(みなし届出)",
  /** 学特を受けた人へ翌年度に日本年金機構が送る、はがき形式の申請書. */
  "jps-postcard": "日本年金機構のはがき",
} as const satisfies Record<string, string>;

/** 届出者区分. 世帯主は本人に代わって届け出られる (法12条2項). */
export const filers = {
  insured: "本人",
  "household-head": "世帯主",
  "legal-representative": "法定代理人",
  proxy: "任意代理人",
  "ex-officio": "職権",
  /** 給付だけ: 死亡した人の未支給・未払の請求と、死亡の届出 (法19条・105条4項). */
  survivor: "遺族",
  /** 学特だけ: 学校等が学生の委託を受けて申請する (法109条の2の2). */
  "student-affairs-corporation": "学生納付特例事務法人",
} as const satisfies Record<string, string>;
export type Filer = keyof typeof filers;

/** 本人確認書類. */
export const identityDocuments = {
  "individual-number-card": "個人番号カード",
  "drivers-licence": "運転免許証",
  passport: "旅券",
  "residence-card": "在留カード",
  "two-documents": "顔写真のない書類2点",
  "copies-by-mail": "郵送された写し",
  "resident-notification": "住民異動届の受付で確認済み",
} as const satisfies Record<string, string>;

/** 添付書類. */
export const documents = {
  "power-of-attorney": "委任状",
  "representative-proof": "法定代理人であることの証明",
  passport: "旅券(入国日の確認)",
  "moving-out-notice": "国外転出の届(住民異動届の控え)",
  "loss-certificate": "健康保険・厚生年金保険の資格喪失証明書または離職票",
  "dependent-loss-certificate": "被扶養者でなくなったことの証明",
  "old-age-benefit-certificate": "老齢給付の年金証書",
  "residence-card-copy": "在留カード(在留資格の確認)",
  "residence-record": "住民票または戸籍の写し",
  "farmers-pension-proof": "農業者年金の被保険者であることの証明",
  "disability-pension-certificate": "障害年金の年金証書",
  "public-assistance-certificate": "生活保護の決定通知書または受給証明書",
  "facility-certificate": "国立療養所等に入所していることの証明",
  "basis-of-ex-officio": "職権による処理の根拠資料",
  "maternity-handbook": "母子健康手帳など(出産の予定日・出産の確認)",
  "family-register": "戸籍など(出産日・親子関係の確認)",
  "separation-certificate": "雇用保険被保険者離職票",
  "unemployment-benefit-certificate": "雇用保険受給資格者証(受給資格通知)",
  "retirement-order": "退職辞令書",
  "closure-notice": "廃業届の控え",
  "suspension-notice": "休業届の控え",
  "registry-extract": "登記事項証明書(解散・閉鎖)",
  "welfare-loan-certificate": "総合支援資金貸付の決定通知書",
  "disaster-certificate": "罹災証明書または被災状況届",
  "violence-certificate": "配偶者からの暴力の被害者の証明書",
  "benefit-certificate": "扶助・給付金の受給証明",
  "student-card": "学生証の写し",
  "enrolment-certificate": "在学証明書",
  "corporation-designation": "学生納付特例事務法人の指定の確認",
  "medical-certificate": "診断書(障害の種類ごとの様式)",
  "later-medical-certificate": "請求日前3か月以内の症状の診断書",
  "history-statement": "病歴・就労状況等申立書",
  "first-visit-certificate": "受診状況等証明書",
  "bank-account-proof": "受取先金融機関の通帳など",
  "death-certificate": "死亡診断書の写しなど(死亡の確認)",
  "livelihood-statement": "生計同一関係に関する申立書",
  "pension-certificate": "年金証書",
  "spouse-pension-proof": "配偶者が被用者年金に加入していたことの証明",
  "child-disability-certificate": "子の診断書(20歳未満で障害のある子)",
} as const satisfies Record<string, string>;
export type DocumentCode = keyof typeof documents;

export const documentSchema = z.enum(keysOf(documents), "用意された区分から選んでください");

/** A paper that has to come with the form, or several of which any one will do. */
export type DocumentNeed = DocumentCode | readonly DocumentCode[];

/** 届書の共通部分: the same for every flow. Days are Japanese calendar days. */
export const filingHeader = {
  person: personFacts.refine((facts) => facts.basicPensionNumber ?? facts.individualNumber, {
    message: "基礎年金番号か個人番号のどちらかを入力してください",
    path: ["basicPensionNumber"],
  }),
  /** 受付日. */
  filedOn: administrative(plainDateSchema, "受付日: 受付処理簿に要る"),
  /** 事実発生日. */
  eventOn: administrative(plainDateSchema, "事実発生日: 資格取得日・喪失日のもとになる"),
  counter: codes(counters, "受付窓口"),
  channel: codes(channels, "受付の経路"),
  filer: codes(filers, "届出者区分"),
  identityDocument: codes(identityDocuments, "本人確認書類の区分"),
  documents: z.array(codes(documents, "添付書類の区分")).max(20),
} as const;

/** A 届出 as it was handed in, without what only its own flow asks for. */
export const filingContent = z.strictObject(filingHeader);
export type FilingContent = z.infer<typeof filingContent>;

/** One line of a filing's history: kept, never changed. */
export const filingStep = z.strictObject({
  transition: administrative(z.enum(["receive", ...keysOf(transitions)]), "処理の種類"),
  to: administrative(z.enum(keysOf(filingStatuses)), "処理の後の状態"),
  at: administrative(instantSchema, "処理した時"),
  by: administrative(
    z.string().transform((value) => value as OfficerId),
    "処理した職員",
  ),
  codes: z.array(administrative(z.string().max(60), "理由の符号")).max(40),
});
export type FilingStep = z.infer<typeof filingStep>;

/** A filing's handling: everything but what it says of the person. */
export interface FilingCase {
  readonly filingId: FilingId;
  readonly flow: string;
  readonly personId: PersonId;
  readonly status: FilingStatus;
  readonly filedOn: PlainDate;
  readonly eventOn: PlainDate;
  readonly counter: Counter;
  /** 受理日: 報告期限 (受理から14日) starts here. */
  readonly acceptedOn: PlainDate | null;
  /** 報告期限. */
  readonly reportBy: PlainDate | null;
  readonly runId: RunId | null;
  readonly history: readonly FilingStep[];
  readonly version: number;
}

/** Who does what when: carried from the edge into every write. */
export interface Occasion {
  readonly at: Instant;
  readonly by: OfficerId;
}

export const today = (occasion: Occasion): PlainDate => dayAt(occasion.at);

/**
 * The case after a transition; the store asks again by version.
 * @throws when the status table has no such transition: the caller did not ask {@link mayTake} first.
 */
export const moved = <Case extends FilingCase>(
  filing: Case,
  transition: TransitionName,
  to: FilingStatus,
  occasion: Occasion,
  reasonCodes: readonly string[] = [],
): Case => {
  if (!isTransition(transition, filing.status, to)) throw new Error(`no ${transition} from ${filing.status} to ${to}`);
  return {
    ...filing,
    status: to,
    version: filing.version + 1,
    history: [...filing.history, { transition, to, at: occasion.at, by: occasion.by, codes: [...reasonCodes] }],
  };
};

/** The officer who last took `action`, if anyone did. 受理した者は審査しない. */
export const lastTakenBy = (
  filing: FilingCase,
  ...actions: readonly (FilingAction | "receive")[]
): OfficerId | undefined =>
  filing.history.findLast((step) => (actions as readonly string[]).includes(step.transition))?.by;
