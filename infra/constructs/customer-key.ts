import { RemovalPolicy } from "aws-cdk-lib";
import type { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import { keyPolicy } from "./key-policy.ts";
import type { WardStack } from "./ward-stack.ts";

interface CustomerKeyProps {
  /** Alias after `kokunen-<env>/`. */
  readonly name: string;
  readonly description: string;
  readonly use?: "encrypt" | "sign";
  /** What AWS services may do with it beyond their callers' own permissions. */
  readonly services?: readonly PolicyStatement[];
  /** Whether a replica may be made in Osaka. Cannot be changed afterwards. */
  readonly multiRegion?: boolean;
}

/** A key of the ward's own: rotated yearly where KMS can, kept when its stack goes, ended by the erasure role alone. */
export const customerKey = (stack: WardStack, id: string, props: CustomerKeyProps): Key => {
  const use = props.use ?? "encrypt";
  return new Key(stack, id, {
    alias: `${stack.names.prefix}/${props.name}`,
    description: props.description,
    enableKeyRotation: use === "encrypt",
    ...(use === "sign" ? { keySpec: KeySpec.ECC_NIST_P256, keyUsage: KeyUsage.SIGN_VERIFY } : {}),
    multiRegion: props.multiRegion ?? false,
    policy: keyPolicy(stack.parameter, stack.region, use, props.services ?? []),
    removalPolicy: stack.parameter.emulated ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
  });
};
