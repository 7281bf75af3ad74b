import { isRecord, listed, type TemplateResource } from "../../../infra/checks/template.ts";
import type { SynthesizedStack } from "./synthesize.ts";

interface Placed extends TemplateResource {
  readonly stack: string;
  readonly logicalId: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A stand-in for what AWS would answer, the same for every reference to the same resource. */
const attribute = (stack: SynthesizedStack, logicalId: string, name: string): string => {
  const type = stack.resources[logicalId]?.Type;
  const properties = stack.resources[logicalId]?.Properties ?? {};
  if (type === "AWS::KMS::Key" && name === "Arn")
    return `arn:aws:kms:${stack.region}:${stack.account}:key/${logicalId}`;
  const named = properties.BucketName ?? properties.QueueName ?? properties.RoleName ?? properties.TopicName;
  if (type === "AWS::S3::Bucket" && name === "Arn") return `arn:aws:s3:::${named}`;
  return typeof named === "string" && name === "Ref" ? named : `${logicalId}.${name}`;
};

const exported = (stacks: readonly SynthesizedStack[], name: unknown): unknown => {
  for (const stack of stacks) {
    const output = Object.values(stack.outputs).find((candidate) => candidate.Export?.Name === name);
    if (output !== undefined) return resolved(output.Value, stack, stacks);
  }
  throw new Error(`no stack exports ${String(name)}`);
};

/** A template value with its intrinsic functions worked out. */
export const resolved = (value: unknown, stack: SynthesizedStack, stacks: readonly SynthesizedStack[]): unknown => {
  if (Array.isArray(value)) return value.map((one) => resolved(one, stack, stacks));
  if (!isRecord(value)) return value;
  if ("Ref" in value) return attribute(stack, String(value.Ref), "Ref");
  if ("Fn::ImportValue" in value) return exported(stacks, value["Fn::ImportValue"]);
  const [logicalId, name] = listed(value["Fn::GetAtt"]);
  if (logicalId !== undefined) return attribute(stack, String(logicalId), String(name));
  if ("Fn::Join" in value) {
    const [separator, parts] = listed(value["Fn::Join"]);
    return listed(resolved(parts, stack, stacks)).join(String(separator));
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner, stack, stacks)]));
};

/** Every resource of a type, its properties resolved. */
export const resourcesOf = (stacks: readonly SynthesizedStack[], type: string): Placed[] =>
  stacks.flatMap((stack) =>
    Object.entries(stack.resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([logicalId, resource]) => ({
        ...resource,
        stack: stack.stack,
        logicalId,
        properties: resolved(resource.Properties ?? {}, stack, stacks) as Readonly<Record<string, unknown>>,
      })),
  );

/** The one resource of a type whose properties satisfy `is`; throws unless there is exactly one. */
export const theResource = (
  stacks: readonly SynthesizedStack[],
  type: string,
  is: (properties: Readonly<Record<string, unknown>>) => boolean = () => true,
): Placed => {
  const [found, ...others] = resourcesOf(stacks, type).filter(({ properties }) => is(properties));
  if (found === undefined || others.length > 0) throw new Error(`${found ? others.length + 1 : 0} of ${type}`);
  return found;
};
