import type * as z from "zod";
import type { Fault } from "../contracts/problems.ts";

/** RFC 6901. */
const pointer = (path: readonly PropertyKey[]) =>
  path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** zod's own words for what our schemas do not word themselves. They never repeat the value. */
const detailOf = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case "unrecognized_keys":
      return "記録できない項目です(特定個人情報ファイルの記録項目にありません)";
    case "invalid_type":
      return issue.input === undefined ? "入力してください" : "値の種類が違います";
    case "invalid_value":
      return /\p{Script=Hiragana}|\p{Script=Han}/u.test(issue.message)
        ? issue.message
        : "用意された値から選んでください";
    case "too_big":
    case "too_small":
      return /\p{Script=Hiragana}|\p{Script=Han}/u.test(issue.message) ? issue.message : "数または長さが範囲の外です";
    default:
      return /\p{Script=Hiragana}|\p{Script=Han}/u.test(issue.message) ? issue.message : "形が違います";
  }
};

const codes: Partial<Record<z.core.$ZodIssue["code"], string>> = {
  unrecognized_keys: "unknown-item",
  invalid_type: "wrong-type",
  invalid_value: "not-one-of",
  too_big: "out-of-range",
  too_small: "out-of-range",
};

/** Whether what was sent is of the kind that this branch of a union takes, whatever is wrong inside it. */
const wasMeant = (branch: readonly z.core.$ZodIssue[]): boolean =>
  branch.every(({ code, path }) => path.length > 0 || (code !== "invalid_type" && code !== "invalid_value"));

/** Of a union the faults of the one branch that was meant, where that is clear; else that none fitted. */
const told = (issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] => {
  if (issue.code !== "invalid_union") return [issue];
  const [meant, another] = issue.errors.filter(wasMeant);
  if (meant === undefined || meant.length === 0 || another !== undefined) return [issue];
  return meant.map((each) => ({ ...each, path: [...issue.path, ...each.path] })).flatMap(told);
};

/** At most this many faults are told at once. */
const most = 50;

export const faultsOf = (error: z.ZodError): Fault[] =>
  error.issues
    .flatMap(told)
    .flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? // The name of an unknown item is the caller's text and may itself be personal data: only its parent is named.
          [{ code: "unknown-item", detail: detailOf(issue), pointer: pointer(issue.path) }]
        : [{ code: codes[issue.code] ?? "wrong-form", detail: detailOf(issue), pointer: pointer(issue.path) }],
    )
    .slice(0, most);
