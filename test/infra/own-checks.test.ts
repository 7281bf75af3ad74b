import { describe, expect, it } from "vitest";
import { ownChecks } from "../../infra/checks/own-checks.ts";
import type { StackTemplate, TemplateResource } from "../../infra/checks/template.ts";
import { environmentNames, synthesize } from "./support/synthesize.ts";

const templates = synthesize("production");

/** The production templates with one resource changed, and what the checks then say that they did not say before. */
const afterChange = (
  type: string,
  change: (properties: Record<string, unknown>) => Record<string, unknown>,
  is: (properties: Record<string, unknown>) => boolean = () => true,
) => {
  let done = false;
  const changed = templates.map((template): StackTemplate => {
    const entry = Object.entries(template.resources).find(
      ([, resource]) => resource.Type === type && is({ ...resource.Properties }),
    );
    if (done || entry === undefined) return template;
    done = true;
    const [logicalId, resource] = entry;
    const properties = change(structuredClone({ ...resource.Properties }));
    return { ...template, resources: { ...template.resources, [logicalId]: { ...resource, Properties: properties } } };
  });
  if (!done) throw new Error(`no ${type} to change`);
  return newFindings(changed);
};

const afterAdding = (resource: TemplateResource, region = "ap-northeast-1") =>
  newFindings([...templates, { stack: "added", region, resources: { Added: resource } }]);

const newFindings = (changed: readonly StackTemplate[]) => {
  const before = new Set(ownChecks(templates).map((finding) => JSON.stringify(finding)));
  return ownChecks(changed).filter((finding) => !before.has(JSON.stringify(finding)));
};

const statement = (body: object) => ({ PolicyDocument: { Statement: [{ Sid: "Added", Effect: "Allow", ...body }] } });

describe("the environments as they are", () => {
  it.each(environmentNames)("%s has nothing to say against but the dated wildcards", (name) => {
    const rules = new Set(ownChecks(synthesize(name)).map(({ rule }) => rule));
    expect(rules).toEqual(new Set(["no-wildcard.NetworkInterfaces", "no-wildcard.LogDelivery", "no-wildcard.Traces"]));
  });
});

describe("閉域網", () => {
  it.each([
    "AWS::EC2::InternetGateway",
    "AWS::EC2::NatGateway",
    "AWS::EC2::EIP",
    "AWS::EC2::VPCGatewayAttachment",
    "AWS::Lambda::Url",
    "AWS::ApiGatewayV2::Api",
  ])("a %s anywhere is found", (type) => {
    expect(afterAdding({ Type: type })).toEqual([expect.objectContaining({ rule: "closed-network" })]);
  });

  it("a subnet that hands out public addresses is found", () => {
    expect(afterChange("AWS::EC2::Subnet", (p) => ({ ...p, MapPublicIpOnLaunch: true }))).toHaveLength(1);
  });

  it.each(["SecurityGroupIngress", "SecurityGroupEgress"])("a %s rule of 0.0.0.0/0 or ::/0 is found", (side) => {
    for (const rule of [{ CidrIp: "0.0.0.0/0" }, { CidrIpv6: "::/0" }]) {
      expect(afterChange("AWS::EC2::SecurityGroup", (p) => ({ ...p, [side]: [rule] }))).toHaveLength(1);
    }
  });

  it("a security group rule of its own to everywhere is found", () => {
    const rule = { Type: "AWS::EC2::SecurityGroupEgress", Properties: { CidrIp: "0.0.0.0/0" } };
    expect(afterAdding(rule)).toHaveLength(1);
  });

  it("a route to everywhere is found", () => {
    const route = { Type: "AWS::EC2::Route", Properties: { DestinationCidrBlock: "0.0.0.0/0" } };
    expect(afterAdding(route)).toHaveLength(1);
  });

  it("a function taken out of the VPC is found", () => {
    expect(afterChange("AWS::Lambda::Function", ({ VpcConfig: _, ...p }) => p)).toHaveLength(1);
  });

  it("a VPC endpoint without a policy is found", () => {
    expect(afterChange("AWS::EC2::VPCEndpoint", ({ PolicyDocument: _, ...p }) => p)).toHaveLength(1);
  });

  it("an API made regional, or left without its policy, is found", () => {
    const regional = { EndpointConfiguration: { Types: ["REGIONAL"] } };
    expect(afterChange("AWS::ApiGateway::RestApi", (p) => ({ ...p, ...regional }))).toHaveLength(1);
    expect(afterChange("AWS::ApiGateway::RestApi", ({ Policy: _, ...p }) => p)).toHaveLength(1);
  });

  it("a bucket without the public access block is found", () => {
    expect(afterChange("AWS::S3::Bucket", ({ PublicAccessBlockConfiguration: _, ...p }) => p)).toHaveLength(1);
  });
});

