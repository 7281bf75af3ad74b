import type { ActionConstraint, Expr } from "@cedar-policy/cedar-wasm";
import type { Policy, PolicyAction } from "./read-policies.ts";

/** A condition as TypeScript text. What is settled by the action alone is folded away. */
type Code = string;

const and = (...parts: Code[]): Code => {
  const open = parts.filter((part) => part !== "true");
  if (open.includes("false")) return "false";
  return open.length === 0 ? "true" : open.map((part) => `(${part})`).join(" && ");
};
const or = (...parts: Code[]): Code => {
  const open = parts.filter((part) => part !== "false");
  if (open.includes("true")) return "true";
  return open.length === 0 ? "false" : open.map((part) => `(${part})`).join(" || ");
};
const not = (part: Code): Code => (part === "true" ? "false" : part === "false" ? "true" : `!(${part})`);

/**
 * How a condition is turned. With `unknown`, facts are not known yet: a test of one counts as `unknown` says, so that
 * what comes out is true wherever some facts could make it true (`unknown` true), or only where all would (false).
 */
interface Turning {
  readonly action: PolicyAction;
  readonly unknown: boolean | undefined;
}

class NotTurned extends Error {
  constructor(expr: unknown) {
    super(`the generator knows no predicate for ${JSON.stringify(expr)}`);
  }
}

type Two = { readonly left: Expr; readonly right: Expr };
type Shape = Readonly<Record<string, unknown>>;

const stringsOf = (expr: Expr): readonly string[] | undefined => {
  const { Set: set } = expr as { Set?: readonly { Value?: unknown }[] };
  return set?.every(({ Value }) => typeof Value === "string") ? set.map(({ Value }) => String(Value)) : undefined;
};

/** `principal.department`, `resource.duty`, `context.own`: where it is read, and whether it is a fact. */
const attribute = (expr: Expr): { readonly code: Code; readonly fact: boolean } | undefined => {
  const { ".": dot } = expr as { "."?: { left: { Var?: string }; attr: string } };
  if (dot?.left.Var === "principal") return { code: `principal.${dot.attr}`, fact: false };
  if (dot?.left.Var === "resource" || dot?.left.Var === "context") return { code: `facts.${dot.attr}`, fact: true };
  return undefined;
};

const operand = (expr: Expr): Code => {
  const { Value } = expr as { Value?: unknown };
  const code = typeof Value === "string" ? JSON.stringify(Value) : attribute(expr)?.code;
  if (code === undefined) throw new NotTurned(expr);
  return code;
};

/** One test. Whether a fact is among what it reads decides if it can be known. */
const tests: Readonly<Record<string, (body: unknown) => Code>> = {
  "==": (body) => `${operand((body as Two).left)} === ${operand((body as Two).right)}`,
  "!=": (body) => `${operand((body as Two).left)} !== ${operand((body as Two).right)}`,
  contains: (body) => {
    const { left, right } = body as Two;
    const among = stringsOf(left);
    return among
      ? or(...among.map((one) => `${operand(right)} === ${JSON.stringify(one)}`))
      : `${operand(left)}.includes(${operand(right)})`;
  },
  containsAny: (body) => {
    const { left, right } = body as Two;
    const any = stringsOf(right);
    if (!any) throw new NotTurned(body);
    return or(...any.map((one) => `${operand(left)}.includes(${JSON.stringify(one)})`));
  },
  containsAll: (body) => {
    const { left, right } = body as Two;
    const among = stringsOf(left);
    if (!among) throw new NotTurned(body);
    return `${operand(right)}.every((each) => ${JSON.stringify(among)}.includes(each))`;
  },
  isEmpty: (body) => `${operand((body as { arg: Expr }).arg)}.length === 0`,
  has: (body) => {
    const { left, attr } = body as { left: Expr; attr: string };
    return `${operand({ ".": { left, attr } })} !== undefined`;
  },
};

const readsFact = (node: unknown): boolean =>
  typeof node === "object" && node !== null
    ? ["resource", "context"].includes(String((node as { Var?: unknown }).Var)) || Object.values(node).some(readsFact)
    : false;

const turned = (expr: Expr, turning: Turning): Code => {
  const [[kind, body] = ["", undefined]] = Object.entries(expr as Shape);
  const both = body as Two;
  switch (kind) {
    case "&&":
      return and(turned(both.left, turning), turned(both.right, turning));
    case "||":
      return or(turned(both.left, turning), turned(both.right, turning));
    case "!": {
      const unknown = turning.unknown === undefined ? undefined : !turning.unknown;
      return not(turned((body as { arg: Expr }).arg, { ...turning, unknown }));
    }
    case "if-then-else": {
      const { if: test, then, else: otherwise } = body as { if: Expr; then: Expr; else: Expr };
      if (turning.unknown !== undefined && readsFact(test)) throw new NotTurned(expr);
      return `(${turned(test, turning)}) ? ${turned(then, turning)} : ${turned(otherwise, turning)}`;
    }
    case "Value":
      return String(body === true);
    case "in":
      return String(isIn(turning.action, both));
  }
  if (turning.unknown !== undefined && readsFact(expr)) return String(turning.unknown);
  const test = tests[kind];
  const code = test ? test(body) : attribute(expr)?.code;
  if (code === undefined) throw new NotTurned(expr);
  return code;
};

const entityId = (entity: unknown): string => {
  const { id, __entity } = entity as { id?: string; __entity?: { id: string } };
  return id ?? __entity?.id ?? "";
};

const isIn = (action: PolicyAction, { left, right }: Two): boolean => {
  if ((left as { Var?: string }).Var !== "action") throw new NotTurned({ in: { left, right } });
  return covers(action, [entityId((right as { Value?: unknown }).Value)]);
};

const covers = ({ id, groups }: PolicyAction, names: readonly string[]) =>
  names.some((name) => name === id || groups.includes(name));

const appliesTo = (constraint: ActionConstraint, action: PolicyAction): boolean => {
  if (constraint.op === "All") return true;
  if ("entities" in constraint) return covers(action, constraint.entities.map(entityId));
  if ("entity" in constraint) return covers(action, [entityId(constraint.entity)]);
  throw new NotTurned(constraint);
};

/** What a policy asks of a caller for one action: "false" where it says nothing about it. @throws for what the generator cannot turn. */
export const conditionOf = ({ json }: Policy, action: PolicyAction, unknown?: boolean): Code => {
  if (json.principal.op !== "All" || json.resource.op !== "All") throw new NotTurned(json);
  if (!appliesTo(json.action, action)) return "false";
  return and(
    ...json.conditions.map(({ kind, body }) =>
      kind === "when" ? turned(body, { action, unknown }) : turned({ "!": { arg: body } }, { action, unknown }),
    ),
  );
};
