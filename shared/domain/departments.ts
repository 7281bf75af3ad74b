import type { Role } from "./roles.ts";

/** Where somebody belongs who works with the system: 所属. The token says it, and rights are granted for it. */
export const departments = {
  pension: "国保年金課 年金担当",
  "district-office": "地区サービス事務所",
  "information-policy": "情報政策課",
  operations: "ASP・運用管理補助者",
  audit: "監査",
  "linked-system": "連携システム",
} as const satisfies Record<string, string>;

export type Department = keyof typeof departments;

/** Duties that can be granted in a department; a right to anything else cannot even be asked for. */
export const dutiesOf = {
  pension: ["clerk", "examiner", "manager", "head"],
  "district-office": ["clerk", "head"],
  "information-policy": ["steward", "head"],
  operations: ["operator"],
  audit: ["auditor"],
  "linked-system": ["system"],
} as const satisfies Record<Department, readonly Role[]>;

/** Systems of the ward that call by themselves, each with an account of its own. */
export const linkedSystems = {
  "resident-registry": "住民記録システム",
  tax: "税システム",
  "family-registry": "戸籍住民課のシステム",
  "national-health-insurance": "国民健康保険システム",
  "application-intake": "申請管理システム",
  "results-intake": "処理結果一覧の受渡し",
} as const satisfies Record<string, string>;

export type LinkedSystem = keyof typeof linkedSystems;
