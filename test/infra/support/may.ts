import { runSimulation, type Simulation } from "@cloud-copilot/iam-simulate";
import { at, isRecord, listed } from "../../../infra/checks/template.ts";
import { namesOf } from "../../../infra/names.ts";
import { parameterFor } from "../../../infra/parameter.ts";
import type { FunctionName } from "../../../shared/contracts/environment.ts";
import { resourcesOf, theResource } from "./resources.ts";
import { synthesize } from "./synthesize.ts";

export const stacks = synthesize("production");
export const parameter = parameterFor("production");
export const names = namesOf(parameter);

const account = parameter.account;

/** The functions' own way to S3, as the templates refer to it. */
export const ownEndpoint = `${
  theResource(stacks, "AWS::EC2::VPCEndpoint", ({ ServiceName }) => String(ServiceName).endsWith(".s3")).logicalId
}.Ref`;

/** By the construct's id, or by the logical id itself. */
export const keyArn = (id: string): string => {
  const named = new RegExp(`^${id}(?:[0-9A-F]{8})?$`);
  const key = resourcesOf(stacks, "AWS::KMS::Key").find(({ logicalId }) => named.test(logicalId));
  if (key === undefined) throw new Error(`no key ${id}`);
  return `arn:aws:kms:${parameter.region}:${account}:key/${key.logicalId}`;
};

const keyPolicyOf = (arn: string) =>
  resourcesOf(
    stacks.filter(({ region }) => region === parameter.region),
    "AWS::KMS::Key",
  ).find(({ logicalId }) => arn.endsWith(`/${logicalId}`))?.properties.KeyPolicy;

const bucketPolicyOf = (arn: string) =>
  resourcesOf(stacks, "AWS::S3::BucketPolicy").find(({ properties }) =>
    arn.startsWith(`arn:aws:s3:::${String(properties.Bucket).replace(/\.Ref$/, "")}`),
  )?.properties.PolicyDocument;

const resourcePolicyOf = (arn: string) => {
  if (arn.startsWith("arn:aws:kms:")) return keyPolicyOf(arn);
  return arn.startsWith("arn:aws:s3:") ? bucketPolicyOf(arn) : undefined;
};

const roleOf = (fn: FunctionName) =>
  theResource(stacks, "AWS::IAM::Role", ({ RoleName }) => RoleName === `${names.function(fn)}-function`).properties;

export interface Ask {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string | string[]>>;
}

/**
 * The simulation knows `kms:EncryptionContext:<key>` only by its placeholder. The name of the key is put into the value
 * instead, in the policies and in the question alike.
 */
const placeholder = ["kms:EncryptionContext:$", "{EncryptionContextKey}"].join("");

const named = (name: string, values: unknown) =>
  Array.isArray(values) ? values.map((one) => `${name}=${one}`) : `${name}=${String(values)}`;

const withEncryptionContextInValue = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withEncryptionContextInValue);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const name = /^kms:EncryptionContext:(.+)$/.exec(key)?.[1];
      return name === undefined ? [key, withEncryptionContextInValue(inner)] : [placeholder, named(name, inner)];
    }),
  );
};

const decide = async (
  principal: string,
  identityPolicies: { name: string; policy: unknown }[],
  { action, resource, context = {} }: Ask,
  resourcePolicy: unknown = resourcePolicyOf(resource),
): Promise<boolean> => {
  const simulation: Simulation = {
    request: {
      principal,
      action,
      resource: { resource, accountId: account },
      contextVariables: {
        "aws:PrincipalAccount": account,
        "aws:PrincipalArn": principal,
        "aws:SecureTransport": "true",
        "s3:TlsVersion": "1.3",
        ...context,
      },
    },
    identityPolicies,
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    resourcePolicy,
  };
  const answer = await runSimulation(withEncryptionContextInValue(simulation) as Simulation, {});
  if (answer.resultType === "error") throw new Error(JSON.stringify(answer.errors));
  return answer.overallResult === "Allowed";
};

/** Whether a function of the production environment may do a thing, by its role and the resource's own policy. */
export const may = (fn: FunctionName, ask: Ask): Promise<boolean> =>
  decide(
    `arn:aws:iam::${account}:role/${names.function(fn)}-function`,
    listed(roleOf(fn).Policies).map((policy) => ({
      name: String(at(policy, ["PolicyName"])),
      policy: at(policy, ["PolicyDocument"]),
    })),
    ask,
  );

const everything = [
  {
    name: "everything",
    policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] },
  },
];

const roleArn = (role: string) => `arn:aws:iam::${account}:role/${role}`;

/** Whether somebody whose own policies allow everything may do a thing: only the resource can refuse. */
export const mayAdministrator = (role: string, ask: Ask): Promise<boolean> => decide(roleArn(role), everything, ask);

/** The same, after a statement that allows the whole account everything was added to the key's policy. */
export const mayAfterWidening = (role: string, ask: Ask): Promise<boolean> => {
  const principal = { AWS: `arn:aws:iam::${account}:root` };
  const wide = { Effect: "Allow", Principal: principal, Action: "kms:*", Resource: "*" };
  const statements = listed(at(keyPolicyOf(ask.resource), ["Statement"]));
  return decide(roleArn(role), everything, ask, { Version: "2012-10-17", Statement: [...statements, wide] });
};
