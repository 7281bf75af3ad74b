import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { logSignals } from "../../infra/constructs/signals.ts";
import { logCodes } from "../../shared/http/log-codes.ts";
import { resourcesOf } from "./support/resources.ts";
import { synthesize } from "./support/synthesize.ts";

const folder = join(import.meta.dirname, "../../docs/runbooks");
const prefix = "kokunen-production-";
const stacks = synthesize("production");
const alarms = resourcesOf(stacks, "AWS::CloudWatch::Alarm").map(({ properties }) => properties);
const alarmNames = alarms.map(({ AlarmName }) => String(AlarmName).slice(prefix.length));
/** Pages that are not about an alarm. */
const others = ["README.md", "deploy.md"];
const pages = readdirSync(folder).filter((file) => !others.includes(file));

describe("runbooks", () => {
  it("are one for each alarm, and an alarm for each", () => {
    expect(pages.toSorted()).toEqual(alarmNames.map((name) => `${name}.md`).toSorted());
  });

  it.each(pages)("%s says what happened, what to look at, what to do, and when it is over", (page) => {
    const text = readFileSync(join(folder, page), "utf8");
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(["何が起きたか", "影響", "まず見るもの", "対処", "終わりの確認"]);
    const alarm = alarms.find(({ AlarmName }) => `${String(AlarmName).slice(prefix.length)}.md` === page);
    const title = text.match(/^# (.+)$/m)?.[1] ?? "no title";
    expect(String(alarm?.AlarmDescription)).toBe(`${title}。対処: docs/runbooks/${page}`);
  });

  it("are pointed to by alarms that reach someone", () => {
    for (const alarm of alarms) expect(alarm.AlarmActions).toHaveLength(1);
  });
});

describe("signals", () => {
  it("go by codes that functions write", () => {
    for (const { code } of Object.values(logSignals)) expect(Object.keys(logCodes)).toContain(code);
  });

  it("count the metric their alarm watches", () => {
    const counted = resourcesOf(stacks, "AWS::Logs::MetricFilter").flatMap(({ properties }) =>
      (properties.MetricTransformations as { MetricName: string }[]).map(({ MetricName }) => MetricName),
    );
    const watched = alarms
      .filter(({ Namespace }) => Namespace === "Kokunen/Signals")
      .map(({ MetricName }) => MetricName);
    expect(new Set(counted)).toEqual(new Set(watched));
  });
});
