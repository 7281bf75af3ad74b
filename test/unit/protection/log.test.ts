import { afterEach, describe, expect, it, vi } from "vitest";
import { logCodes, powertoolsLog } from "../../../shared/http/log.ts";
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

  it("carries its code and Japanese message, and no run of ten digits", () => {
    catchLines().note("request-done", { correlationId: "c-1", stray: "123456789018", other: "x1234567890y" });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      code: "request-done",
      message: logCodes["request-done"],
      correlationId: "c-1",
      stray: "************",
      other: "x**********y",
    });
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
