import { readFileSync } from "node:fs";
import { join } from "node:path";
import aslValidator from "asl-validator";
import jsonata from "jsonata";
import { describe, expect, it } from "vitest";
import { at } from "../../infra/checks/template.ts";
import { trailSignals } from "../../infra/constructs/signals.ts";
import { namesOf } from "../../infra/names.ts";
import { parameterFor } from "../../infra/parameter.ts";
import { erasureTurnInput } from "../../shared/contracts/erasures.ts";
import { unpackSchedule } from "../../shared/contracts/retention-schedule.ts";
import { defaultRetention } from "../../shared/domain/retention.ts";
import { resourcesOf, theResource } from "./support/resources.ts";
import { synthesize } from "./support/synthesize.ts";

const text = readFileSync(join(import.meta.dirname, "../../infra/workflows/erasure.asl.json"), "utf8");

interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[];
  readonly Retry?: readonly { readonly ErrorEquals: readonly string[]; readonly MaxAttempts: number }[];
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
  readonly Arguments?: { readonly Payload: string };
  readonly TimeoutSeconds?: number;
}
const machine: { StartAt: string; States: Record<string, State> } = JSON.parse(text);
const turn = machine.States.Turn;

const evaluate = (value: string, input: object): Promise<unknown> =>
  jsonata(value.replace(/^\{%|%\}$/g, "").trim()).evaluate({}, { states: { input } });

const nextAfter = async (answer: object) => {
  const { Choices = [], Default } = machine.States.WhereToGoOn ?? { Type: "none" };
  for (const choice of Choices) if ((await evaluate(choice.Condition, answer)) === true) return choice.Next;
  return Default;
};

const erasureId = "E20261126-7K3M9Q";

describe("the text of the 消去", () => {
  it("is valid Amazon States Language", () => {
    const arn = "arn:aws:lambda:ap-northeast-1:000000000000:function:turns";
    const { isValid, errorsText } = aslValidator(JSON.parse(text.replaceAll(/\$\{TurnsFunctionArn\}/g, arn)));
    expect([isValid, isValid ? "" : errorsText()]).toEqual([true, ""]);
  });

  it.each([
    ["of the night", {}, {}],
    ["of an approval", { erasureId }, { erasureId }],
    ["behind a turn that began none", { erasureId: null, next: "again" }, {}],
    ["behind a turn", { erasureId, next: "again" }, { erasureId }],
  ])("hands the turn %s what the contract asks for, and nothing else", async (_, input, payload) => {
    const built = await evaluate(turn?.Arguments?.Payload ?? "", input);
    expect(built).toEqual(payload);
    expect(erasureTurnInput.parse(built)).toEqual(payload);
  });

  it("goes on as long as there is more, rests when people have to decide, and fails rather than guess", async () => {
    expect(await nextAfter({ erasureId, next: "again" })).toBe("Turn");
    expect(await nextAfter({ erasureId, next: "rest" })).toBe("Done");
    expect(await nextAfter({ erasureId, next: "perhaps" })).toBe("UnknownAnswer");
    expect(await nextAfter({})).toBe("UnknownAnswer");
  });

  it("tries a turn again a bounded number of times, waits where another turn is under way, and then fails loudly", () => {
    expect(turn?.Retry?.map(({ ErrorEquals }) => ErrorEquals)).toEqual([
      ["Lambda.TooManyRequestsException"],
      ["States.ALL"],
    ]);
    for (const { MaxAttempts } of turn?.Retry ?? []) expect(MaxAttempts).toBeLessThanOrEqual(30);
    expect(turn?.Catch).toEqual([{ ErrorEquals: ["States.ALL"], Next: "Failed" }]);
    expect(machine.States.Failed?.Type).toBe("Fail");
    // A turn that hangs is given up after the function itself has.
    expect(turn?.TimeoutSeconds).toBe(16 * 60);
  });
});

describe("the machine as deployed", () => {
  const stacks = synthesize("production");
  const names = namesOf(parameterFor("production"));

  it("logs without data and starts every night in Tokyo's time, before anybody is at work", () => {
    const { properties } = theResource(
      stacks,
      "AWS::StepFunctions::StateMachine",
      ({ StateMachineName }) => StateMachineName === names.stateMachine("erasure"),
    );
    expect(properties).toMatchObject({
      StateMachineType: "STANDARD",
      LoggingConfiguration: { Level: "ALL", IncludeExecutionData: false },
    });
    const schedule = theResource(stacks, "AWS::Scheduler::Schedule", ({ Name }) =>
      String(Name).endsWith("nightly-erasure"),
    );
    expect(schedule.properties).toMatchObject({
      ScheduleExpression: "cron(10 3 * * ? *)",
      ScheduleExpressionTimezone: "Asia/Tokyo",
      Target: { Arn: names.stateMachineArn("erasure"), Input: "{}" },
    });
    expect(at(schedule.properties, ["Target", "DeadLetterConfig", "Arn"])).toContain("MissedStarts");
  });

  it("gives desk and turns, and the sweep of temporary files, the schedule of the parameter, and no function more variables than Lambda takes", () => {
    const functions = resourcesOf(stacks, "AWS::Lambda::Function").map(({ properties }) => properties);
    const told = functions.flatMap(({ FunctionName, Environment }) => {
      const packed = at(Environment, ["Variables", "RETENTION_SCHEDULE"]);
      return packed === undefined ? [] : [[FunctionName, unpackSchedule(String(packed))]];
    });
    expect(told).toEqual([
      [names.function("temporary-files"), defaultRetention],
      [names.function("erasure"), defaultRetention],
      [names.function("erasure-turns"), defaultRetention],
    ]);
    for (const { FunctionName, Environment } of functions) {
      const size = Object.entries(at(Environment, ["Variables"]) ?? {}).reduce(
        (sum, [name, value]) => sum + name.length + String(value).length,
        0,
      );
      expect([FunctionName, size < 4_096]).toEqual([FunctionName, true]);
    }
  });
});

describe("the alarm over the trail's table", () => {
  it("leaves out the deletions of the erasure's own role, and those alone", () => {
    const { pattern } = trailSignals["audit-entry-touched"];
    const role = "$.userIdentity.sessionContext.sessionIssuer.arn";
    expect(pattern).toContain(
      `(($.eventName != "DeleteItem") || (${role} NOT EXISTS) || (${role} != "*-erasure-turns-function"))`,
    );
  });
});
