import { type Problem, problem } from "../../shared/contracts/problems.ts";

/** Why a person's record is looked at: asked of every caller, kept in the access trail. 評価書 III-3 その他のリスク1. */
export const purposes = {
  "counter-inquiry": "窓口・電話での照会",
  filing: "届出の受付・審査",
  "jps-inquiry": "日本年金機構からの照会",
  correction: "記録の訂正",
} as const satisfies Record<string, string>;

export const purposeOf = (asked: string | undefined): keyof typeof purposes | Problem =>
  asked !== undefined && Object.hasOwn(purposes, asked)
    ? (asked as keyof typeof purposes)
    : problem("invalid-content", [
        {
          code: "purpose-missing",
          detail: `Kokunen-Purposeヘッダーで目的を示してください(${Object.keys(purposes).join("・")})`,
          pointer: "",
        },
      ]);
