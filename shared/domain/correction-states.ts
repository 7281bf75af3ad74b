/** 更正 that opened something again: what a clerk has made of it. */
export const correctionStates = {
  open: "未処理",
  kept: "申請・記録をそのままにした",
  refiled: "補正または再申請で扱う",
} as const satisfies Record<string, string>;
export type CorrectionState = keyof typeof correctionStates;
