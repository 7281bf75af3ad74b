import { Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { type Names, namesOf } from "../names.ts";
import type { Parameter } from "../parameter.ts";

/** A stack of one environment, in Tokyo unless told to rest in the backup region. */
export class WardStack extends Stack {
  readonly parameter: Parameter;
  readonly names: Names;

  constructor(scope: Construct, id: string, parameter: Parameter, place: "primary" | "backup" = "primary") {
    const region = place === "primary" ? parameter.region : parameter.backupRegion;
    super(scope, `${namesOf(parameter).prefix}-${id}`, {
      env: { account: parameter.account, region },
      // CloudFormation takes a megabyte; indented, the API's routes come near it.
      suppressTemplateIndentation: true,
      terminationProtection: !parameter.emulated,
      tags: { system: "kokunen", ward: parameter.wardCode, environment: parameter.name },
    });
    this.parameter = parameter;
    this.names = namesOf(parameter);
  }

  /** From the parameter, so that a synth never has to ask an account. */
  override get availabilityZones(): string[] {
    return [...this.parameter.network.availabilityZones];
  }
}
