import { describe, expect, it } from "vitest";
import { at, listed } from "../../infra/checks/template.ts";
import { bucketNames, namesOf } from "../../infra/names.ts";
import { parameterFor } from "../../infra/parameter.ts";
import { consoleRoutes } from "../../shared/contracts/console.ts";
import { entries, environments, type FunctionName } from "../../shared/contracts/environment.ts";
import type { Operation } from "../../shared/contracts/operation.ts";
import { operations } from "../../shared/contracts/operations.ts";
import { tableNames, tables } from "../../shared/stores/tables.ts";
import { resourcesOf, theResource } from "./support/resources.ts";
import { synthesize } from "./support/synthesize.ts";

const stacks = synthesize("production");
const parameter = parameterFor("production");
const names = namesOf(parameter);
const functionNames = Object.keys(entries) as FunctionName[];
const ofType = (type: string) => resourcesOf(stacks, type).map(({ properties }) => properties);

describe("the network", () => {
  it("has isolated subnets in two zones and five endpoints, each with a policy", () => {
    expect(ofType("AWS::EC2::Subnet").map((subnet) => subnet.AvailabilityZone)).toEqual([
      "ap-northeast-1a",
      "ap-northeast-1c",
    ]);
    const services = ofType("AWS::EC2::VPCEndpoint").map(({ ServiceName }) => String(ServiceName).split(".").at(-1));
    expect(services.toSorted()).toEqual(["dynamodb", "kms", "logs", "s3", "states"]);
  });

  it("lets through each endpoint just what some function may do there", () => {
    const actionsIn = (statements: unknown[], service: string) =>
      new Set(
        statements
          .filter(
            (one) =>
              at(one, ["Effect"]) === "Allow" && at(one, ["Condition", "StringEquals", "kms:ViaService"]) === undefined,
          )
          .flatMap((one) => listed(at(one, ["Action"])).map(String))
          .filter((action) => action.startsWith(`${service}:`)),
      );
    const roles = ofType("AWS::IAM::Role").filter(({ RoleName }) => /-function$/.test(String(RoleName)));
    const wanted = roles.flatMap(({ Policies }) =>
      listed(Policies).flatMap((policy) => listed(at(policy, ["PolicyDocument", "Statement"]))),
    );
    const passing = ofType("AWS::EC2::VPCEndpoint").flatMap(({ PolicyDocument }) =>
      listed(at(PolicyDocument, ["Statement"])),
    );
    for (const service of ["dynamodb", "s3", "kms", "states"]) {
      expect([service, actionsIn(passing, service)]).toEqual([service, actionsIn(wanted, service)]);
    }
  });

  it("lets functions speak HTTPS to the endpoints only, and nothing speak to them", () => {
    const group = theResource(stacks, "AWS::EC2::SecurityGroup", (p) => /^Functions/.test(String(p.GroupDescription)));
    expect(group.properties.SecurityGroupIngress).toBeUndefined();
    const egress = listed(group.properties.SecurityGroupEgress);
    expect(egress.map((rule) => [at(rule, ["FromPort"]), at(rule, ["ToPort"])])).toEqual(egress.map(() => [443, 443]));
    expect(egress.map((rule) => at(rule, ["CidrIp"]) ?? at(rule, ["DestinationPrefixListId"]))).toEqual([
      parameter.network.cidr,
      parameter.network.prefixLists.dynamodb,
      parameter.network.prefixLists.s3,
    ]);
  });
});

