import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type * as Cedar from "@cedar-policy/cedar-wasm";

/** Cedar's own parser, validator and evaluator. Only tools and tests load it; no function carries it. */
export const cedar: typeof Cedar = createRequire(import.meta.url)("@cedar-policy/cedar-wasm/nodejs");

const room = new URL("../../shared/access/policies/", import.meta.url);

/** The schema and every policy, as they are written. */
export const policyTexts = () => ({
  schema: readFileSync(new URL("schema.cedarschema", room), "utf8"),
  policies: globSync("*.cedar", { cwd: room })
    .sort()
    .map((file) => readFileSync(new URL(file, room), "utf8"))
    .join("\n"),
});

/** What is wrong with policies under their schema, in Cedar's words: a name that the schema does not know, a type that does not fit. */
export const policyFaults = ({ schema, policies }: { schema: string; policies: string }): readonly string[] => {
  const answer = cedar.validate({ schema, policies: { staticPolicies: policies } });
  if (answer.type === "failure") return answer.errors.map(({ message }) => message);
  return [...answer.validationErrors, ...answer.validationWarnings].map(
    ({ policyId, error }) => `${policyId}: ${error.message}`,
  );
};

/** A policy in Cedar's JSON form, under the name of its `@id`. */
export interface Policy {
  readonly id: string;
  readonly json: Cedar.PolicyJson;
}

/** One action that can be asked for, with the groups it lies in and what decides about it beside the caller. */
export interface PolicyAction {
  readonly id: string;
  readonly groups: readonly string[];
  readonly resource: string;
  readonly facts: readonly Fact[];
}

/** An attribute of the resource or of the context. */
export interface Fact {
  readonly name: string;
  readonly from: "resource" | "context";
  readonly type: "boolean" | "string";
  readonly optional: boolean;
}

const namesOf = (answer: Cedar.SchemaToJsonAnswer): Cedar.NamespaceDefinition<string> => {
  const names = answer.type === "success" ? answer.json[""] : undefined;
  if (!names) throw new Error("the schema cannot be read");
  return names;
};

const factTypes: Readonly<Record<string, Fact["type"]>> = { Bool: "boolean", String: "string" };

const factsOf = (from: Fact["from"], record: unknown): Fact[] => {
  const { attributes = {} } = (record ?? {}) as { attributes?: Record<string, { type: string; required?: boolean }> };
  return Object.entries(attributes).map(([name, { type, required = true }]) => {
    const known = factTypes[type];
    if (!known) throw new Error(`${from}.${name}: a fact is a Bool or a String, not ${type}`);
    return { name, from, type: known, optional: !required };
  });
};

/** Schema and policies as Cedar reads them. @throws where they do not validate. */
export const readPolicies = (texts = policyTexts()) => {
  const faults = policyFaults(texts);
  if (faults.length > 0) throw new Error(faults.join("\n"));
  const parts = cedar.policySetTextToParts(texts.policies);
  if (parts.type === "failure") throw new Error(parts.errors.map(({ message }) => message).join("\n"));
  const policies = parts.policies.map((text): Policy => {
    const read = cedar.policyToJson(text);
    const id = read.type === "success" ? read.json.annotations?.id : undefined;
    if (read.type === "failure" || !id) throw new Error(`a policy without @id: ${text}`);
    return { id, json: read.json };
  });
  const names = namesOf(cedar.schemaToJsonWithResolvedTypes(texts.schema));
  const actions = Object.entries(names.actions).flatMap(([id, { appliesTo, memberOf = [] }]): PolicyAction[] => {
    const [resource] = appliesTo?.resourceTypes ?? [];
    if (!resource) return [];
    const entity = names.entityTypes[resource];
    return [
      {
        id,
        groups: memberOf.map((group) => group.id),
        resource,
        facts: [
          ...factsOf("resource", entity && "shape" in entity ? entity.shape : undefined),
          ...factsOf("context", appliesTo?.context),
        ],
      },
    ];
  });
  return { policies, actions };
};
