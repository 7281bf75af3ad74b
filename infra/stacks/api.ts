import { CfnOutput, RemovalPolicy } from "aws-cdk-lib";
import {
  AccessLogFormat,
  CfnAccount,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RestApi,
} from "aws-cdk-lib/aws-apigateway";
import { InterfaceVpcEndpoint } from "aws-cdk-lib/aws-ec2";
import { ManagedPolicy, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { FunctionName } from "../../shared/contracts/environment.ts";
import { gatewayProblems } from "../constructs/gateway-problems.ts";
import { logGroup } from "../constructs/log-group.ts";
import { operationRoutes } from "../constructs/operation-routes.ts";
import { privateApiPolicy } from "../constructs/private-api-policy.ts";
import { WardStack } from "../constructs/ward-stack.ts";
import type { Parameter } from "../parameter.ts";

interface ApiProps {
  readonly functionOf: (name: FunctionName) => IFunction;
  readonly auditKey: IKey;
}

/** Nothing a path, a query or a caller could carry a person's number in: the path is the template, the caller is left out. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: "$context.requestId",
    time: "$context.requestTime",
    method: "$context.httpMethod",
    resource: "$context.resourcePath",
    status: "$context.status",
    latency: "$context.responseLatency",
    integrationStatus: "$context.integrationStatus",
    responseBytes: "$context.responseLength",
  }),
);

/** The private REST API: reachable through the ward's own VPC endpoints and from nowhere else. */
export class ApiStack extends WardStack {
  constructor(scope: Construct, parameter: Parameter, { functionOf, auditKey }: ApiProps) {
    super(scope, "api", parameter);
    const accessLog = logGroup(this, "AccessLog", "api/access", auditKey);
    const api = new RestApi(this, "Api", {
      restApiName: `${this.names.prefix}-api`,
      description: "国民年金システム",
      endpointConfiguration: {
        types: [EndpointType.PRIVATE],
        vpcEndpoints: parameter.wardEndpoints.api.map((id) =>
          InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(this, id, { vpcEndpointId: id, port: 443 }),
        ),
      },
      policy: privateApiPolicy(parameter.wardEndpoints.api),
      disableExecuteApiEndpoint: false,
      cloudWatchRole: false,
      deployOptions: {
        stageName: "ward",
        accessLogDestination: new LogGroupLogDestination(accessLog),
        accessLogFormat,
        // Execution logs would hold whole requests.
        loggingLevel: MethodLoggingLevel.OFF,
        dataTraceEnabled: false,
        metricsEnabled: true,
        throttlingRateLimit: parameter.throttle.rate,
        throttlingBurstLimit: parameter.throttle.burst,
      },
    });
    api.deploymentStage.node.addDependency(this.accountLogging());
    operationRoutes(api, functionOf);
    gatewayProblems(api);
    new CfnOutput(this, "ApiId", { value: api.restApiId });
    new CfnOutput(this, "StageName", { value: api.deploymentStage.stageName });
  }

  /** API Gateway writes access logs through one role for the whole account and region. */
  private accountLogging(): CfnAccount {
    const role = new Role(this, "AccountLogRole", {
      assumedBy: new ServicePrincipal("apigateway.amazonaws.com"),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName("service-role/AmazonAPIGatewayPushToCloudWatchLogs")],
    });
    role.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const account = new CfnAccount(this, "AccountLogging", { cloudWatchRoleArn: role.roleArn });
    account.applyRemovalPolicy(RemovalPolicy.RETAIN);
    return account;
  }
}
