/** Every way a call can fail, by its stable code: RFC 9457 `type` is `urn:kokunen:problem:<code>`. */
export const problems = {
  "no-token": { status: 401, title: "認証が必要です", detail: "認証基盤のアクセストークンを付けて呼び出してください" },
  "not-allowed": {
    status: 403,
    title: "この操作はできません",
    detail: "操作の権限がありません。所属の管理責任者に確認してください",
  },
  "not-found": { status: 404, title: "見つかりません", detail: "指定したものは見つかりません" },
  "unknown-flow": { status: 404, title: "手続がありません", detail: "この名前の手続はありません" },
  "no-such-operation": { status: 404, title: "操作がありません", detail: "この宛先と方法の組み合わせはありません" },
  "malformed-json": { status: 400, title: "JSONとして読めません", detail: "本文はUTF-8のJSONで送ってください" },
  "invalid-content": { status: 400, title: "入力に誤りがあります", detail: "誤りの箇所を直してください" },
  "idempotency-key-missing": {
    status: 400,
    title: "Idempotency-Keyがありません",
    detail: "二重登録を防ぐため、届出ごとに異なるIdempotency-Key(8〜64文字の英数字とハイフン)を付けてください",
  },
  "body-too-large": { status: 413, title: "本文が大きすぎます", detail: "送れる大きさを超えています" },
  "idempotency-key-reused": {
    status: 409,
    title: "同じIdempotency-Keyで別の内容が送られました",
    detail: "別の届出には別のIdempotency-Keyを付けてください",
  },
  "filing-refused": { status: 422, title: "届出を受け付けられません", detail: "記録または法令と合わない点があります" },
  "transition-refused": {
    status: 409,
    title: "いまの状態ではこの処理はできません",
    detail: "届出の状態を確かめてください",
  },
  "own-work": {
    status: 403,
    title: "ご自分の処理を確かめることはできません",
    detail:
      "受理した職員と別の職員が審査してください。進達や出力を始めた職員と別の職員が承認してください。利用停止は、かけた職員と別の職員が解いてください",
  },
  contended: {
    status: 409,
    title: "同じ記録が同時に変更されました",
    detail: "記録を読み直してから、もう一度行ってください",
  },
  "already-decided": { status: 409, title: "すでに決定されています", detail: "承認または差し戻し済みです" },
  "run-not-sealed": { status: 409, title: "まだ承認できません", detail: "ファイルができてから承認してください" },
  "list-unreadable": { status: 422, title: "一覧のファイルを読めません", detail: "ファイルの形が約束と違います" },
  "results-unreadable": {
    status: 422,
    title: "処理結果一覧・給付決定一覧を読めません",
    detail: "ファイルの形が約束と違います",
  },
  "reference-not-configured": {
    status: 503,
    title: "税システムへの照会は設定されていません",
    detail: "所得情報のファイルかAPIで取り込んでください。照会を使うには運用担当が設定します",
  },
  "reference-unreachable": {
    status: 503,
    title: "税システムにつながりません",
    detail: "しばらく待ってから、もう一度照会してください。続くときは運用担当に連絡してください",
  },
  "reference-refused": {
    status: 502,
    title: "税システムが照会を断りました",
    detail: "照会の許可(クライアントの登録・鍵・範囲)を運用担当が確かめてください。何も記録していません",
  },
  "reference-unreadable": {
    status: 502,
    title: "税システムの答えを読めません",
    detail: "答えの形または内容が約束と違います。何も記録していません。運用担当に連絡してください",
  },
  "reference-absent": {
    status: 404,
    title: "税システムに該当する情報がありません",
    detail: "この人のこの年の所得情報は税システムにありません。何も記録していません",
  },
  "session-ended": {
    status: 401,
    title: "セッションが終わっています",
    detail: "もう一度サインインしてください",
  },
  "session-elsewhere": {
    status: 401,
    title: "このセッションは別の端末のものです",
    detail: "いまの端末でサインインし直してください。心当たりがなければ所属長に連絡してください",
  },
  "no-rights": {
    status: 403,
    title: "有効な権限がありません",
    detail: "所属長に権限の付与を申し出てください。異動・期間満了・点検漏れで終わった権限は、あらためて申請が要ります",
  },
  "own-right": {
    status: 403,
    title: "ご自分の権限は決められません",
    detail: "申請した職員でも、権限を受ける職員でもない所属長が、決定または確認してください",
  },
  "right-ended": {
    status: 409,
    title: "この権限はすでに終わっています",
    detail: "必要なら、あらためて申請してください",
  },
  "output-needs-approval": {
    status: 403,
    title: "まとめて出すには承認が要ります",
    detail: "出力を申請し(POST /v1/outputs)、管理責任者の承認を受けてください",
  },
  "sensitive-items-not-named": {
    status: 422,
    title: "個人番号・要配慮の項目が承認に挙げられていません",
    detail: "申請に含まれる個人番号・要配慮の項目を、過不足なくnamesに挙げて承認してください",
  },
  "output-not-approved": {
    status: 409,
    title: "まだ承認されていません",
    detail: "管理責任者が承認するまで、作ることも受け取ることもできません",
  },
  "output-not-ready": { status: 409, title: "まだ受け取れません", detail: "作り終わるのを待ってください" },
  "already-taken": {
    status: 409,
    title: "すでに受け取られています",
    detail: "受取りは一度だけです。届かなかったときは、もう一度申請して承認を受けてください",
  },
  "output-expired": {
    status: 410,
    title: "期限が過ぎました",
    detail: "ファイルは消去しました。必要なときは、もう一度申請してください",
  },
  "same-person": {
    status: 403,
    title: "同じ人が二度承認することはできません",
    detail: "消去には、管理責任者または所属長二人の承認が要ります。もう一人が承認してください",
  },
  "erasure-not-decidable": {
    status: 409,
    title: "いまは決定できません",
    detail: "消去の状態を確かめてください。承認は承認待ちのとき、写しの扱いは残りの確認待ちのときに決めます",
  },
  "erasure-settled": {
    status: 409,
    title: "この消去は終わっています",
    detail: "証明済み・差し戻し・対象なしの消去は再開しません。次の夜にあらためて対象を集めます",
  },
  "erasure-unapproved": {
    status: 409,
    title: "承認されていない消去は進められません",
    detail: "二人の承認を待ってください",
  },
  "findings-undecided": {
    status: 409,
    title: "扱いの決まっていない写しがあります",
    detail: "読み返しで見つかった写しのすべてについて、消すか残すかを決めてから再開してください",
  },
  "already-held": {
    status: 409,
    title: "すでに保留されています",
    detail: "同じ人または保存区分の保留があります。変えるときは、いまの保留を解いてから、あらためて保留してください",
  },
  "output-outdated": {
    status: 409,
    title: "作った後に、利用停止が変わりました",
    detail: "利用停止がかかったか、解かれたので、ファイルに載る人が違っているおそれがあります。作り直してください",
  },
  "files-gone": {
    status: 409,
    title: "承認するファイルが保存期限で消えています",
    detail: "差し戻してください。進達の届出は次の進達に入り、所得情報の出力は作り直せます",
  },
  "request-over": {
    status: 409,
    title: "この請求は終わっています",
    detail: "決定または取下げの後は進められません。あらためて請求を受け付けてください",
  },
  "step-not-now": {
    status: 409,
    title: "いまの状態ではできません",
    detail: "経過を見直してください。補正待ちの間は、補正されたことを記してから進めます",
  },
  "step-not-of-kind": {
    status: 409,
    title: "この種類ではできません",
    detail: "期限を延ばせるのは開示・訂正・利用停止の請求だけ、速報と不正の目的によるおそれは事故だけです",
  },
  "extended-before": {
    status: 409,
    title: "期限はすでに延ばされています",
    detail: "期限を延ばせるのは一度だけです",
  },
  "request-unfit": {
    status: 409,
    title: "もとになる請求が合いません",
    detail:
      "受付簿にあるその人の請求の番号を入力してください。利用停止には利用停止請求、訂正には訂正請求です。取り下げられたもの、認めないと決めたもの、期間を過ぎたものは、もとにできません",
  },
  "request-out-of-time": {
    status: 409,
    title: "期間を過ぎた請求は認められません",
    detail:
      "開示を受けた日から90日を過ぎて受け付けた請求です(個人情報保護法90条3項・98条3項)。認めない決定をしてください。記録の誤りを区が知ったときは、請求によらない職権訂正ができます",
  },
  "provision-suspended": {
    status: 409,
    title: "この人の情報の提供は停止されています",
    detail: "システムでは渡せません。審査に要るときは、国民年金担当に電話で確かめてください",
  },
  "already-suspended": {
    status: 409,
    title: "この人の利用はすでに停止されています",
    detail: "範囲や期限を変えるときは、いまの利用停止を解いてから、かけ直してください",
  },
  "suspension-ended": {
    status: 409,
    title: "この利用停止はすでに終わっています",
    detail: "一覧を見直してください",
  },
  "not-a-correction": {
    status: 409,
    title: "訂正の届出ではありません",
    detail: "職権訂正か生年月日・性別訂正届で、受理され、取り下げられていないものだけ通知を用意できます",
  },
  "notice-not-offered": {
    status: 409,
    title: "移転先のシステムはまだ受け取っていません",
    detail: "訂正の後にそのシステムが尋ねるのを待つか、文書で知らせてください",
  },
  "internal-error": {
    status: 500,
    title: "処理できませんでした",
    detail: "登録が済んだかどうかを確かめ、照会番号(correlationId)を添えて運用担当に連絡してください",
  },
} as const satisfies Record<string, { status: number; title: string; detail: string }>;

export type ProblemCode = keyof typeof problems;

/** One fault inside a problem. `pointer` is a JSON pointer into what was sent. */
export interface Fault {
  readonly code: string;
  readonly detail: string;
  readonly pointer?: string;
  readonly article?: string;
}

/** A failure that the caller is told of. A value, not an exception: only bugs throw. */
export interface Problem {
  readonly problem: ProblemCode;
  readonly errors?: readonly Fault[];
}

export const problem = (code: ProblemCode, errors?: readonly Fault[]): Problem => ({
  problem: code,
  ...(errors && errors.length > 0 ? { errors } : {}),
});
