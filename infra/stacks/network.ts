import {
  GatewayVpcEndpoint,
  GatewayVpcEndpointAwsService,
  type IInterfaceVpcEndpointService,
  InterfaceVpcEndpoint,
  InterfaceVpcEndpointAwsService,
  InterfaceVpcEndpointService,
  IpAddresses,
  type ISecurityGroup,
  Peer,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from "aws-cdk-lib/aws-ec2";
import type { Construct } from "constructs";
import { endpointPolicies } from "../constructs/endpoint-policies.ts";
import { functionsSecurityGroup } from "../constructs/functions-security-group.ts";
import { WardStack } from "../constructs/ward-stack.ts";
import type { Parameter } from "../parameter.ts";

interface NetworkProps {
  readonly dataKeyArn: string;
  readonly signingKeyArn: string;
}

/**
 * A network with no way out: isolated subnets, and an endpoint for each service the functions call, none other.
 * Lambda ships a function's log from outside the VPC: CloudWatch Logs has an endpoint for one thing alone, to read what the
 * gateway of the API logged.
 */
export class NetworkStack extends WardStack {
  readonly vpc: Vpc;
  readonly functions: ISecurityGroup;
  readonly s3Endpoint: GatewayVpcEndpoint;

  constructor(scope: Construct, parameter: Parameter, props: NetworkProps) {
    super(scope, "network", parameter);
    const { cidr } = parameter.network;
    this.vpc = new Vpc(this, "Vpc", {
      ipAddresses: IpAddresses.cidr(cidr),
      availabilityZones: this.availabilityZones,
      subnetConfiguration: [{ name: "isolated", subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 26 }],
      createInternetGateway: false,
      natGateways: 0,
      restrictDefaultSecurityGroup: false,
    });

    const https = Port.tcp(443);
    const endpoints = new SecurityGroup(this, "Endpoints", {
      vpc: this.vpc,
      description: "Interface endpoints: HTTPS from inside the network",
      allowAllOutbound: false,
    });
    endpoints.addIngressRule(Peer.ipv4(cidr), https, "functions");
    this.functions = functionsSecurityGroup(this, this.vpc);

    const policies = endpointPolicies(parameter, props);
    const dynamodb = this.gateway("DynamoDb", GatewayVpcEndpointAwsService.DYNAMODB);
    for (const statement of policies.dynamodb) dynamodb.addToPolicy(statement);
    this.s3Endpoint = this.gateway("S3", GatewayVpcEndpointAwsService.S3);
    for (const statement of policies.s3) this.s3Endpoint.addToPolicy(statement);
    const kms = this.interface("Kms", InterfaceVpcEndpointAwsService.KMS, endpoints);
    for (const statement of policies.kms) kms.addToPolicy(statement);
    const states = this.interface("StepFunctions", InterfaceVpcEndpointAwsService.STEP_FUNCTIONS, endpoints);
    for (const statement of policies.states) states.addToPolicy(statement);
    const logs = this.interface("Logs", InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS, endpoints);
    for (const statement of policies.logs) logs.addToPolicy(statement);
    if (parameter.taxReference !== null) this.taxSystem(parameter.taxReference.endpointService, endpoints);
  }

  /** The ward's linkage platform: a service of PrivateLink, which takes no policy; its owner says who may pass. */
  private taxSystem(service: string, group: SecurityGroup): void {
    this.interface("TaxSystem", new InterfaceVpcEndpointService(service, 443), group);
  }

  private gateway(id: string, service: GatewayVpcEndpointAwsService): GatewayVpcEndpoint {
    return new GatewayVpcEndpoint(this, id, {
      vpc: this.vpc,
      service,
      subnets: [{ subnetType: SubnetType.PRIVATE_ISOLATED }],
    });
  }

  private interface(id: string, service: IInterfaceVpcEndpointService, group: SecurityGroup): InterfaceVpcEndpoint {
    return new InterfaceVpcEndpoint(this, id, {
      vpc: this.vpc,
      service,
      open: false,
      privateDnsEnabled: true,
      securityGroups: [group],
      subnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
    });
  }
}
