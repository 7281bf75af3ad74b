import { describe, expect, it } from "vitest";
import { composeMedia } from "../../../shared/documents/media.ts";
import { exampleContext, exampleReport } from "./example-report.ts";

describe("whoever collects wrongly is told at once", () => {
  it("a filing twice, another kind, another form", () => {
    const one = exampleReport("loss");
    expect(() => composeMedia("loss", [one, one], exampleContext)).toThrow(RangeError);
    expect(() => composeMedia("acquisition", [one], exampleContext)).toThrow(RangeError);
    expect(() => composeMedia("loss", [{ ...one, form: "A01" }], exampleContext)).toThrow(RangeError);
  });

  it("a context that does not fit the header", () => {
    expect(() => composeMedia("loss", [], { ...exampleContext, wardCode: "131105" })).toThrow(RangeError);
    expect(() => composeMedia("loss", [], { ...exampleContext, runId: "進達" })).toThrow(RangeError);
    expect(() => composeMedia("loss", [], { ...exampleContext, runId: "x".repeat(41) })).toThrow(RangeError);
  });
});
