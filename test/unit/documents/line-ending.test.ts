import { describe, expect, it } from "vitest";
import { recordWriter } from "../../../shared/documents/fixed-record.ts";
import { results } from "../../../shared/documents/layouts/results.ts";
import { linesOf } from "../../../shared/documents/record-lines.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const texts = (lines: Uint8Array[] | undefined) => lines?.map((line) => new TextDecoder().decode(line));

describe("a layout without line endings", () => {
  const layout = { lineEnding: "none", data: { length: 3 } } as const;

  it("is cut by length, the rest being a record too short", () => {
    expect(texts(linesOf(bytes("abcdefgh"), layout, 9))).toEqual(["abc", "def", "gh"]);
    expect(texts(linesOf(bytes("abc\r\nx"), layout, 9))).toEqual(["abc", "\r\nx"]);
  });

  it("is written without them", () => {
    expect(recordWriter(results.data, "none").length).toBe(160);
    expect(recordWriter(results.data, "crlf").length).toBe(162);
  });

  it("is refused beyond the most records", () => {
    expect(linesOf(bytes("abcdef"), layout, 1)).toBeUndefined();
  });
});

describe("a layout with CRLF", () => {
  const layout = { lineEnding: "crlf", data: { length: 3 } } as const;

  it("is cut at CRLF alone, a last line without one counting too", () => {
    expect(texts(linesOf(bytes("abc\r\n\nd\re\r\nf"), layout, 9))).toEqual(["abc", "\nd\re", "f"]);
    expect(texts(linesOf(bytes("\r\n"), layout, 9))).toEqual([""]);
  });
});
