/** What an entry of the access trail tells of, as an auditor sorts them. A refusal keeps its kind and says so in its result. */
export const entryKinds = {
  read: "閲覧",
  search: "検索",
  print: "印刷",
  output: "出力",
  change: "登録・変更",
  approval: "承認",
  login: "ログイン",
  rights: "権限",
  operation: "運用操作",
} as const satisfies Record<string, string>;

export type EntryKind = keyof typeof entryKinds;
