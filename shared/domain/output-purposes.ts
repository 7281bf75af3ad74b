import type { ExtractGroup } from "./extract-items.ts";
import type { OutputKind } from "./outputs.ts";

interface OutputPurpose {
  readonly label: string;
  readonly kinds: readonly OutputKind[];
  /** Groups of items that an extract may hold; whatever is in no group of the purpose cannot even be asked for. */
  readonly groups: readonly ExtractGroup[];
}

/** What a bulk output may be for, and what of a person that purpose needs. 番号法9条・個人情報保護法69条: no more than the purpose. */
export const outputPurposes = {
  progress: { label: "事務の進行管理(受付・期限・補正の確認)", kinds: ["list"], groups: [] },
  "record-check": {
    label: "国民年金ファイルの記録の点検",
    kinds: ["list", "extract", "forms"],
    groups: ["identity", "attributes", "contact", "pension-number", "qualification", "relief"],
  },
  notice: {
    label: "本人への通知・勧奨の発送",
    kinds: ["extract"],
    groups: ["identity", "attributes", "contact", "qualification", "relief"],
  },
  "jps-reconciliation": {
    label: "日本年金機構との突合・照会への回答",
    kinds: ["list", "extract", "forms"],
    groups: ["identity", "attributes", "contact", "pension-number", "individual-number", "qualification", "relief"],
  },
  statistics: {
    label: "統計・事業報告(個人を特定する項目を除く)",
    kinds: ["list", "extract"],
    groups: ["attributes", "qualification", "relief"],
  },
  disclosure: { label: "保有個人情報の開示請求(個人情報保護法76条)", kinds: ["disclosure"], groups: [] },
  audit: { label: "監査(アクセス記録の確認)", kinds: ["trail"], groups: [] },
} as const satisfies Record<string, OutputPurpose>;
export type OutputPurposeId = keyof typeof outputPurposes;

export const outputPurpose = (id: OutputPurposeId): OutputPurpose => outputPurposes[id];