describe("the stores", () => {
  it("are the tables of the contract, restorable, undeletable, and kept when the stack goes", () => {
    const found = resourcesOf(stacks, "AWS::DynamoDB::Table");
    expect(found.map(({ properties }) => properties.TableName).toSorted()).toEqual(
      tableNames.map(names.table).toSorted(),
    );
    for (const { properties, logicalId, stack } of found) {
      expect(properties.DeletionProtectionEnabled).toBe(true);
      expect(at(properties, ["PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled"])).toBe(true);
      const raw = stacks.find((one) => one.stack === stack)?.resources[logicalId];
      expect(at(raw, ["DeletionPolicy"])).toBe("Retain");
    }
  });

  it("forget by expiresAt only where the contract says so", () => {
    for (const name of tableNames) {
      const { properties } = theResource(stacks, "AWS::DynamoDB::Table", (p) => p.TableName === names.table(name));
      expect(at(properties, ["TimeToLiveSpecification", "AttributeName"])).toBe(
        tables[name].expires ? "expiresAt" : undefined,
      );
    }
  });

  it("lock the audit bucket for seven years against everyone", () => {
    const { properties } = theResource(stacks, "AWS::S3::Bucket", (p) => p.BucketName === names.bucket("audit"));
    expect(at(properties, ["ObjectLockConfiguration", "Rule", "DefaultRetention"])).toEqual({
      Mode: "COMPLIANCE",
      Days: 7 * 365 + 2,
    });
  });
});

describe("the keys", () => {
  it("turn yearly where they can, and sign with P-256", () => {
    const keys = ofType("AWS::KMS::Key");
    expect(keys.filter((key) => key.KeyUsage === "SIGN_VERIFY").map((key) => key.KeySpec)).toEqual(["ECC_NIST_P256"]);
    for (const key of keys.filter((one) => one.KeyUsage !== "SIGN_VERIFY")) expect(key.EnableKeyRotation).toBe(true);
  });
});

describe("the functions", () => {
  it("are the entries of the contract, on Node 24 and arm64", () => {
    const found = ofType("AWS::Lambda::Function");
    expect(found.map(({ FunctionName: name }) => name).toSorted()).toEqual(
      functionNames.map(names.function).toSorted(),
    );
    for (const fn of found) {
      expect([fn.Runtime, fn.Architectures]).toEqual(["nodejs24.x", ["arm64"]]);
      expect(listed(at(fn, ["VpcConfig", "SubnetIds"]))).toHaveLength(2);
    }
  });

  it.each(functionNames)("%s gets exactly the variables of its contract, in a shape the contract takes", (fn) => {
    const { properties } = theResource(stacks, "AWS::Lambda::Function", (p) => p.FunctionName === names.function(fn));
    const variables = at(properties, ["Environment", "Variables"]);
    expect(Object.keys(variables as object).toSorted()).toEqual(Object.keys(environments[fn].shape).toSorted());
    expect(environments[fn].safeParse(variables).error).toBeUndefined();
  });

  it.each(functionNames)("%s writes to a log group of its own, kept for the years the ward keeps logs", (fn) => {
    const group = theResource(
      stacks,
      "AWS::Logs::LogGroup",
      (p) => p.LogGroupName === names.logGroup(`function/${fn}`),
    );
    expect(group.properties.RetentionInDays).toBe(parameter.retention.logDays);
  });
});

describe("the API", () => {
  const resourcePaths = () => {
    const byId = new Map(
      resourcesOf(stacks, "AWS::ApiGateway::Resource").map(({ logicalId, properties }) => [logicalId, properties]),
    );
    const pathOf = (id: string): string => {
      const part = byId.get(id.replace(/\.Ref$/, ""));
      return part === undefined ? "" : `${pathOf(String(part.ParentId))}/${part.PathPart}`;
    };
    return ofType("AWS::ApiGateway::Method").map(
      (method) => `${method.HttpMethod} ${pathOf(String(method.ResourceId))}`,
    );
  };

  it("has a route for each operation of the contract, those of the console's files, and no other", () => {
    const expected = [...Object.values<Operation>(operations), ...consoleRoutes].map(
      ({ method, path }) => `${method} ${path}`,
    );
    expect(resourcePaths().toSorted()).toEqual(expected.toSorted());
  });

  it("logs no path, query, address or caller", () => {
    const { properties } = theResource(stacks, "AWS::ApiGateway::Stage");
    const format = String(at(properties, ["AccessLogSetting", "Format"]));
    expect(Object.values<string>(JSON.parse(format)).toSorted()).toEqual([
      "$context.httpMethod",
      "$context.integrationStatus",
      "$context.requestId",
      "$context.requestTime",
      "$context.resourcePath",
      "$context.responseLatency",
      "$context.responseLength",
      "$context.status",
    ]);
    const [settings] = listed(properties.MethodSettings);
    expect(settings).toMatchObject({ DataTraceEnabled: false, LoggingLevel: "OFF", ThrottlingRateLimit: 50 });
  });

  it("answers by itself in RFC 9457 problems, 413 and 400 among them", () => {
    const answers = ofType("AWS::ApiGateway::GatewayResponse");
    expect(answers.map(({ StatusCode }) => StatusCode)).toEqual(expect.arrayContaining(["413", "400", "429", "404"]));
    for (const answer of answers) {
      expect(at(answer, ["ResponseParameters", "gatewayresponse.header.Content-Type"])).toBe(
        "'application/problem+json; charset=utf-8'",
      );
      const body = JSON.parse(String(at(answer, ["ResponseTemplates", "application/json"])));
      expect(body).toMatchObject({ type: `urn:kokunen:problem:${body.code}`, correlationId: "$context.requestId" });
      expect(body.title).toMatch(/\p{Script=Hiragana}/u);
    }
  });
});

