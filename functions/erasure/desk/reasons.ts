import { holdReasons } from "../../../shared/domain/erasures.ts";
import type { ErasureItem } from "../../../shared/stores/erasures.ts";

/** Why something that is past its years stays, in words. */
const labels: Readonly<Record<string, string>> = {
  ...holdReasons,
  "record-open": "処理の終わらない記録がある",
  "record-not-due": "保存期間の残る記録がある",
  "record-held": "保留された記録がある",
  "record-new": "一覧の後に記録が増えた",
  "no-longer-due": "一覧の後に記録が変わり、まだ満了していない",
  "not-there": "一覧の後になくなっていた",
  unreadable: "開けないか、決まった形に合わない",
  "too-large": "一度に消せる行の数を超える",
  "versions-stay": "消せない版がある",
  "earlier-stays": "前の月のアクセス記録が残っている",
  "chain-broken": "アクセス記録がその月の終わりまで揃っていない",
};

/** What an item's code means; the code itself where it has no words of its own. */
export const reasonLabel = ({ reason }: Pick<ErasureItem, "reason">): string | null =>
  reason === null ? null : (labels[reason] ?? reason);
