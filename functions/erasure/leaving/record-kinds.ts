import type { RetentionClass } from "../../../shared/domain/retention.ts";
import { flowIds, flows } from "../../../shared/flows/catalogue.ts";
import type { Item } from "../../../shared/stores/database.ts";
import type { TableName } from "../../../shared/stores/tables.ts";

interface KindFacts {
  readonly title: string;
  /** 保存区分 that it is counted under in the certificate; null for a 届出, whose procedure says it. */
  readonly class: RetentionClass | null;
}

/** 返還する記録の種類: one folder of files for each. */
export const recordKinds = {
  "ledger-entry": { title: "国民年金ファイルの台帳の記録", class: "qualification-history" },
  filing: { title: "届出", class: null },
  "queue-entry": { title: "進達を待つ届出", class: "transmittal-file" },
  run: { title: "進達", class: "transmittal-file" },
  "run-member": { title: "進達に入れた届出", class: "transmittal-file" },
  import: { title: "処理結果一覧の取込み", class: "transmittal-file" },
  "import-line": { title: "処理結果一覧の行", class: "transmittal-file" },
  "income-output": { title: "所得情報の出力", class: "transmittal-file" },
  "income-output-step": { title: "所得情報の出力の区切り", class: "transmittal-file" },
  batch: { title: "一括処理", class: "linkage-record" },
  "batch-row": { title: "一括処理の行", class: "linkage-record" },
  takeover: { title: "移行元の抽出データの取込み", class: "linkage-record" },
  "takeover-person": { title: "移行元の抽出データの一人の取込み", class: "linkage-record" },
  "resident-change": { title: "住民記録の異動", class: "linkage-record" },
  "linkage-file": { title: "連携で受けたファイル", class: "linkage-record" },
  "linkage-file-line": { title: "連携で受けたファイルの行", class: "linkage-record" },
  income: { title: "所得情報", class: "income" },
  "income-history": { title: "更正前の所得情報", class: "income" },
  "income-correction": { title: "所得の更正による見直し", class: "income" },
  output: { title: "出力", class: "output" },
  "output-part": { title: "出力のファイルの控え", class: "output" },
  request: { title: "開示などの請求、問合せ、事故の記録", class: "request-record" },
  suspension: { title: "利用停止", class: "request-record" },
  notices: { title: "訂正の通知", class: "request-record" },
  "right-entry": { title: "権限の台帳の記録", class: "audit-record" },
  erasure: { title: "消去", class: "audit-record" },
  "erasure-item": { title: "消去した記録の控え", class: "audit-record" },
  "erasure-finding": { title: "消去後に見つかった写し", class: "audit-record" },
  hold: { title: "消去の保留", class: "audit-record" },
  certificate: { title: "消去証明の控え", class: "audit-record" },
  "erasure-note": { title: "消去のそのほかの記録", class: "audit-record" },
  "trail-entry": { title: "アクセス記録", class: "audit-record" },
  "outbox-object": { title: "送り出したファイル", class: "transmittal-file" },
  "audit-object": { title: "監査用の保管場所にあるファイルの一覧", class: null },
} as const satisfies Record<string, KindFacts>;
export type RecordKind = keyof typeof recordKinds;

/**
 * What is not given back: `derived` follows from what is given back; `key` opens what has been given back opened; `passing`
 * is over within days by itself.
 */
export const withheldKinds = {
  derived: "索引・控え・状態別の一覧(返還した記録から作り直せるもの)",
  key: "鍵(記録は開いて返す)",
  passing: "数日で消える控え(セッション、再送への答え)",
} as const satisfies Record<string, string>;
export type WithheldKind = keyof typeof withheldKinds;

type Kind = RecordKind | WithheldKind;
type Rule = readonly [partition: RegExp, sort: RegExp, kind: Kind];

