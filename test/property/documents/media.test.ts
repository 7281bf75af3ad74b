import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportLayouts } from "../../../shared/documents/layouts/reports.ts";
import { composeMedia } from "../../../shared/documents/media.ts";
import { readRecord } from "../../../shared/documents/record-reader.ts";
import { type ReportKind, reportItemNames, reportKinds } from "../../../shared/documents/report.ts";
import { exampleContext, exampleReport } from "../../unit/documents/example-report.ts";

const kinds = Object.keys(reportKinds) as ReportKind[];
const bytesOfRecord = (kind: ReportKind) => reportLayouts[kind].data.length + 2;
const value = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "年金　太郎",
    "ネンキン",
    "2026-11-02",
    "1",
    "0123456789",
    "123456789018",
    "death",
    "male",
    "2026-11",
    "lost",
    "redated",
    "withdrew",
    "full",
    "full,half",
    "head:disaster,spouse:aid",
    "not-received",
    undefined,
    "",
  ),
);
const values = fc.dictionary(fc.constantFrom(...reportItemNames.filter((item) => item !== "filingId")), value, {
  maxKeys: 5,
});
const filings = fc.array(values, { maxLength: 6 });
const id = (at: number) => `20261123-${String(at).padStart(6, "0")}`;

describe("the medium of whatever was filed", () => {
  it("each record is written or stopped, none both, none lost; every byte is Shift_JIS and every count right", () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), filings, (kind, given) => {
        const records = given.map((changed, at) => exampleReport(kind, changed, id(at)));
        const { bytes, written, stopped } = composeMedia(kind, records, exampleContext);
        const stoppedIds = new Set(stopped.map(({ filingId }) => filingId));
        expect([...written, ...stoppedIds].sort()).toEqual(records.map(({ filingId }) => filingId).sort());
        expect(bytes).toHaveLength((written.length + 2) * bytesOfRecord(kind));
        const text = new TextDecoder("shift_jis", { fatal: true }).decode(bytes);
        expect(text.split("\r\n").at(-2)).toContain(`${String(written.length).padStart(7, "0")}00`);
      }),
      { numRuns: 2000 },
    );
  });

  it("what is written is read back by the layout, and what is stopped is never in its message", () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), values, (kind, changed) => {
        const record = exampleReport(kind, changed, id(0));
        const { bytes, written, stopped } = composeMedia(kind, [record], exampleContext);
        for (const { item, message } of stopped) {
          const secret = record.values[item];
          if (secret !== undefined && secret.length > 3) expect(message).not.toContain(secret);
        }
        if (written.length === 0) return;
        const { data } = reportLayouts[kind];
        const read = readRecord(data, bytes.subarray(bytesOfRecord(kind), bytesOfRecord(kind) + data.length));
        expect(read.ok).toBe(true);
        if (!read.ok) return;
        for (const field of data.fields) {
          if (!("item" in field) || field.item === "filingId" || field.item === "form") continue;
          if (!["code", "codes", "date", "month"].includes(field.type)) continue;
          expect(read.values[field.item]).toBe(record.values[field.item as "cause"] || undefined);
        }
        expect(read.values.basicPensionNumber).toBe(record.values.basicPensionNumber || undefined);
        expect(read.values.individualNumber).toBe(record.values.individualNumber || undefined);
      }),
      { numRuns: 2000 },
    );
  });
});
