import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { conditionOf } from "./predicate.ts";
import { type Fact, type Policy, type PolicyAction, readPolicies } from "./read-policies.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const camelCase = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A condition goes by the name of its policy. @throws where a policy would mean two things under one name. */
const conditionNames = () => {
  const texts = new Map<string, string>();
  return {
    nameOf: (name: string, text: string): string => {
      if ((texts.get(name) ?? text) !== text) throw new Error(`${name} means two things`);
      texts.set(name, text);
      return name;
    },
    all: () => [...texts].map(([name, text]) => ({ name, text })),
  };
};

/** Rules are kept once, however many actions they are for. */
const ruleNames = () => {
  const names = new Map<string, string>();
  return {
    nameOf: (text: string): string => {
      const name = names.get(text) ?? `rule${names.size + 1}`;
      names.set(text, name);
      return name;
    },
    all: () => [...names].map(([text, name]) => ({ name, text })),
  };
};

const argumentsOf = (code: string): string => {
  if (code.includes("facts.")) return code.includes("principal.") ? "principal, facts" : "_principal, facts";
  return code.includes("principal.") ? "principal" : "";
};

const factsType = (actions: readonly PolicyAction[]): string => {
  const facts = new Map<string, Fact>();
  for (const fact of actions.flatMap((action) => action.facts)) {
    const before = facts.get(fact.name);
    if (before && (before.type !== fact.type || before.from !== fact.from))
      throw new Error(`${fact.name} means two things`);
    facts.set(fact.name, fact);
  }
  return [...facts.values()]
    .map(({ name, type, optional }) => `readonly ${name}: ${type}${optional ? " | undefined" : ""};`)
    .join("\n");
};

const formatted = (text: string): string => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["node_modules/@biomejs/biome/bin/biome", "format", "--stdin-file-path=shared/access/policies.generated.ts"],
    { cwd: root, input: text, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
};

/**
 * The text of `shared/access/policies.generated.ts`: a condition per policy, a rule per set of policies that applies to
 * an action. The gate is the rule while the facts are unknown: permits count where some facts would let them, forbids
 * only where all would. So it turns nobody away who may, and the work asks again once it knows.
 */
export const policiesModule = (): string => {
  const { policies, actions } = readPolicies();
  const conditions = conditionNames();
  const rules = ruleNames();

  const applied = (action: PolicyAction, effect: Policy["json"]["effect"], facts: "known" | "unknown") =>
    policies.flatMap((policy) => {
      if (policy.json.effect !== effect) return [];
      const code = conditionOf(policy, action, facts === "known" ? undefined : effect === "permit");
      if (code === "false") return [];
      const known = code === conditionOf(policy, action);
      return [conditions.nameOf(`${camelCase(policy.id)}${known ? "" : "Perhaps"}`, code)];
    });
  const table = (facts: "known" | "unknown") =>
    actions
      .map((action) => {
        const [permits, forbids] = [applied(action, "permit", facts), applied(action, "forbid", facts)];
        return `${JSON.stringify(action.id)}: ${rules.nameOf(`{ permits: [${permits}], forbids: [${forbids}] }`)},`;
      })
      .join("\n");
  const [known, gates] = [table("known"), table("unknown")];
  const factNames = actions
    .filter(({ facts }) => facts.length > 0)
    .map(({ id, facts }) => `${JSON.stringify(id)}: ${JSON.stringify(facts.map(({ name }) => name))},`)
    .join("\n");

  return formatted(`/** Written by tools/policies/write.ts from shared/access/policies/. A test compares; change the policies instead. */

export interface Principal {
  readonly department: string;
  readonly duties: readonly string[];
  readonly system: string | undefined;
}

/** What decides beside the caller: attributes of the resource and of the context. */
export interface Facts {
${factsType(actions)}
}

type Condition = (principal: Principal, facts: Facts) => boolean;

/** An action is permitted where one permits it and none forbids it. */
export interface Rule {
  readonly permits: readonly Condition[];
  readonly forbids: readonly Condition[];
}

${conditions
  .all()
  .map(({ text, name }) => `const ${name}: Condition = (${argumentsOf(text)}) => ${text};`)
  .join("\n\n")}

${rules
  .all()
  .map(({ text, name }) => `const ${name}: Rule = ${text};`)
  .join("\n\n")}

/** Which facts an action is decided by; for those left out, the caller is enough. */
export const factNames = {
${factNames}
} as const satisfies Record<string, readonly (keyof Facts)[]>;

/** The rule of each action. */
export const rules = {
${known}
} as const satisfies Record<string, Rule>;

/** The same while the facts are unknown: permits what some facts would. */
export const gates = {
${gates}
} as const satisfies Record<keyof typeof rules, Rule>;
`);
};