describe("oversight", () => {
  it("trails management events and the data events of every table, bucket and function, signed", () => {
    const { properties } = theResource(stacks, "AWS::CloudTrail::Trail");
    expect(properties).toMatchObject({ EnableLogFileValidation: true, S3BucketName: names.bucket("audit") });
    const text = JSON.stringify(properties.AdvancedEventSelectors);
    for (const table of tableNames) expect(text).toContain(names.tableArn(table));
    for (const bucket of bucketNames) expect(text).toContain(`${names.bucketArn(bucket)}/`);
    for (const fn of functionNames)
      expect(names.functionArn(fn).startsWith(names.functionArn("people").slice(0, -6))).toBe(true);
    expect(text).toContain('"Management"');
  });

  it("keeps a flow log of the network", () => {
    expect(theResource(stacks, "AWS::EC2::FlowLog").properties).toMatchObject({
      ResourceType: "VPC",
      TrafficType: "ALL",
    });
  });

  it("backs every store up each day and copies it to Osaka, and person keys for no more than 35 days", () => {
    const plans = resourcesOf(stacks, "AWS::Backup::BackupPlan");
    const days = plans.map(({ properties }) => {
      const [rule] = listed(at(properties, ["BackupPlan", "BackupPlanRule"]));
      const [copy] = listed(at(rule, ["CopyActions"]));
      expect(at(copy, ["DestinationBackupVaultArn"])).toContain(":ap-northeast-3:");
      expect(at(copy, ["Lifecycle", "DeleteAfterDays"])).toBe(at(rule, ["Lifecycle", "DeleteAfterDays"]));
      return at(rule, ["Lifecycle", "DeleteAfterDays"]);
    });
    expect(days.toSorted()).toEqual([35, 400]);
    const selected = ofType("AWS::Backup::BackupSelection").map((p) => listed(at(p, ["BackupSelection", "Resources"])));
    expect(selected).toContainEqual([names.tableArn("keys")]);
    const others = tableNames.filter((table) => table !== "keys" && table !== "idempotency");
    for (const table of others) expect(selected.flat()).toContain(names.tableArn(table));
    // Temporary files would outlive everything that takes them away, and no certificate could say when they are gone.
    expect(selected.flat().filter((arn) => String(arn).includes(":s3:"))).toEqual([names.bucketArn("outbox")]);
    expect(ofType("AWS::Backup::BackupVault")).toHaveLength(2);
    for (const vault of ofType("AWS::Backup::BackupVault")) {
      expect(vault.LockConfiguration).toEqual({ MinRetentionDays: 35, MaxRetentionDays: 400, ChangeableForDays: 3 });
    }
  });
});

describe("the local environment", () => {
  it("is the same but for the oversight stacks", () => {
    const suffixes = (name: "local" | "production") =>
      synthesize(name).map(({ stack }) => stack.replace(`kokunen-${name}-`, ""));
    const oversight = ["trail", "alarms", "osaka", "backup"];
    expect(
      suffixes("production")
        .filter((stack) => !oversight.includes(stack))
        .toSorted(),
    ).toEqual(suffixes("local").toSorted());
  });
});
