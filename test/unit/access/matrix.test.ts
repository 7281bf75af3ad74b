import { describe, expect, it } from "vitest";
import { type Action, may, mayPerhaps } from "../../../shared/access/may.ts";
import { rules } from "../../../shared/access/policies.generated.ts";
import { operations } from "../../../shared/contracts/operations.ts";
import { purposes } from "../../../shared/contracts/requests.ts";
import type { Department, LinkedSystem } from "../../../shared/domain/departments.ts";
import { filingActions } from "../../../shared/domain/filing-status.ts";
import type { Role } from "../../../shared/domain/roles.ts";
import { cedar, type PolicyAction, policyTexts, readPolicies } from "../../../tools/policies/read-policies.ts";
import { decisionOf, factValues, type MatrixFacts, matrix } from "../../support/access-matrix.ts";
import { type Asker, askers } from "../../support/askers.ts";

const { actions } = readPolicies();
const { policies, schema } = policyTexts();
cedar.preparsePolicySet("all", { staticPolicies: policies });
cedar.preparseSchema("all", schema);

const cellOf = ({ id, resource }: PolicyAction) => ({ action: id, resource });

/** Every combination of the facts that an action is decided by. */
const factsOf = ({ facts }: PolicyAction): MatrixFacts[] =>
  facts.reduce<MatrixFacts[]>(
    (all, { name }) =>
      all.flatMap((some) =>
        (
          (factValues as Readonly<Record<string, readonly (string | boolean | undefined)[]>>)[name] ?? ["unheard-of"]
        ).map((value) => ({ ...some, [name]: value })),
      ),
    [{}],
  );

const callerOf = ({ department, duties, system }: Asker) => ({
  department: department as Department,
  roles: duties as readonly Role[],
  system: system as LinkedSystem | null,
});

const byPredicates = (asker: Asker, { id }: PolicyAction, facts: MatrixFacts) =>
  (may as (caller: object, action: Action, facts: MatrixFacts) => boolean)(callerOf(asker), id as Action, facts)
    ? "permit"
    : "deny";

const picked = (facts: MatrixFacts, { facts: known }: PolicyAction, from: "resource" | "context") =>
  Object.fromEntries(
    known.flatMap((fact) =>
      fact.from === from && facts[fact.name] !== undefined ? [[fact.name, facts[fact.name] as string | boolean]] : [],
    ),
  );

const byCedar = ({ department, duties, system }: Asker, action: PolicyAction, facts: MatrixFacts) => {
  const [principal, resource] = [
    { type: "Officer", id: "one" },
    { type: action.resource, id: "one" },
  ];
  const answer = cedar.statefulIsAuthorized({
    principal,
    action: { type: "Action", id: action.id },
    resource,
    context: picked(facts, action, "context"),
    preparsedPolicySetId: "all",
    preparsedSchemaName: "all",
    // The facts come from the schema itself; asking again for each of the cells takes as long as the decision.
    validateRequest: false,
    entities: [
      {
        uid: principal,
        attrs: { department, duties: [...duties], ...(system === null ? {} : { system }) },
        parents: [],
      },
      { uid: resource, attrs: picked(facts, action, "resource"), parents: [] },
    ],
  });
  if (answer.type === "failure") throw new Error(answer.errors.map(({ message }) => message).join("\n"));
  return answer.response.decision === "allow" ? "permit" : "deny";
};

const cells = (action: PolicyAction) =>
  askers.flatMap((asker) => factsOf(action).map((facts) => ({ asker, facts }) as const));

describe("だれが、何を、何に対して、どのような時に", () => {
  it("すべての操作と、届出のすべての処理を、方針も表も知っている", () => {
    const known = actions.map(({ id }) => id).toSorted();
    expect(Object.keys(rules).toSorted()).toEqual(known);
    expect(
      Object.values(matrix)
        .flatMap((rows) => Object.keys(rows))
        .toSorted(),
    ).toEqual(known);
    expect(known).toEqual(
      expect.arrayContaining([...Object.keys(operations), ...filingActions.map((action) => `step:${action}`)]),
    );
  });

  it("表は、述べることのできる目的をすべて知っている", () => {
    expect(factValues.purpose).toEqual(expect.arrayContaining(Object.keys(purposes)));
  });

  it("だれも決めていないところがない", () => {
    const undecided = actions.flatMap((action) =>
      cells(action)
        .filter(({ asker, facts }) => decisionOf(asker, cellOf(action), facts) === "undecided")
        .map(({ asker, facts }) => ({ action: action.id, asker, facts })),
    );
    expect(undecided).toEqual([]);
  });

  it.each([
    ["知らない操作", "pension", "somethingNew", {}],
    ["知らない所属", "another-office", "showRun", {}],
    ["知らない事情", "pension", "decideRun", { own: true, urgent: true }],
    ["知らない目的", "pension", "decideRun", { own: "perhaps" }],
  ] as const)("%sは、決まっていないとわかる", (_, department, action, facts) => {
    const asker = { department, duties: ["manager"], system: null };
    expect(decisionOf(asker, { resource: "Transmittal", action }, facts)).toBe("undecided");
  });

  it("表から一つの欄が抜けると、決まっていないとわかる", () => {
    const short = { Transmittal: { showRun: "-yy- -- -- y - -----" } };
    const asker = { department: "pension", duties: ["manager"], system: null };
    expect(decisionOf(asker, { resource: "Transmittal", action: "showRun" }, {}, short)).toBe("undecided");
  });

  it.each(actions.map((action) => [action.id, action] as const))(
    "%s は表のとおり",
    (_, action) => {
      const wrong = cells(action).flatMap(({ asker, facts }) => {
        const decided = decisionOf(asker, cellOf(action), facts);
        const [predicate, policy] = [byPredicates(asker, action, facts), byCedar(asker, action, facts)];
        return predicate === decided && policy === decided ? [] : [{ asker, facts, decided, predicate, policy }];
      });
      expect(wrong.slice(0, 5)).toEqual([]);
    },
    30_000,
  );

  it.each(actions.map((action) => [action.id, action] as const))(
    "%s を呼び出せるのは、何かの時には許される者だけ",
    (_, action) => {
      const wrong = askers.filter(
        (asker) =>
          mayPerhaps(callerOf(asker), action.id as Action) !==
          factsOf(action).some((facts) => decisionOf(asker, cellOf(action), facts) === "permit"),
      );
      expect(wrong).toEqual([]);
    },
  );
});
