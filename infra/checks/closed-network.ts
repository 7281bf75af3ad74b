import { at, type Check, eachResource, isRecord, listed, type TemplateResource } from "./template.ts";

/** Types whose mere presence opens the network, or runs code outside it. */
const doors: Readonly<Record<string, string>> = {
  "AWS::EC2::InternetGateway": "an internet gateway",
  "AWS::EC2::EgressOnlyInternetGateway": "an egress-only internet gateway",
  "AWS::EC2::VPCGatewayAttachment": "a gateway attached to the VPC",
  "AWS::EC2::NatGateway": "a NAT gateway",
  "AWS::EC2::EIP": "a public address",
  "AWS::EC2::VPCPeeringConnection": "a peering with another network",
  "AWS::Lambda::Url": "a function URL",
  "AWS::ApiGatewayV2::Api": "an HTTP API, which is always public",
  "AWS::CloudFront::Distribution": "a public distribution",
};

const everywhere = new Set(["0.0.0.0/0", "::/0"]);

const rulesOf = ({ Type, Properties }: TemplateResource): unknown[] => {
  switch (Type) {
    case "AWS::EC2::SecurityGroup":
      return [...listed(Properties?.SecurityGroupIngress), ...listed(Properties?.SecurityGroupEgress)];
    case "AWS::EC2::SecurityGroupIngress":
    case "AWS::EC2::SecurityGroupEgress":
      return [Properties];
    default:
      return [];
  }
};

const finding = (rule: string, location: string, description: string) => ({ rule, location, description });

const door = ({ Type }: TemplateResource) =>
  doors[Type] === undefined ? [] : [finding("closed-network", "Type", `${doors[Type]}`)];

const openRule = (resource: TemplateResource) =>
  rulesOf(resource)
    .filter(isRecord)
    .filter((rule) => everywhere.has(String(rule.CidrIp ?? rule.CidrIpv6 ?? "")))
    .map(() => finding("closed-network", "Properties", "a security group rule from or to everywhere"));

const openRoute = ({ Type, Properties }: TemplateResource) =>
  Type === "AWS::EC2::Route" &&
  everywhere.has(String(Properties?.DestinationCidrBlock ?? Properties?.DestinationIpv6CidrBlock ?? ""))
    ? [finding("closed-network", "Properties", "a route to everywhere")]
    : [];

const publicSubnet = ({ Type, Properties }: TemplateResource) =>
  Type === "AWS::EC2::Subnet" && Properties?.MapPublicIpOnLaunch === true
    ? [finding("closed-network", "Properties.MapPublicIpOnLaunch", "a subnet that hands out public addresses")]
    : [];

const functionOutside = ({ Type, Properties }: TemplateResource) =>
  Type === "AWS::Lambda::Function" &&
  (listed(at(Properties, ["VpcConfig", "SubnetIds"])).length === 0 ||
    listed(at(Properties, ["VpcConfig", "SecurityGroupIds"])).length === 0)
    ? [finding("closed-network", "Properties.VpcConfig", "a function outside the VPC")]
    : [];

/** A service of PrivateLink that is not AWS's own, in Japan: it knows no endpoint policy, and its owner says who may pass. */
const privateService = /^com\.amazonaws\.vpce\.ap-northeast-[13]\.vpce-svc-[0-9a-f]+$/;

const openEndpoint = ({ Type, Properties }: TemplateResource) => {
  if (Type !== "AWS::EC2::VPCEndpoint") return [];
  if (!privateService.test(String(Properties?.ServiceName)))
    return Properties?.PolicyDocument === undefined
      ? [finding("closed-network", "Properties.PolicyDocument", "a VPC endpoint without a policy")]
      : [];
  return listed(Properties?.SecurityGroupIds).length === 0
    ? [finding("closed-network", "Properties.SecurityGroupIds", "a way to another system without a security group")]
    : [];
};

/** True for the refusal of every call that does not come through a VPC endpoint that is named. */
const refusesOtherWays = (statement: unknown) =>
  at(statement, ["Effect"]) === "Deny" &&
  listed(at(statement, ["Action"])).includes("execute-api:Invoke") &&
  listed(at(statement, ["Condition", "StringNotEquals", "aws:SourceVpce"])).length > 0;

const openApi = ({ Type, Properties }: TemplateResource) => {
  if (Type !== "AWS::ApiGateway::RestApi") return [];
  const types = listed(at(Properties, ["EndpointConfiguration", "Types"]));
  const isPrivate = types.length === 1 && types[0] === "PRIVATE";
  const isGuarded = listed(at(Properties, ["Policy", "Statement"])).some(refusesOtherWays);
  return [
    ...(isPrivate ? [] : [finding("closed-network", "Properties.EndpointConfiguration", "an API that is not private")]),
    ...(isGuarded ? [] : [finding("closed-network", "Properties.Policy", "an API open to any VPC endpoint")]),
  ];
};

const openBucket = ({ Type, Properties }: TemplateResource) => {
  if (Type !== "AWS::S3::Bucket") return [];
  const block = Properties?.PublicAccessBlockConfiguration;
  const kinds = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"];
  return kinds.every((kind) => at(block, [kind]) === true)
    ? []
    : [finding("closed-network", "Properties.PublicAccessBlockConfiguration", "a bucket that may be made public")];
};

const looks = [door, openRule, openRoute, publicSubnet, functionOutside, openEndpoint, openApi, openBucket];

/** No way between the system and the internet, in either direction. */
export const closedNetwork: Check = eachResource((resource) => looks.flatMap((look) => look(resource)));
