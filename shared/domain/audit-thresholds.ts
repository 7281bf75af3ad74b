import * as z from "zod";
import { keysOf } from "./keys-of.ts";

/**
 * From where on the monthly report points at something, with the reason. A ward sets others in its parameter; what is
 * printed says which were used.
 */
export const auditThresholds = {
  filingDays: { value: 30, title: "届出などを探す前後の日数", reason: "進達から処理結果までおよそ1か月" },
  opens: { value: 8, title: "業務時間の始め(時)", reason: "開庁8時30分の前の準備30分" },
  closes: { value: 18, title: "業務時間の終わり(時)", reason: "閉庁17時15分の後の片付け45分。集計は1時間ごと" },
  burstMinutes: { value: 10, title: "短い間(分)", reason: "窓口の1件はおよそ10分" },
  burstPeople: { value: 30, title: "短い間の人数", reason: "検索1回に出る20人と、窓口の数件を足しても届かない" },
  dayPeople: { value: 60, title: "1日の人数の下限", reason: "窓口の1日は多くて40件ほど。少ない日の倍率では騒がない" },
  dayTimes: { value: 3, title: "ふだんの1日の何倍", reason: "繁忙の日(月初、年度替わり)はふだんの2倍ほど" },
  refusals: { value: 5, title: "1日の拒否の数", reason: "入力の誤りは1日に数回。権限を試す人はそれより多い" },
  sessionMinutes: {
    value: 10,
    title: "同時とみなす間(分)",
    reason: "席の移動は10分あれば済み、その前にログアウトする",
  },
  unusedDays: { value: 90, title: "使われていないとみなす日数", reason: "四半期に1度も使わないなら担当でない" },
} as const satisfies Record<string, { value: number; title: string; reason: string }>;

export type AuditThresholds = Readonly<Record<keyof typeof auditThresholds, number>>;

/** What a ward sets differently. */
export const thresholdsSet = z.partialRecord(z.enum(keysOf(auditThresholds)), z.int().min(1).max(1000));

/** Those of the table, but for what the ward sets. */
export const thresholdsWith = (set: z.infer<typeof thresholdsSet>): AuditThresholds => ({
  ...(Object.fromEntries(Object.entries(auditThresholds).map(([name, { value }]) => [name, value])) as AuditThresholds),
  ...set,
});
