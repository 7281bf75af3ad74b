import {
  AccountRootPrincipal,
  AnyPrincipal,
  ArnPrincipal,
  Effect,
  PolicyDocument,
  PolicyStatement,
} from "aws-cdk-lib/aws-iam";
import type { Parameter } from "../parameter.ts";

const describing = [
  "kms:DescribeKey",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:GetPublicKey",
  "kms:ListGrants",
  "kms:ListKeyPolicies",
  "kms:ListKeyRotations",
  "kms:ListResourceTags",
];

const using = {
  encrypt: [
    "kms:Encrypt",
    "kms:Decrypt",
    "kms:ReEncryptFrom",
    "kms:ReEncryptTo",
    "kms:GenerateDataKey",
    "kms:GenerateDataKeyWithoutPlaintext",
  ],
  sign: ["kms:Sign", "kms:Verify"],
} as const;

const administering = [
  "kms:PutKeyPolicy",
  "kms:UpdateKeyDescription",
  "kms:EnableKey",
  "kms:EnableKeyRotation",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:CreateAlias",
  "kms:UpdateAlias",
  "kms:DeleteAlias",
  "kms:ReplicateKey",
  "kms:UpdatePrimaryRegion",
  "kms:CancelKeyDeletion",
];

const destroying = [
  "kms:ScheduleKeyDeletion",
  "kms:DisableKey",
  "kms:DisableKeyRotation",
  "kms:DeleteImportedKeyMaterial",
];

const roleArn = (parameter: Parameter, name: string) => `arn:aws:iam::${parameter.account}:role/${name}`;

/**
 * A key policy that lets the account's identity policies hand out *use* of the key, and nothing that could end it.
 *
 * - Use: any principal of the account that its own policy allows (the root statement is KMS's way to say so).
 * - Administration: the role through which CloudFormation deploys, and the key administrator. An operator who must
 *   change a policy deploys it; if the deployment role is broken, the key administrator puts the policy by hand.
 * - Ending a key: the erasure role alone. The last two statements say it again as refusals, so that no identity policy,
 *   not even an administrator's, can add itself.
 */
export const keyPolicy = (
  parameter: Parameter,
  region: string,
  use: keyof typeof using,
  services: readonly PolicyStatement[],
): PolicyDocument => {
  const deployer = roleArn(parameter, `cdk-hnb659fds-cfn-exec-role-${parameter.account}-${region}`);
  const administrator = roleArn(parameter, parameter.principals.keyAdministrator);
  const erasure = roleArn(parameter, parameter.principals.erasure);
  const account = new AccountRootPrincipal();
  return new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: "UseThroughIdentityPolicies",
        principals: [account],
        actions: [...describing, ...using[use]],
        resources: ["*"],
      }),
      new PolicyStatement({
        sid: "ServicesMakeGrants",
        principals: [account],
        actions: ["kms:CreateGrant", "kms:RetireGrant", "kms:RevokeGrant"],
        resources: ["*"],
        conditions: { Bool: { "kms:GrantIsForAWSResource": "true" } },
      }),
      new PolicyStatement({
        sid: "DeployerAdministers",
        principals: [new ArnPrincipal(deployer)],
        actions: [...administering, ...describing],
        resources: ["*"],
      }),
      new PolicyStatement({
        sid: "AdministratorAdministers",
        principals: [account],
        actions: administering,
        resources: ["*"],
        conditions: { ArnEquals: { "aws:PrincipalArn": administrator } },
      }),
      new PolicyStatement({
        sid: "ErasureEnds",
        principals: [account],
        actions: destroying,
        resources: ["*"],
        conditions: { ArnEquals: { "aws:PrincipalArn": erasure } },
      }),
      ...services,
      new PolicyStatement({
        sid: "NobodyElseEnds",
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: destroying,
        resources: ["*"],
        conditions: { ArnNotEquals: { "aws:PrincipalArn": erasure } },
      }),
      new PolicyStatement({
        sid: "NobodyElseRewrites",
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ["kms:PutKeyPolicy"],
        resources: ["*"],
        conditions: { ArnNotEquals: { "aws:PrincipalArn": [deployer, administrator] } },
      }),
      new PolicyStatement({
        sid: "OnlyWithinJapan",
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ["kms:ReplicateKey", "kms:UpdatePrimaryRegion"],
        resources: ["*"],
        conditions: {
          StringNotEqualsIfExists: {
            "kms:ReplicaRegion": [parameter.region, parameter.backupRegion],
            "kms:PrimaryRegion": [parameter.region, parameter.backupRegion],
          },
        },
      }),
    ],
  });
};
