import { describe, expect, it } from "vitest";
import { acknowledgementsOf } from "../../infra/checks/acknowledgements.ts";
import { judge } from "../../infra/checks/judge.ts";
import { ownChecks } from "../../infra/checks/own-checks.ts";
import { at, listed } from "../../infra/checks/template.ts";
import { namesOf } from "../../infra/names.ts";
import { type Parameter, parameterFor } from "../../infra/parameter.ts";
import { wardApp } from "../../infra/ward-app.ts";
import { environments } from "../../shared/contracts/environment.ts";
import { resourcesOf, theResource } from "./support/resources.ts";
import { scratchFolder, synthesize, testApp } from "./support/synthesize.ts";

const service = "com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123456789abcdef0";
const hmacKeyArn = "arn:aws:kms:ap-northeast-1:222222222222:key/mrk-1";
const taxReference = {
  url: "https://renkei.ward.example/tax/v1/incomes",
  tokenUrl: "https://renkei.ward.example/oauth2/token",
  clientId: "kokunen",
  audience: "https://renkei.ward.example",
  scope: "income.read",
  hmacKeyArn,
  endpointService: service,
} as const satisfies Parameter["taxReference"];

const connected = synthesize("production", { taxReference });
const unconnected = synthesize("production");

const endpointsOf = (stacks: typeof connected) =>
  resourcesOf(stacks, "AWS::EC2::VPCEndpoint").filter(({ properties }) => String(properties.ServiceName) === service);

const macStatements = (stacks: typeof connected) =>
  resourcesOf(stacks, "AWS::IAM::Role").flatMap(({ properties }) =>
    listed(properties.Policies).flatMap((policy) =>
      listed(at(policy, ["PolicyDocument", "Statement"]))
        .filter((one) => listed(at(one, ["Action"])).includes("kms:GenerateMac"))
        .map((one) => [
          properties.RoleName,
          at(one, ["Effect"]),
          at(one, ["Resource"]),
          at(one, ["Condition", "StringEquals"]),
        ]),
    ),
  );

describe("税システムへの照会 in the closed network", () => {
  it("has one way out of the functions' network, to the one service that was named, behind a security group", () => {
    const [endpoint, ...others] = endpointsOf(connected);
    expect(others).toEqual([]);
    expect(endpoint?.properties).toMatchObject({ VpcEndpointType: "Interface", PrivateDnsEnabled: true });
    expect(listed(endpoint?.properties.SecurityGroupIds)).toHaveLength(1);
    expect(listed(endpoint?.properties.SubnetIds)).toHaveLength(2);
  });

  it("opens nothing that the rules of the closed network find", () => {
    const rulesOf = (stacks: typeof connected) => new Set(ownChecks(stacks).map(({ rule }) => rule));
    expect(rulesOf(connected)).toEqual(rulesOf(unconnected));
  });

  it("passes every rule of a synth with the acknowledgements there are", () => {
    const parameter = { ...parameterFor("production"), taxReference };
    const app = testApp(scratchFolder());
    wardApp(app, parameter);
    judge(app, parameter, acknowledgementsOf(namesOf(parameter), false));
    expect(app.synth().stacks.length).toBe(10);
  });

  it("is signed for by the incomes function alone, with the one key and the one algorithm", () => {
    const { function: nameOf } = namesOf(parameterFor("production"));
    expect(macStatements(connected)).toEqual([
      [`${nameOf("incomes")}-function`, "Allow", hmacKeyArn, { "kms:MacAlgorithm": "HMAC_SHA_256" }],
    ]);
    const kms = theResource(connected, "AWS::EC2::VPCEndpoint", (p) => String(p.ServiceName).endsWith(".kms"));
    expect(JSON.stringify(kms.properties.PolicyDocument)).toContain('"kms:GenerateMac"');
  });

  it("tells the function where to ask, and no secret", () => {
    const { function: nameOf } = namesOf(parameterFor("production"));
    const fn = theResource(connected, "AWS::Lambda::Function", (p) => p.FunctionName === nameOf("incomes"));
    const variable = at(fn.properties, ["Environment", "Variables", "TAX_REFERENCE"]);
    const { endpointService: _, ...asked } = taxReference;
    expect(environments.incomes.shape.TAX_REFERENCE.parse(variable)).toEqual(asked);
  });

  it("is not there at all while it is not connected", () => {
    expect([endpointsOf(unconnected), macStatements(unconnected)]).toEqual([[], []]);
    expect(environments.incomes.shape.TAX_REFERENCE.parse("")).toBeNull();
    expect(JSON.stringify(unconnected)).not.toContain("kms:GenerateMac");
  });

  it.each([
    ["without a security group", { ServiceName: service }],
    ["to a service abroad", { ServiceName: service.replace("northeast-1", "southeast-1"), SecurityGroupIds: ["sg-1"] }],
    [
      "to a service of AWS without a policy",
      { ServiceName: "com.amazonaws.ap-northeast-1.sqs", SecurityGroupIds: ["sg-1"] },
    ],
  ])("a way %s is found", (_, properties) => {
    const added = {
      stack: "added",
      region: "ap-northeast-1",
      resources: { Added: { Type: "AWS::EC2::VPCEndpoint", Properties: properties } },
    };
    expect(ownChecks([added]).map(({ rule }) => rule)).toContain("closed-network");
  });

  it.each([
    ["an address without TLS", { ...taxReference, url: "http://renkei.ward.example/" }],
    ["a secret in place of a key", { ...taxReference, hmacKeyArn: "c2VjcmV0" }],
    ["an item nobody knows", { ...taxReference, secret: "c2VjcmV0" }],
  ])("%s stops the function before its first request", (_, { endpointService: _service, ...asked }) => {
    expect(environments.incomes.shape.TAX_REFERENCE.safeParse(JSON.stringify(asked)).success).toBe(false);
  });
});
