import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { logSignals } from "../../../infra/constructs/signals.ts";
import { type LogCode, logCodes } from "../../../shared/http/log-codes.ts";
import { type FactKind, factKinds } from "../../../shared/http/log-facts.ts";

const root = join(import.meta.dirname, "../../..");
const sources = ["functions", "shared"].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => ({ file: `${room}/${file}`, text: readFileSync(join(root, room, file), "utf8") })),
);
const codes = Object.keys(logCodes) as LogCode[];
const page = readFileSync(join(root, "docs/logs.md"), "utf8");

/** Rows of the table below a heading, cell by cell. */
const rowsBelow = (heading: string) => {
  const [, section = ""] = page.split(`## ${heading}\n`);
  const [table = ""] = section.split("\n## ");
  return [...table.matchAll(/^\| (`.*) \|$/gm)].map(([, row = ""]) => row.split(" | "));
};
const code = (text: string) => `\`${text}\``;

describe("what is logged", () => {
  it("is logged through the registry alone: nothing writes past it", () => {
    const writers =
      /\bconsole\.(log|info|warn|error|debug|trace|dir|table|assert|count|time|group)\b|process\.(stdout|stderr|emitWarning)|powertools|\bdebuglog\b|logger\s*:/;
    const past = sources.filter(({ text }) => writers.test(text.replace(/powertoolsLog/g, ""))).map(({ file }) => file);
    expect(past).toEqual(["shared/http/log.ts"]);
  });

  it("goes by codes that something writes", () => {
    const elsewhere = sources.filter(({ file }) => file !== "shared/http/log-codes.ts").map(({ text }) => text);
    const written = elsewhere.join("\n");
    expect(codes.filter((each) => !written.includes(`"${each}"`))).toEqual([]);
  });

  it.each(codes)("as %s says in Japanese what happened, and declares facts that do not hide its own words", (each) => {
    const { message, facts } = logCodes[each];
    expect(message).toMatch(/^[^\d]*[ぁ-ん一-龠][^\d]*$/);
    for (const name of ["code", "level", "message", "at", "service"]) expect(facts).not.toHaveProperty(name);
  });
});

describe("docs/logs.md", () => {
  const alarmsOf = (each: LogCode) =>
    Object.entries(logSignals)
      .filter(([, signal]) => signal.code === each)
      .map(([name]) => `[${name}](runbooks/${name}.md)`);

  it("lists every code with its level, message, facts and alarms, and no other", () => {
    const expected = codes.map((each) => {
      const { level, message, facts } = logCodes[each];
      return [code(each), level, message, Object.keys(facts).map(code).join(" "), alarmsOf(each).join(" ") || "—"];
    });
    expect(rowsBelow("コード")).toEqual(expected);
  });

  it("lists every kind of fact, and no other", () => {
    const named = (kind: string) => [
      ...new Set(
        codes.flatMap((each) =>
          Object.entries<FactKind>(logCodes[each].facts).flatMap(([name, of]) => (of === kind ? [code(name)] : [])),
        ),
      ),
    ];
    const expected = Object.entries(factKinds).map(([kind, { title }]) => [
      code(kind),
      title,
      named(kind).join(" ") || "—",
    ]);
    expect(rowsBelow("添えられるもの")).toEqual(expected);
  });
});
