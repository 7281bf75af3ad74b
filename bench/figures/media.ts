import { composeMedia } from "../../shared/documents/media.ts";
import { atLeast, atMost, median, noted } from "../figure.ts";
import type { Measure } from "../groups.ts";
import { today } from "../support/applicants.ts";
import { reports } from "../support/reports.ts";

const count = 30_000;
const runs = 15;

const context = { wardCode: "13110", runId: "T20261123-000000", createdOn: today };

/** The medium as bytes per second of CPU; what is written is read back and must hold every name as it was. */
export const media: Measure = async () => {
  const records = reports(count);
  const whole = composeMedia("acquisition", records, context);
  const writable = new Set(whole.written);
  const clean = records.filter(({ filingId }) => writable.has(filingId));
  for (let run = 0; run < 5; run += 1) composeMedia("acquisition", clean, context);
  const speeds: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage();
    const { bytes } = composeMedia("acquisition", clean, context);
    const { user, system } = process.cpuUsage(before);
    speeds.push(bytes.length / (user + system));
  }
  const { bytes, written, stopped } = whole;
  const lines = new TextDecoder("shift_jis", { fatal: true }).decode(bytes).split("\r\n").slice(1);
  const names = new Map(records.map(({ filingId, values }) => [filingId, values.name ?? ""]));
  const substituted = written.filter((id, at) => !lines[at]?.includes(names.get(id) ?? ""));
  const left = new Set(stopped.map(({ filingId }) => filingId)).size;
  return [
    atLeast({ name: "media", value: median(speeds), unit: "MB/s" }, 150),
    atMost({ name: "media-silent-substitutions", value: substituted.length, unit: "records" }, 0),
    atMost({ name: "media-neither-written-nor-stopped", value: count - written.length - left, unit: "records" }, 0),
    noted({ name: "media-stopped-with-a-reason", value: left, unit: `of ${count}` }),
  ];
};
