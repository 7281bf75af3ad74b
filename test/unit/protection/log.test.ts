import { afterEach, describe, expect, it, vi } from "vitest";
import { memoryLog, powertoolsLog } from "../../../shared/http/log.ts";
import { logCodes } from "../../../shared/http/log-codes.ts";
import { maskNumbers } from "../../../shared/protection/mask.ts";

describe("a log line", () => {
  const lines: string[] = [];
  const keep = (line: string) => {
    lines.push(line);
  };
  const catchLines = () => {
    lines.length = 0;
    for (const method of ["info", "error", "log", "warn"] as const) vi.spyOn(console, method).mockImplementation(keep);
    vi.stubEnv("POWERTOOLS_DEV", "true");
    return powertoolsLog("test");
  };
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  const number = "123456789018";
  const uuid = "0f8fad5b-d9cb-469f-a165-708677289501";

  it("carries its code, its level, its Japanese message and the facts that its code declares", () => {
    catchLines().note("request-done", { status: 201, correlationId: uuid });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        level: "INFO",
        message: "要求を処理した",
        at: expect.any(String),
        service: "test",
        code: "request-done",
        status: 201,
        correlationId: uuid,
      },
    ]);
  });

  it("drops a fact that its code does not declare, which does not compile either", () => {
    const log = catchLines();
    // @ts-expect-error a code declares what it may carry
    log.note("request-done", { status: 200, stray: number });
    const spread: Record<string, number> = { rows: 3, [number]: 1 };
    log.note("income-file-done", spread);
    expect(JSON.parse(lines[0] ?? "")).not.toHaveProperty("stray");
    expect(JSON.parse(lines[1] ?? "")).toMatchObject({ rows: 3 });
    expect(lines.join()).not.toContain(number);
  });

  it.each([
    ["a name", "国年太郎"],
    ["a kana name", "コクネン"],
    ["an 個人番号 as text", number],
    ["an 個人番号 as a number", Number(number)],
    ["a 基礎年金番号 with its hyphen", "1234-567890"],
    ["free text", "could not read it"],
    ["a day of birth", "1990-04-01"],
    ["an object", { name: "国年太郎" }],
  ])("withholds %s, whatever the kind that was declared", (_, value) => {
    const log = catchLines();
    for (const [code, { facts }] of Object.entries(logCodes)) {
      if (code === "internal-error") continue;
      log.note(code as "request-done", Object.fromEntries(Object.keys(facts).map((name) => [name, value])) as object);
    }
    for (const line of lines) {
      const { level, message, at, service, code, ...facts } = JSON.parse(line);
      expect([code, new Set(Object.values(facts))]).toEqual([code, new Set(["(withheld)"])]);
    }
    expect(lines.length).toBe(Object.keys(logCodes).length - 1);
  });

  it("keeps a SHA-256 and a 照会番号 whole, however many digits follow one another in them", () => {
    const fileId = `${"1234567890".repeat(6)}abcd`;
    catchLines().note("results-unmatched", { importId: fileId, unmatched: 2 });
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ importId: fileId, unmatched: 2 });
  });

  it("is kept by the double as it would be written", () => {
    const log = memoryLog();
    log.note("request-done", { status: 200, correlationId: "国年太郎" });
    expect(log.lines).toEqual([{ code: "request-done", facts: { status: 200, correlationId: "(withheld)" } }]);
  });

  it("of a fault names its kind and place, never its message", () => {
    const error = new TypeError("国年太郎 123456789018 is not a function");
    catchLines().fault(error, { correlationId: "c-2" });
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      code: "internal-error",
      error: "TypeError",
      correlationId: "c-2",
    });
    expect(lines.join()).not.toMatch(/国年太郎|123456789018|is not a function/);
    expect(lines.join()).toContain("log.test.ts");
  });

  it("of a fault takes nothing of a message that is written like a place", () => {
    const log = catchLines();
    const forged = "国年太郎\n    at 国年太郎 (123456789018.ts:1:1)\n    at Kokunen.Taro (/Taro/Kokunen.ts:12:3)";
    log.fault(new Error(forged));
    log.fault(Object.assign(new Error("x"), { name: "国年太郎 123456789018", stack: forged }));
    expect(lines.join()).not.toMatch(/国年太郎|123456789018/);
    expect(lines[0]).not.toContain("Taro");
    expect(lines[0]).toContain("log.test.ts");
    expect(JSON.parse(lines[1] ?? "")).toMatchObject({ error: "(withheld)" });
  });

  it("of something thrown that is no error names only its type", () => {
    catchLines().fault("国年太郎 1234567890");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ code: "internal-error", error: "string" });
    expect(lines.join()).not.toMatch(/国年太郎|1234567890/);
  });
});

describe("runs of digits", () => {
  it.each([
    ["123456789", "123456789"],
    ["1234567890", "**********"],
    ["123456789018", "************"],
    ["000000010000020", "***************"],
    ["a1234567890b12c123456789018", "a**********b12c************"],
    ["2026-11-23T01:00:00.000Z", "2026-11-23T01:00:00.000Z"],
  ])("%s is shown as %s", (text, masked) => {
    expect(maskNumbers(text)).toBe(masked);
  });
});
