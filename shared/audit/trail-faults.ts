/** What verification finds, by code. The text is what an auditor reads; docs/trail.md says what each may mean. */
export const trailFaults = {
  "no-trail": "要約が一つもない",
  "head-cut": "始めの要約が失われている(残った始めの要約が、その前の要約を名指している)",
  "digest-missing": "途中の時間の要約がない",
  truncated: "終わりの時間の要約がない",
  "from-the-future": "まだ終わっていない時間の要約がある",
  "digest-unreadable": "要約が決まった形でない",
  "digest-misplaced": "要約が、自分の名乗る名前または時間の場所にない",
  "signature-missing": "要約の署名がない",
  "signature-invalid": "要約の署名が公開鍵と合わない",
  "other-key": "要約が、渡された公開鍵とは別の鍵を名指している",
  "chain-broken": "要約が名指す前の要約(名前、SHA-256、署名)が、そこにあるものと違う",
  "file-misnamed": "要約が、その時間のものでないファイルを名指している",
  "file-missing": "要約が名指すファイルがない",
  "file-changed": "ファイルが、要約に書かれた大きさまたはSHA-256と違う",
  "entry-edited": "記録が書き換えられている",
  "entry-deleted": "記録が抜けている",
  "entry-inserted": "記録が加わっている",
  "entries-reordered": "記録の順が入れ替わっている",
  "line-bytes": "行の終わりまたはファイルの端の文字が違う",
  "entry-malformed": "記録が決まった形でない",
  "entry-out-of-order": "記録が時刻と番号の順に並んでいない",
  "entry-outside-hour": "記録がそのファイルの時間のものでない",
  "entry-repeated": "同じ番号の記録がすでにある",
  "count-differs": "記録の数が、要約に書かれた数と違う",
  "root-differs": "記録から求めたMerkleの根が、要約に書かれた根と違う",
  "unexpected-object": "どの要約も名指していないものがある",
  "head-differs": "控えの先頭(SHA-256)にあたる要約がない",
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
