/** Duties a caller's token may carry: 窓口・審査・管理責任者・監査人・連携システム. */
export const roles = {
  clerk: "窓口",
  examiner: "審査",
  manager: "管理責任者",
  auditor: "監査人",
  system: "連携システム",
} as const satisfies Record<string, string>;

export type Role = keyof typeof roles;
