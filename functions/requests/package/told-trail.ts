import type { AuditEntry } from "../../../shared/audit/entry.ts";
import { entryKinds } from "../../../shared/audit/entry-kinds.ts";
import { actionLabel } from "../../../shared/contracts/action-labels.ts";
import { purposes } from "../../../shared/contracts/requests.ts";
import { departments } from "../../../shared/domain/departments.ts";
import { counters } from "../../../shared/domain/filing.ts";
import { outputPurposes } from "../../../shared/domain/output-purposes.ts";
import { recordItems } from "../../../shared/domain/record-items.ts";
import { roles } from "../../../shared/domain/roles.ts";
import { placeOf } from "../../audit/desk/find-entries.ts";
import type { PackageKind, ToldField, ToldRecord } from "./told-record.ts";

/** What placing or lifting a hold leaves in the trail would tell that there is or was one (told-kinds.ts). */
const untold: readonly string[] = ["placeHold", "liftHold", "listErasureItems"];

const purposeLabels: Readonly<Record<string, string>> = {
  ...purposes,
  ...Object.fromEntries(Object.entries(outputPurposes).map(([code, { label }]) => [code, label])),
  assessment: "免除・猶予の判定",
  audit: "監査",
  batch: "一括処理",
  erasure: "保存期間の満了した記録の消去",
  "income-output": "日本年金機構などへの所得情報の出力",
  "resident-record": "住民記録の異動の反映",
  "resident-record-entry": "住民票への記載",
  "health-insurance-review": "国民健康保険の資格の届出の審査",
  list: "一覧表",
  register: "受付処理簿の確認",
  suspension: "利用停止",
  transmittal: "進達",
  results: "日本年金機構の処理結果の取込み",
  "tax-information": "税の所得情報の取込み",
  "tax-reference": "税の所得情報の照会",
};

const receivers: Readonly<Record<string, string>> = {
  transfer1: "戸籍住民課(移転先1)",
  transfer2: "国民健康保険(移転先2)",
};

const labelIn = (table: Readonly<Record<string, string>>, code: string): string => table[code] ?? code;

const kindOf = ({ action, kind, result }: AuditEntry): PackageKind => {
  if (action === "provideItems" && result === "done") return "provision";
  return kind === "output" || kind === "print" ? "given-out" : "trail-entry";
};

/** Numbers of what is about many people at once, and tells nothing of any of them: outputs and 進達, 一括処理 and 所得情報の出力. */
const isOfMany = (object: string): boolean => /^([OT]\d{8}-|[a-z][a-z0-9-]*-\d{4}(-\d{2})?(\.\d+)?$)/.test(object);

/**
 * What an entry was about, where that is the person's own: an entry that names several people may be about the 届出 of another
 * (78条1項2号).
 */
const objectOf = ({ object, subjects, action }: AuditEntry, own: readonly string[]): string => {
  if (object === null) return "";
  if (action === "provideItems") return labelIn(receivers, object);
  return subjects.length === 1 || own.includes(object) || isOfMany(object) ? object : "(ほかの人も含む処理の番号)";
};

/**
 * An entry as the person it names is told it: when, what, why, which items, and by which 職 and 所属. Who it was by account,
 * their terminal and their session tell of the officer (78条1項2号) and of how the system is guarded (7号), and stay out; so do
 * the others it names and what else was searched for. Undefined for what is not told at all.
 */
export const toldEntry = (entry: AuditEntry, own: readonly string[]): ToldRecord | undefined => {
  if (untold.includes(entry.action)) return undefined;
  const field = (name: string, label: string, value: string): ToldField => ({ name, label, value });
  const items = Object.entries(recordItems);
  return {
    record: `trail-entry:${placeOf(entry)}`,
    kind: kindOf(entry),
    fields: [
      field("at", "日時(UTC)", entry.at),
      field("action", "操作", actionLabel(entry.action)),
      field("kind", "種別", entryKinds[entry.kind]),
      field("roles", "職務", entry.roles.map((role) => labelIn(roles, role)).join("、")),
      field("department", "所属", entry.department === "" ? "自動処理" : labelIn(departments, entry.department)),
      field("counter", "窓口", labelIn(counters, entry.counter)),
      field("purpose", "目的", entry.purpose === null ? "" : labelIn(purposeLabels, entry.purpose)),
      field("object", "対象", objectOf(entry, own)),
      field("items", "項目", items.flatMap(([id, { ja }]) => (entry.items.includes(id) ? [ja] : [])).join("、")),
      field("result", "結果", entry.result === "done" ? "実施" : "拒否"),
    ],
    leftOut: [],
  };
};
