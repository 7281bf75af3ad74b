import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { departmentsFor, dutiesFor } from "../../../shared/access/may.ts";
import { policiesModule } from "../../../tools/policies/module.ts";
import { conditionOf } from "../../../tools/policies/predicate.ts";
import { policyFaults, policyTexts, readPolicies } from "../../../tools/policies/read-policies.ts";

const texts = policyTexts();
const with_ = (policy: string) => policyFaults({ ...texts, policies: `${texts.policies}\n${policy}` });

describe("the policies", () => {
  it("stand under their schema", () => {
    expect(policyFaults(texts)).toEqual([]);
  });

  it.each([
    ["an action that there is not", 'permit (principal, action == Action::"showPersn", resource);'],
    [
      "an attribute that callers do not have",
      "permit (principal, action, resource) when { principal.dutys.isEmpty() };",
    ],
    [
      "a fact that the action is not decided by",
      'permit (principal, action == Action::"showRun", resource) when { context.own };',
    ],
    [
      "a fact that may be missing, read as if it were there",
      'permit (principal, action == Action::"reveal:protected-address", resource) when { context.purpose == "filing" };',
    ],
    ["a comparison of different kinds", 'permit (principal, action, resource) when { principal.duties == "clerk" };'],
    ["a missing parenthesis", "permit (principal, action, resource;"],
  ])("fail with %s", (_, policy) => {
    expect(with_(policy)).not.toEqual([]);
  });

  it("are what the functions carry, to the letter", () => {
    const written = new URL("../../../shared/access/policies.generated.ts", import.meta.url);
    expect(readFileSync(written, "utf8")).toBe(policiesModule());
  });

  it("each have a name of their own, and above it in Japanese what they are for and the measure", () => {
    const ids = readPolicies().policies.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const block of texts.policies.split(/\n(?=\/\/)/).filter((text) => text.includes("@id")))
      expect(block).toMatch(/^\/\/.*\p{Script=Han}[\s\S]*評価書 I/u);
  });
});

describe("a policy turned into a predicate", () => {
  const turned = (condition: string, action: string, unknown?: boolean) => {
    const policies = `@id("one") permit (principal, action, resource) ${condition};`;
    const read = readPolicies({ ...texts, policies: policies.replace("action,", `action == Action::"${action}",`) });
    const [policy, asked] = [read.policies[0], read.actions.find(({ id }) => id === action)];
    if (!policy || !asked) throw new Error("nothing to turn");
    return conditionOf(policy, asked, unknown);
  };

  it("stops the writing of what has no predicate yet, rather than to let it mean something else", () => {
    expect(() => turned('when { principal.department like "pen*" }', "showRun")).toThrow("knows no predicate");
  });

  it("says nothing about another action", () => {
    const { policies, actions } = readPolicies();
    const [district, session] = [
      policies.find(({ id }) => id === "district-releases-nothing"),
      actions.find(({ id }) => id === "showSession"),
    ];
    expect(district && session && conditionOf(district, session)).toBe("false");
  });

  it("counts a fact that is not known yet as it may still turn out, also where it is denied", () => {
    const onlyOthers = 'when { principal.department == "pension" } unless { context.own }';
    expect(turned(onlyOthers, "decideRun")).toContain("facts.own");
    expect(turned(onlyOthers, "decideRun", true)).toBe('(principal.department === "pension")');
    expect(turned(onlyOthers, "decideRun", false)).toBe("false");
    expect(turned("when { context.own }", "decideRun", true)).toBe("true");
  });
});

describe("what is said of who may", () => {
  it("names each duty that is enough somewhere, and where", () => {
    expect(dutiesFor("showPerson")).toEqual(["clerk", "examiner", "manager"]);
    expect(departmentsFor("showPerson", "clerk")).toEqual(["pension", "district-office"]);
    expect(departmentsFor("showPerson", "examiner")).toEqual(["pension"]);
    expect(dutiesFor("provideItems")).toEqual(["system"]);
    expect(dutiesFor("decideRight")).toEqual(["head"]);
  });
});
