import { type App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from "cdk-nag";
import type { IConstruct } from "constructs";
import { namesOf } from "../names.ts";
import type { Parameter } from "../parameter.ts";
import { type Acknowledgement, acknowledgementsOf } from "./acknowledgements.ts";
import { OwnChecksPlugin } from "./own-checks-plugin.ts";

/**
 * Holds an app to every rule: AwsSolutions, NIST 800-53 R5, Serverless, CloudFormation's own (`cdk.json` makes them
 * errors) and the project's. A finding that no acknowledgement covers fails the synth.
 *
 * @throws for an acknowledgement whose construct does not exist.
 */
export const judge = (
  app: App,
  parameter: Parameter,
  acknowledgements: readonly Acknowledgement[] = acknowledgementsOf(namesOf(parameter), parameter.emulated),
): void => {
  const { prefix } = namesOf(parameter);
  for (const { rule, scope, reason, since } of acknowledgements) {
    const target = `${prefix}-${scope}`.split("/").reduce<IConstruct>((found, id) => found.node.findChild(id), app);
    Validations.of(target).acknowledge({ id: rule, reason: `${since}: ${reason}` });
  }
  Validations.of(app).addPlugins(
    new AwsSolutionsChecks(app, { writeSuppressionsToCloudFormation: true }),
    new NIST80053R5Checks(app),
    new ServerlessChecks(app),
    new OwnChecksPlugin(),
  );
};
