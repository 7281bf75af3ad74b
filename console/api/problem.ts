import type { Fault } from "../../shared/contracts/problems.ts";

/** Why something could not be had, as it is shown: RFC 9457 as the API says it, or what the console itself found. */
export interface ShownProblem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly correlationId: string | null;
  readonly errors: readonly Fault[];
}

const own = (title: string, detail: string): ShownProblem => ({
  status: 0,
  title,
  detail,
  correlationId: null,
  errors: [],
});

export const unreachable = own("通信できません", "区のネットワークにつながっているか確かめて、もう一度試してください");
export const unreadable = own("答えを読めません", "時間をおいてもう一度試し、続くときは運用担当に知らせてください");

const text = (value: unknown, otherwise: string): string => (typeof value === "string" ? value : otherwise);

/** Reads a problem out of an answer; whatever is missing is said in words of the console's own. */
export const problemIn = (status: number, body: unknown): ShownProblem => {
  const told = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  return {
    status,
    title: text(told.title, unreadable.title),
    detail: text(told.detail, unreadable.detail),
    correlationId: typeof told.correlationId === "string" ? told.correlationId : null,
    errors: Array.isArray(told.errors) ? (told.errors as Fault[]) : [],
  };
};
