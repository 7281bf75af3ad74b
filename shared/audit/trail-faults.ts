/** What verification finds, by code. The text is what an auditor reads; docs/trail.md says what each may mean. */
export const trailFaults = {
  "no-trail": "ダイジェストが一つもない",
  "head-cut": "始めのダイジェストが失われている(残った始めのダイジェストが、その前のダイジェストを名指している)",
  "digest-missing": "途中の時間のダイジェストがない",
  truncated: "終わりの時間のダイジェストがない",
  "from-the-future": "まだ終わっていない時間のダイジェストがある",
  "digest-unreadable": "ダイジェストが決まった形でない",
  "digest-misplaced": "ダイジェストが、自分の名乗る名前または時間の場所にない",
  "signature-missing": "ダイジェストの署名がない",
  "signature-invalid": "ダイジェストの署名が公開鍵と合わない",
  "other-key": "ダイジェストが、渡された公開鍵とは別の鍵を名指している",
  "chain-broken": "ダイジェストが名指す前のダイジェスト(名前、SHA-256、署名)が、そこにあるものと違う",
  "file-misnamed": "ダイジェストが、その時間のものでないファイルを名指している",
  "file-missing": "ダイジェストが名指すファイルがない",
  "file-changed": "ファイルが、ダイジェストに書かれた大きさまたはSHA-256と違う",
  "entry-edited": "記録が書き換えられている",
  "entry-deleted": "記録が抜けている",
  "entry-inserted": "記録が加わっている",
  "entries-reordered": "記録の順が入れ替わっている",
  "line-bytes": "行の終わりまたはファイルの端の文字が違う",
  "entry-malformed": "記録が決まった形でない",
  "entry-out-of-order": "記録が時刻と番号の順に並んでいない",
  "entry-outside-hour": "記録がそのファイルの時間のものでない",
  "entry-repeated": "同じ番号の記録がすでにある",
  "count-differs": "記録の数が、ダイジェストに書かれた数と違う",
  "root-differs": "記録から求めたMerkleの根が、ダイジェストに書かれた根と違う",
  "unexpected-object": "どのダイジェストも名指していないものがある",
  "head-differs": "控えの先頭(SHA-256)にあたるダイジェストがない",
} as const satisfies Record<string, string>;
export type TrailFaultCode = keyof typeof trailFaults;

/** `place` is an object of the bucket, with `:` and the line where there is one. */
export interface TrailFault {
  readonly code: TrailFaultCode;
  readonly place: string;
  readonly detail: string;
}

export const fault = (code: TrailFaultCode, place: string, more = ""): TrailFault => ({
  code,
  place,
  detail: more === "" ? trailFaults[code] : `${trailFaults[code]}(${more})`,
});
