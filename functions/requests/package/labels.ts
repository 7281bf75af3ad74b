import { recordItems } from "../../../shared/domain/record-items.ts";
import type { Leaf } from "./leaves.ts";

/** What fields are called that no item of 別添1 names. */
const labels = {
  acceptedOn: "受理日",
  adoptedOn: "縁組日",
  affected: "関係する人の数",
  wrongful: "不正の目的によるおそれ",
  article: "根拠の条文",
  at: "時刻",
  atenaNumber: "宛名番号",
  by: "した人",
  calculation: "計算",
  cause: "事由",
  changed: "変わった項目のまとまり",
  childBornOn: "子の生年月日",
  code: "符号",
  codes: "理由",
  correctionId: "見直しの番号",
  correctedAt: "訂正した時",
  counter: "受付窓口",
  decidedAt: "決めた時",
  decidedBy: "決めた人",
  dependants: "配偶・扶養数",
  detail: "内容",
  disclosedOn: "開示を受けた日",
  documentNumber: "文書番号",
  endCause: "終わった事由",
  endedBecause: "終わった事由",
  entryId: "台帳の記録の番号",
  eventOn: "事実発生日",
  excess: "超える額(円)",
  filedOn: "受付日",
  filingId: "受付番号",
  flow: "手続",
  from: "始まり",
  how: "知らせた方法",
  incomeVersion: "もとになった所得情報の版",
  incomeYear: "所得の年",
  items: "項目",
  kind: "種類",
  lastMonth: "終わりの月",
  limit: "基準額(円)",
  line: "行の番号",
  list: "移転先",
  margin: "基準額までの差(円)",
  measure: "比べた所得",
  message: "説明",
  noticeId: "通知の番号",
  object: "関係する届出・利用停止・出力の番号",
  offeredAt: "答えに付けた時",
  on: "日",
  openedAt: "見直しを始めた時",
  outcome: "結果",
  parent: "養育する人",
  placedAt: "停止した時",
  placedBy: "停止した人",
  pointer: "場所",
  preparedAt: "用意した時",
  preparedBy: "用意した人",
  proof: "本人確認書類",
  reason: "理由",
  receivedAt: "受け取った時",
  receivedOn: "受け付けた日",
  recordedAt: "記録した時",
  recordedBornOn: "記録されている子の生年月日",
  recordedBy: "記録した人",
  reportBy: "報告期限",
  requestId: "請求の番号",
  requester: "請求した人",
  role: "だれの",
  runId: "進達の番号",
  scopes: "範囲",
  state: "状態",
  status: "状態",
  step: "審査の段",
  suspensionId: "利用停止の番号",
  takenAt: "取り込んだ時",
  test: "当てはめた基準",
  text: "申し送り",
  to: "後の状態",
  told: "知らせ",
  transition: "処理",
  until: "終わり",
  was: "前の記録",
  year: "年",
} as const satisfies Record<string, string>;

/** Fields that only hold a record together: they tell nothing of anybody. */
const ofTheSystem = ["version", "personId", "owner", "fingerprint", "changeName", "pk", "sk"] as const;

export const isOfTheSystem = ({ name }: Pick<Leaf, "name">): boolean =>
  (ofTheSystem as readonly string[]).includes(name);

/** What a reason for keeping a field says before it says why. */
const beforeColon = (why: string): string => why.split(":")[0] ?? why;

/** One reason stands over all of an assessment: there the fields' own names tell more. */
const isOfAssessment = ({ path }: Pick<Leaf, "path">): boolean => path.startsWith("assessment");

/** What a field is called in Japanese; undefined where nobody has said. */
export const labelOf = (leaf: Pick<Leaf, "name" | "path" | "mark">): string | undefined => {
  const { mark, name } = leaf;
  if (mark.kind === "item") return recordItems[mark.id].ja;
  if (mark.kind === "administrative" && !isOfAssessment(leaf)) return beforeColon(mark.why);
  return Object.hasOwn(labels, name) ? labels[name as keyof typeof labels] : undefined;
};
