import { type Problem, problem } from "../../shared/contracts/problems.ts";
import { purposes } from "../../shared/contracts/requests.ts";

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
