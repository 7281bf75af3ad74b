import type { Instant } from "../law/calendar.ts";

/** What the monthly report on the trail points at. A finding is a reason to ask, not a verdict. 評価書 III-3 その他のリスク1 (定期の解析). */
export const findings = {
  "view-without-filing": "届出などのない閲覧",
  "out-of-hours": "時間外の操作",
  burst: "短い間の多数の閲覧",
  colleague: "同じ所属の職員の閲覧",
  namesake: "同じ姓の人の閲覧",
  "own-record": "本人の記録の閲覧",
  refusals: "繰り返す拒否",
  "concurrent-session": "同時に使われた端末",
  "unused-right": "使われていない権限",
  "individual-number-shown": "個人番号の表示",
  "protected-address-shown": "支援措置の住所の表示",
  "medical-shown": "受給者の要配慮の項目の表示",
} as const satisfies Record<string, string>;

export type Finding = keyof typeof findings;

export interface FindingRow {
  readonly finding: Finding;
  readonly officer: string;
  /** The pseudonym of whom it was about; null where it was about nobody, or about many. */
  readonly subject: string | null;
  /** When it first was so. */
  readonly at: Instant;
  /** In words, without personal data. */
  readonly detail: string;
}

/** How many rows of each finding there are. */
export type FindingCounts = Readonly<Record<Finding, number>>;

/** At most `most` rows of each finding, in their order. */
export const firstOfEach = (rows: readonly FindingRow[], most: number): FindingRow[] => {
  const taken = new Map<Finding, number>();
  return rows.filter(({ finding }) => {
    const count = (taken.get(finding) ?? 0) + 1;
    taken.set(finding, count);
    return count <= most;
  });
};
