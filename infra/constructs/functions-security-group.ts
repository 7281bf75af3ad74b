import { CfnSecurityGroup, type ISecurityGroup, type IVpc, SecurityGroup } from "aws-cdk-lib/aws-ec2";
import type { WardStack } from "./ward-stack.ts";

/**
 * Functions reach the endpoints over HTTPS; nothing reaches them. Written as one resource with its rules inside, because a
 * rule to a prefix list would otherwise be a resource of its own, a type the local emulator lacks.
 */
export const functionsSecurityGroup = (stack: WardStack, vpc: IVpc): ISecurityGroup => {
  const { cidr, prefixLists } = stack.parameter.network;
  const https = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };
  const group = new CfnSecurityGroup(stack, "Functions", {
    groupDescription: "Functions: HTTPS to the endpoints, nothing in",
    vpcId: vpc.vpcId,
    securityGroupEgress: [
      { ...https, cidrIp: cidr, description: "interface endpoints" },
      { ...https, destinationPrefixListId: prefixLists.dynamodb, description: "DynamoDB gateway endpoint" },
      { ...https, destinationPrefixListId: prefixLists.s3, description: "S3 gateway endpoint" },
    ],
  });
  return SecurityGroup.fromSecurityGroupId(stack, "FunctionsGroup", group.attrGroupId, { mutable: false });
};
