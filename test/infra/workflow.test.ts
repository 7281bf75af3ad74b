import { readFileSync } from "node:fs";
import { join } from "node:path";
import aslValidator from "asl-validator";
import jsonata from "jsonata";
import { describe, expect, it } from "vitest";
import { at, isRecord, listed } from "../../infra/checks/template.ts";
import { namesOf } from "../../infra/names.ts";
import { parameterFor } from "../../infra/parameter.ts";
import { type StepInput, stepInput } from "../../shared/contracts/steps.ts";
import { resourcesOf, theResource } from "./support/resources.ts";
import { synthesize } from "./support/synthesize.ts";

const text = readFileSync(join(import.meta.dirname, "../../infra/workflows/transmittal.asl.json"), "utf8");
const machine: { StartAt: string; States: Record<string, State> } = JSON.parse(text);

interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly End?: boolean;
  readonly Output?: string;
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[];
  readonly Retry?: readonly { readonly ErrorEquals: readonly string[]; readonly MaxAttempts: number }[];
  readonly Arguments?: { readonly FunctionName: string; readonly Payload: string };
  readonly ItemSelector?: unknown;
  readonly ItemProcessor?: { readonly StartAt: string; readonly States: Record<string, State> };
}

const runId = "T20261123-0A1B2C";
const expression = (value: string) => value.replace(/^\{%|%\}$/g, "").trim();

const evaluate = (value: string, states: object): Promise<unknown> => {
  const compiled = jsonata(expression(value));
  return compiled.evaluate({}, { states });
};

const nextOf = (state: State): string[] =>
  [...listed(state.Next), ...listed(state.Default), ...(state.Choices ?? []).map((choice) => choice.Next)].map(String);

const everyState: readonly (readonly [string, State])[] = Object.entries(machine.States).flatMap(([name, state]) => [
  [name, state] as const,
  ...Object.entries(state.ItemProcessor?.States ?? {}),
]);
const tasks = everyState.filter(([, state]) => state.Type === "Task");

const context = {
  Execution: { Name: "weekly-2026-11-23" },
  Task: { Token: "a-task-token" },
  Map: { Item: { Value: "loss" } },
};

/** What each task would hand the function, by the name of the step. */
const payloads = async (input: object) => {
  const built = await Promise.all(
    tasks.map(([, state]) => evaluate(state.Arguments?.Payload ?? "", { input, context })),
  );
  return new Map(built.map((payload) => [at(payload, ["step"]), payload]));
};

const steps = stepInput.options.map((option) => option.shape.step.value);

describe("the text of the 進達", () => {
  it("is valid Amazon States Language", () => {
    const { isValid, errorsText } = aslValidator(
      JSON.parse(
        text.replaceAll(/\$\{StepsFunctionArn\}/g, "arn:aws:lambda:ap-northeast-1:000000000000:function:steps"),
      ),
    );
    expect([isValid, isValid ? "" : errorsText()]).toEqual([true, ""]);
  });

  it("has no state out of reach, and none that leads nowhere", () => {
    const reached = new Set<string>();
    const visit = (name: string): void => {
      const state = machine.States[name];
      expect([name, state?.Type]).toEqual([name, expect.any(String)]);
      if (state === undefined || reached.has(name)) return;
      reached.add(name);
      const next = nextOf(state);
      expect([name, next.length > 0]).toEqual([name, !["Succeed", "Fail"].includes(state.Type)]);
      next.forEach(visit);
    };
    visit(machine.StartAt);
    expect([...reached].toSorted()).toEqual(Object.keys(machine.States).toSorted());
  });

  it("ends well from every state but the one that fails", () => {
    const endsWell = (name: string, seen: ReadonlySet<string>): boolean => {
      const state = machine.States[name];
      if (state === undefined || seen.has(name)) return false;
      return state.Type === "Succeed" || nextOf(state).some((next) => endsWell(next, new Set([...seen, name])));
    };
    const stuck = Object.keys(machine.States).filter((name) => !endsWell(name, new Set()));
    expect(stuck).toEqual(["UnknownAnswer"]);
  });

  it("takes every step of the contract, and hands each what the contract asks for", async () => {
    const built = await payloads({ runId, kind: "loss", kinds: ["loss"] });
    expect([...built.keys()].toSorted()).toEqual(steps.toSorted());
    const runIds = [...built.values()].map((payload) => at(payload, ["runId"]));
    expect(runIds).toEqual(runIds.map(() => runId));
    for (const payload of built.values()) {
      expect([payload, stepInput.safeParse(payload).error]).toEqual([payload, undefined]);
    }
  });

  it("opens with what the start gave, and nothing it did not", async () => {
    const open = async (input: object) => (await payloads(input)).get("open") as StepInput;
    expect(await open({})).toEqual({ step: "open", executionName: "weekly-2026-11-23" });
    const given = { runId, startedBy: "officer-1", cutoff: "2026-11-23T00:00:00Z" };
    expect(await open({ ...given, other: 1 })).toEqual({ step: "open", executionName: "weekly-2026-11-23", ...given });
  });

  it.each([
    ["collect", "Collect"],
    ["compose", "ComposeEachKind"],
    ["await-approval", "AwaitApproval"],
    ["release", "Release"],
    ["reopen", "Reopen"],
    ["done", "Done"],
  ])("goes on at %s where a step answers so", async (next, state) => {
    const choices = machine.States.WhereToGoOn?.Choices ?? [];
    const holding: string[] = [];
    for (const choice of choices) {
      if ((await evaluate(choice.Condition, { input: { runId, next } })) === true) holding.push(choice.Next);
    }
    expect(holding).toEqual([state]);
  });

  it("releases only what was approved, and fails rather than guess", async () => {
    const decide = async (decision: string) => {
      const { Choices = [], Default } = machine.States.Decision ?? { Type: "none" };
      for (const choice of Choices) {
        if ((await evaluate(choice.Condition, { input: { runId, decision } })) === true) return choice.Next;
      }
      return Default;
    };
    expect(await decide("approve")).toBe("Release");
    expect(await decide("refuse")).toBe("Reopen");
    expect(await decide("")).toBe("UnknownAnswer");
    const toRelease = Object.entries(machine.States).filter(([, state]) => nextOf(state).includes("Release"));
    expect(toRelease.map(([name]) => name).toSorted()).toEqual(["Decision", "WhereToGoOn"]);
  });

  it("gives each kind to its own composition", async () => {
    const selector = machine.States.ComposeEachKind?.ItemSelector;
    expect(isRecord(selector)).toBe(true);
    const selected = await Promise.all(
      Object.entries(selector as Record<string, string>).map(async ([key, value]) => [
        key,
        await evaluate(value, { input: { runId }, context }),
      ]),
    );
    expect(Object.fromEntries(selected)).toEqual({ runId, kind: "loss" });
  });

  it("tries every task again, a bounded number of times", () => {
    for (const [name, { Retry = [] }] of tasks) {
      expect([name, Retry.flatMap(({ ErrorEquals }) => ErrorEquals)]).toEqual([name, ["States.ALL"]]);
      for (const { MaxAttempts } of Retry) expect(MaxAttempts).toBeLessThanOrEqual(10);
    }
  });
});