const any = /^/;
const one = (partition: RegExp, kind: Kind, sort: RegExp = any): Rule => [partition, sort, kind];
const droppedFiles = [one(/^FILES$/, "linkage-file"), one(/^FILE#/, "linkage-file-line")];

/** The first rule that fits a row says what it is. A row that none fits is nothing that this system is known to write. */
const rules: Record<TableName, readonly Rule[]> = {
  people: [
    one(/^PERSON#/, "ledger-entry", /^ENTRY#/),
    one(/^PERSON#/, "derived", /^SNAPSHOT$/),
    one(/^(FIND|SUBJECT)#/, "derived"),
  ],
  filings: [one(/^FILINGS#/, "filing")],
  keys: [one(any, "key")],
  transmittals: [
    one(/^QUEUE$/, "queue-entry"),
    one(/^RUNS$/, "run"),
    one(/^OPEN-RUN$/, "derived"),
    one(/^RUN#/, "run-member"),
    one(/^IMPORTS$/, "import"),
    one(/^IMPORT#/, "import-line"),
    one(/^INCOME-OUTPUTS$/, "income-output"),
    one(/^INCOME-OUTPUT#/, "income-output-step"),
  ],
  batches: [
    one(/^BATCHES$/, "batch"),
    one(/^BATCH#/, "batch-row"),
    one(/^TAKEOVERS$/, "takeover"),
    one(/^TAKEOVER#/, "takeover-person"),
  ],
  residents: [
    one(/^(PERSON#|UNREADABLE$)/, "resident-change", /^CHANGE#/),
    one(/^PERSON#/, "derived", /^HEAD$/),
    one(/^(CHANGE|STATE)#/, "derived"),
    ...droppedFiles,
  ],
  incomes: [
    one(/^YEAR#/, "income", /^PERSON#/),
    one(/^HISTORY#/, "income-history"),
    one(/^REOPENED$/, "income-correction"),
    one(/^REOPENED#/, "derived"),
    ...droppedFiles,
  ],
  audit: [one(/^HOUR#/, "trail-entry")],
  traces: [one(any, "derived")],
  rights: [
    one(/^OFFICER#/, "right-entry", /^ENTRY#/),
    one(/^OFFICER#/, "derived", /^STANDING$/),
    one(/^(NUMBER|DEPARTMENT)#/, "derived"),
  ],
  sessions: [one(any, "passing")],
  outputs: [one(/^OUTPUTS$/, "output"), one(/^OUTPUT#/, "output-part")],
  erasures: [
    one(/^ERASURES$/, "erasure"),
    one(/^(OPEN-ERASURE|LEAVING)$/, "derived"),
    one(/^ERASURE#/, "erasure-item"),
    one(/^FOUND#/, "erasure-finding"),
    one(/^(ENDED-)?HOLDS$/, "hold"),
    one(/^CERTIFICATES$/, "certificate"),
    one(any, "erasure-note"),
  ],
  requests: [
    one(/^REQUESTS$/, "request"),
    one(/^SUSPENSION#/, "suspension"),
    one(/^(NOTICES|CORRECTION)#/, "notices"),
    one(/^((OPEN|TOLD)-NOTICES|(ENDED-)?SUSPENSIONS|SUSPENSION-CHANGES|OPEN-REQUESTS)$/, "derived"),
  ],
  idempotency: [one(any, "passing")],
};

/** What a row is; undefined for one that no rule fits, at which the return stops. */
export const kindOfRow = (table: TableName, { pk, sk }: Pick<Item, "pk" | "sk">): Kind | undefined =>
  rules[table].find(([partition, sort]) => partition.test(pk) && sort.test(sk))?.[2];

export const isWithheld = (kind: Kind): kind is WithheldKind => Object.hasOwn(withheldKinds, kind);

const classOfFiling = ({ flow }: Item): RetentionClass => {
  const known = flowIds.find((id) => id === flow);
  return known === undefined ? "qualification-filing" : flows[known].retention;
};

/** 保存区分 that a record is counted under; undefined for a list of what stays. */
export const classOfRecord = (kind: RecordKind, item: Item | null): RetentionClass | undefined =>
  kind === "filing" && item !== null ? classOfFiling(item) : (recordKinds[kind].class ?? undefined);
