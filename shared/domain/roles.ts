/** 職務: what somebody does with the system. Rights to them are granted by the 所属長 and kept in a ledger. */
export const roles = {
  clerk: "窓口",
  examiner: "審査",
  manager: "管理責任者",
  head: "所属長",
  steward: "利用者管理",
  operator: "運用",
  auditor: "監査人",
  system: "連携システム",
} as const satisfies Record<string, string>;

export type Role = keyof typeof roles;