describe("the state machine and its week", () => {
  const stacks = synthesize("production");
  const names = namesOf(parameterFor("production"));

  it("is STANDARD, logs without data, and calls the function of the steps alone", () => {
    const { properties } = theResource(
      stacks,
      "AWS::StepFunctions::StateMachine",
      ({ StateMachineName }) => StateMachineName === names.stateMachine("transmittal"),
    );
    expect(properties.StateMachineType).toBe("STANDARD");
    expect(properties.LoggingConfiguration).toMatchObject({ Level: "ALL", IncludeExecutionData: false });
    const functions = new Set(tasks.map(([, state]) => state.Arguments?.FunctionName));
    expect([...functions]).toEqual(["$".concat("{StepsFunctionArn}")]);
  });

  it("starts every week in Tokyo's time, and keeps a start that failed", () => {
    const { properties } = theResource(stacks, "AWS::Scheduler::Schedule", ({ Name }) => /weekly/.test(String(Name)));
    expect(properties).toMatchObject({
      ScheduleExpression: "cron(0 7 ? * MON *)",
      ScheduleExpressionTimezone: "Asia/Tokyo",
    });
    expect(at(properties, ["Target", "Arn"])).toBe(names.stateMachineArn("transmittal"));
    expect(at(properties, ["Target", "DeadLetterConfig", "Arn"])).toContain("MissedStarts");
    expect(resourcesOf(stacks, "AWS::SQS::Queue")).toHaveLength(1);
  });

  it.each([
    ["looks into the file drop of 住民記録の異動 every quarter of an hour", "resident-files", "rate(15 minutes)"],
    ["looks into the file drop of 所得情報 every quarter of an hour", "income-files", "rate(15 minutes)"],
    [
      "goes on with approved outputs, and takes away what expired, every quarter of an hour",
      "outputs-clock",
      "rate(15 minutes)",
    ],
    ["goes through the buckets of temporary files every hour", "temporary-files", "cron(50 * * * ? *)"],
    ["goes through 60歳到達 and 20歳到達 every night", "nightly-batches", "cron(0 2 * * ? *)"],
  ])("%s", (_, name, expression) => {
    const { properties } = theResource(stacks, "AWS::Scheduler::Schedule", ({ Name }) => String(Name).endsWith(name));
    expect(properties).toMatchObject({ ScheduleExpression: expression, ScheduleExpressionTimezone: "Asia/Tokyo" });
    const target = at(properties, ["Target", "Arn"]);
    const role = theResource(
      stacks,
      "AWS::IAM::Role",
      ({ Policies }) =>
        JSON.stringify(Policies ?? "").includes("Turn") && JSON.stringify(Policies).includes(JSON.stringify(target)),
    );
    const [policy] = listed(role.properties.Policies);
    const [turn] = listed(at(policy, ["PolicyDocument", "Statement"]));
    expect(at(turn, ["Action"])).toBe("lambda:InvokeFunction");
    expect(at(turn, ["Resource"])).toEqual(target);
  });
});
