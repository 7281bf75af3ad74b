import { createHash } from "node:crypto";
import { reportLayouts } from "../../shared/documents/layouts/reports.ts";
import { linesOf } from "../../shared/documents/record-lines.ts";
import { readRecord } from "../../shared/documents/record-reader.ts";
import type { ReportKind } from "../../shared/documents/report.ts";
import { filingOf } from "../../shared/stores/filings.ts";
import { manifestSchema } from "../../shared/stores/runs.ts";
import type { Dump } from "./office-invariants.ts";

/** 受付番号 of the data records of a medium, as 日本年金機構 would read them. */
const filingsOf = (kind: ReportKind, bytes: Uint8Array): string[] => {
  const layout = reportLayouts[kind];
  const lines = linesOf(bytes, layout, 1000) ?? [];
  return lines.slice(1, -1).map((line) => {
    const read = readRecord(layout.data, line);
    if (!read.ok) throw new Error(`${kind}: ${read.message}`);
    return read.values.filingId ?? "";
  });
};

const isKind = (name: string): name is ReportKind => Object.hasOwn(reportLayouts, name);

/** 受付番号 in the order they went out, over all media of the outbox; twice where a 届出 went out twice. */
export const sentFilings = (outbox: ReadonlyMap<string, Uint8Array>): string[] =>
  [...outbox].flatMap(([name, bytes]) => {
    const [, kind = ""] = /^[^/]+\/(.+)\.dat$/.exec(name) ?? [];
    return isKind(kind) ? filingsOf(kind, bytes) : [];
  });

/** Whatever is wrong with what went out: a 届出 lost or doubled, a file that its manifest does not vouch for. */
export const sendingFaults = (outbox: ReadonlyMap<string, Uint8Array>, dump: Dump): string[] => {
  const faults: string[] = [];
  const sent = sentFilings(outbox);
  for (const { filingId, status } of dump("filings").map(filingOf)) {
    const times = sent.filter((one) => one === filingId).length;
    if (times !== (status === "transmitted" ? 1 : 0)) faults.push(`${filingId}: ${status}, sent ${times} times`);
  }
  if (sent.length > dump("filings").length) faults.push("more records were sent than filings are on file");
  for (const runId of new Set([...outbox.keys()].map((name) => name.split("/")[0]))) {
    const bytes = outbox.get(`${runId}/manifest.json`);
    if (!bytes) {
      faults.push(`${runId}: no manifest`);
      continue;
    }
    const { files } = manifestSchema.parse(JSON.parse(Buffer.from(bytes).toString()));
    for (const { name, kind, count, sha256 } of files) {
      const file = outbox.get(`${runId}/${name}`);
      if (!file || createHash("sha256").update(file).digest("hex") !== sha256) faults.push(`${runId}/${name} differs`);
      else if (kind && name.endsWith(".dat") && filingsOf(kind, file).length !== count)
        faults.push(`${runId}/${name}: the manifest counts ${count}`);
    }
  }
  return faults;
};
