import { readFileSync } from "node:fs";
import type { IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport } from "aws-cdk-lib";
import { ownChecks } from "./own-checks.ts";
import type { StackTemplate } from "./template.ts";

/** Runs the project's own rules at each synth, which fails on a finding that is not acknowledged. */
export class OwnChecksPlugin implements IPolicyValidationPlugin {
  readonly name = "Kokunen";

  validate({ stackTemplates }: IPolicyValidationContext): PolicyValidationPluginReport {
    const paths = new Map(stackTemplates.map((template) => [template.stackConstructPath, template.templatePath]));
    const templates = stackTemplates.map(
      ({ stackConstructPath, templatePath, region }): StackTemplate => ({
        stack: stackConstructPath,
        region: region ?? "unknown",
        resources: JSON.parse(readFileSync(templatePath, "utf8")).Resources ?? {},
      }),
    );
    const findings = ownChecks(templates);
    return {
      success: findings.length === 0,
      violations: findings.map(({ rule, description, stack, logicalId, location }) => ({
        ruleName: rule,
        description,
        severity: "error",
        violatingResources: [
          { resourceLogicalId: logicalId, templatePath: paths.get(stack) ?? stack, locations: [location] },
        ],
      })),
    };
  }
}