describe("国内のみ", () => {
  it("a stack outside Tokyo and Osaka is found", () => {
    const found = afterAdding({ Type: "AWS::SNS::Subscription" }, "ap-southeast-1");
    expect(found).toEqual([
      expect.objectContaining({ rule: "japan-only", description: "a resource in ap-southeast-1" }),
    ]);
  });

  it.each(["us-east-1", "eu-central-1", "ap-northeast-2", "me-central-1"])("a copy to %s is found", (region) => {
    const plan = { Type: "AWS::Backup::BackupPlan", Properties: { Copy: `arn:aws:backup:${region}:1:backup-vault:v` } };
    expect(afterAdding(plan)).toEqual([expect.objectContaining({ rule: "japan-only" })]);
  });
});

describe("区の鍵", () => {
  it.each([
    ["AWS::DynamoDB::Table", "SSESpecification"],
    ["AWS::S3::Bucket", "BucketEncryption"],
    ["AWS::Logs::LogGroup", "KmsKeyId"],
    ["AWS::SQS::Queue", "KmsMasterKeyId"],
    ["AWS::SNS::Topic", "KmsMasterKeyId"],
    ["AWS::Backup::BackupVault", "EncryptionKeyArn"],
    ["AWS::Lambda::Function", "KmsKeyArn"],
    ["AWS::CloudTrail::Trail", "KMSKeyId"],
    ["AWS::Scheduler::Schedule", "KmsKeyArn"],
  ])("a %s without its %s is found", (type, property) => {
    const found = afterChange(type, (p) => Object.fromEntries(Object.entries(p).filter(([key]) => key !== property)));
    expect(found).toEqual([expect.objectContaining({ rule: "customer-key" })]);
  });

  it("a key of AWS's own is not the ward's", () => {
    const found = afterChange("AWS::SQS::Queue", (p) => ({ ...p, KmsMasterKeyId: "alias/aws/sqs" }));
    expect(found).toHaveLength(1);
  });

  it("a kind of store nobody thought through is found", () => {
    expect(afterAdding({ Type: "AWS::RDS::DBCluster" })).toHaveLength(1);
  });
});

describe("「すべて」の許可", () => {
  it.each([
    ["every action of a service", { Action: "s3:*", Resource: "arn:aws:s3:::b/*" }],
    ["every reading action", { Action: ["s3:Get*"], Resource: "arn:aws:s3:::b/*" }],
    ["every resource", { Action: "s3:GetObject", Resource: "*" }],
    ["all actions but one", { NotAction: "iam:PassRole", Resource: "arn:aws:s3:::b" }],
    ["anybody", { Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" }],
    ["anybody of AWS", { Principal: { AWS: "*" }, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" }],
  ])("%s is found by the name of its statement", (_, body) => {
    const found = afterAdding({ Type: "AWS::IAM::Policy", Properties: statement(body) });
    expect(found).toEqual([expect.objectContaining({ rule: "no-wildcard.Added" })]);
  });

  it("a refusal of everything is no permission", () => {
    const refusal = { Effect: "Deny", Action: "*", Resource: "*" };
    expect(afterAdding({ Type: "AWS::IAM::Policy", Properties: statement(refusal) })).toEqual([]);
  });
});
