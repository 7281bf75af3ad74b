import { type Check, eachResource, isRecord, listed } from "./template.ts";

interface Statement {
  readonly sid: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Every policy statement anywhere inside a value. */
const statementsIn = (value: unknown): Statement[] => {
  if (Array.isArray(value)) return value.flatMap(statementsIn);
  if (!isRecord(value)) return [];
  const own = listed(value.Statement)
    .filter(isRecord)
    .filter((body) => "Effect" in body)
    .map((body) => ({ sid: typeof body.Sid === "string" ? body.Sid : "unnamed", body }));
  return [...own, ...Object.values(value).flatMap(statementsIn)];
};

const isAnyone = (principal: unknown) =>
  principal === "*" || (isRecord(principal) && listed(principal.AWS).includes("*"));

/**
 * Allowing statements that say "any": an action with `*`, the resource `*`, or anybody without a condition. A key policy's
 * `*` means the key itself and is left out. Each finding is named by its statement, so that an acknowledgement covers one.
 */
export const noWildcards: Check = eachResource(({ Type, Properties }) =>
  statementsIn(Properties)
    .filter(({ body }) => body.Effect === "Allow")
    .flatMap(({ sid, body }) => {
      const faults = [
        ...listed(body.Action).filter((action) => typeof action !== "string" || action.includes("*")),
        ...(body.NotAction === undefined && body.NotResource === undefined ? [] : ["all but some"]),
        ...(Type === "AWS::KMS::Key" || Type === "AWS::KMS::ReplicaKey"
          ? []
          : listed(body.Resource).filter((resource) => resource === "*")),
        ...(isAnyone(body.Principal) && body.Condition === undefined ? ["anybody"] : []),
      ];
      return faults.length === 0
        ? []
        : [{ rule: `no-wildcard.${sid}`, location: "Properties", description: `allows ${faults.join(", ")}` }];
    }),
);
