import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { onTestFinished } from "vitest";
import type { StackTemplate } from "../../../infra/checks/template.ts";
import { type Parameter, parameterFor } from "../../../infra/parameter.ts";
import { wardApp } from "../../../infra/ward-app.ts";

const root = join(import.meta.dirname, "../../..");

export const environmentNames = ["local", "dev", "production"] as const;
export type EnvironmentName = (typeof environmentNames)[number];

/** The same feature flags as `cdk synth`, without bundling: what is tested here is the templates. */
export const testApp = (outdir: string): App => {
  const { context } = JSON.parse(readFileSync(join(root, "cdk.json"), "utf8"));
  return new App({ outdir, context: { ...context, "aws:cdk:bundling-stacks": [] } });
};

/** A folder that goes with the test. */
export const scratchFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "kokunen-synth-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

export interface SynthesizedStack extends StackTemplate {
  readonly account: string;
  readonly outputs: Readonly<Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: string } }>>;
}

/** The templates of an environment before any rule has judged them; `over` changes its parameter. */
export const synthesize = (name: EnvironmentName, over: Partial<Parameter> = {}): readonly SynthesizedStack[] => {
  const folder = mkdtempSync(join(tmpdir(), "kokunen-synth-"));
  const judging = process.env.CDK_VALIDATION;
  process.env.CDK_VALIDATION = "false";
  try {
    const app = testApp(folder);
    wardApp(app, { ...parameterFor(name), ...over });
    return app.synth().stacks.map(({ stackName, environment, template }) => ({
      stack: stackName,
      region: environment.region,
      account: environment.account,
      resources: template.Resources,
      outputs: template.Outputs ?? {},
    }));
  } finally {
    if (judging === undefined) delete process.env.CDK_VALIDATION;
    else process.env.CDK_VALIDATION = judging;
    rmSync(folder, { recursive: true, force: true });
  }
};
