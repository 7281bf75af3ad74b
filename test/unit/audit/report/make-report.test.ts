import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { makeReport } from "../../../../functions/audit/report/make-report.ts";
import { memoryStaff } from "../../../../functions/audit/report/staff.ts";
import { findings } from "../../../../shared/domain/audit-findings.ts";
import { thresholdsWith } from "../../../../shared/domain/audit-thresholds.ts";
import { memoryLog } from "../../../../shared/http/log.ts";
import { allReports } from "../../../../shared/stores/audit-reports.ts";
import { memoryDatabase } from "../../../../shared/stores/memory-database.ts";
import type { TrailFiles } from "../../../../shared/stores/trail-files.ts";
import { memoryTrailFiles } from "../../../../shared/stores/trail-files.ts";
import { pagesOf, printedCharacters } from "../../../support/printed.ts";
import { entryOn, inJapan, keepEntries, pseudonym } from "../../../support/trail-entries.ts";

const font = readFileSync(
  new URL(import.meta.resolve("@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf")),
);
const someone = pseudonym("someone");

const openJob = (over: { audit?: TrailFiles } = {}) => {
  const database = memoryDatabase();
  const files = memoryTrailFiles();
  const time = { now: inJapan("2026-11-01", "03:00") };
  const ports = {
    database,
    audit: over.audit ?? files,
    clock: () => time.now,
    random: (bytes: number) => Uint8Array.from({ length: bytes }, () => Math.floor(Math.random() * 256)),
    log: memoryLog(),
    staff: memoryStaff([]),
    thresholds: thresholdsWith({ burstPeople: 40 }),
    wardName: "目黒区",
    font,
  };
  const text = (name: string) => Buffer.from(files.files.get(name) ?? []).toString("utf8");
  return { database, files, time, ports, text, make: makeReport(ports) };
};

const october = [
  entryOn(inJapan("2026-09-30", "23:59"), { subjects: [someone] }),
  entryOn(inJapan("2026-10-01", "00:00"), { subjects: [someone], officer: "clerk" }),
  entryOn(inJapan("2026-10-31", "23:59"), { subjects: [someone], officer: "clerk-2" }),
  entryOn(inJapan("2026-11-01", "00:00"), { subjects: [someone], officer: "clerk-3" }),
];

describe("月次報告の作成", () => {
  let job: ReturnType<typeof openJob>;
  beforeAll(async () => {
    job = openJob();
    await keepEntries(job.database, october);
    await job.make({});
  });

  it("は、前の月(日本時間)の始めから終わりまでの記録を読み、CSV・PDF・JSONをロックされたバケットに置く", () => {
    expect([...job.files.files.keys()].sort()).toEqual([
      "reports/2026-10.csv",
      "reports/2026-10.json",
      "reports/2026-10.pdf",
    ]);
    expect(JSON.parse(job.text("reports/2026-10.json"))).toMatchObject({
      month: "2026-10",
      createdAt: inJapan("2026-11-01", "03:00"),
      entries: 2,
      findings: { "out-of-hours": 2, "view-without-filing": 2, burst: 0 },
      head: null,
    });
  });

  it("は、指摘の種類が増える前の月のものも一覧に読め、その指摘は0件", async () => {
    const { database } = openJob();
    const findings = { burst: 3 };
    const item = { pk: "REPORTS", sk: "2025-03", createdAt: inJapan("2025-04-01", "03:00"), findings };
    await database.transact([{ kind: "put", table: "traces", item }]);
    expect(await allReports(database)).toMatchObject([
      { month: "2025-03", findings: { burst: 3, "medical-shown": 0 } },
    ]);
  });

  it("のCSVは、指摘の1行ずつを日本語の見出しで持つ", () => {
    const [headings, ...rows]: string[][] = parse(job.text("reports/2026-10.csv"), { bom: true });
    expect(headings).toEqual(["指摘", "職員", "対象者(仮名)", "日", "時刻", "内容"]);
    expect(rows.map(([finding, officer, subject, day, time]) => [finding, officer, subject, day, time])).toEqual([
      ["届出などのない閲覧", "clerk", someone, "2026-10-01", "00:00"],
      ["届出などのない閲覧", "clerk-2", someone, "2026-10-31", "23:59"],
      ["時間外の操作", "clerk", "", "2026-10-01", "00:00"],
      ["時間外の操作", "clerk-2", "", "2026-10-31", "23:59"],
    ]);
  });

  it("のPDFは、題、区、月、指摘、区の決めた基準、仮名の断りを、埋め込んだ書体で印刷する", () => {
    const bytes = job.files.files.get("reports/2026-10.pdf") ?? new Uint8Array();
    const printed = printedCharacters(bytes);
    for (const letter of "アクセス記録月次報告目黒区届出などのない閲覧時間外の操作仮名2026-10区の設定なし")
      expect([letter, printed.includes(letter)]).toEqual([letter, true]);
    expect(pagesOf(bytes)).toBe(1);
    expect(Buffer.from(bytes).toString("latin1")).toContain("BIZUDMincho-Regular");
  });

  it("は、自分の記録を残す", () => {
    const entries = job.database.dump("audit").map(({ entry }) => JSON.parse(String(entry)));
    expect(entries.filter(({ action }) => action === "report:monthly")).toEqual([
      expect.objectContaining({
        officer: "schedule:audit-report",
        kind: "operation",
        object: "2026-10",
        purpose: "audit",
      }),
    ]);
  });

  it("は、できた月を書き直さない", async () => {
    const before = new Map(job.files.files);
    await keepEntries(job.database, [entryOn(inJapan("2026-10-20", "22:00"), { officer: "clerk-7" })]);
    job.time.now = inJapan("2026-11-02", "03:00");
    await job.make({ month: "2026-10" });
    expect(job.files.files).toEqual(before);
  });

  it("は、終わっていない月を断る", async () => {
    await expect(job.make({ month: "2026-11" })).rejects.toThrow(RangeError);
    await expect(job.make({ month: "2026-13" })).rejects.toThrow();
  });
});

describe("途中で止まった月次報告", () => {
  it.each(["reports/2026-10.json", "reports/2026-10.csv", "reports/2026-10.pdf"])(
    "は、%s を置く前に止まっても、次の実行が同じ内容で終える",
    async (stopping) => {
      const files = memoryTrailFiles();
      const stop = { on: true };
      const audit: TrailFiles = {
        ...files,
        add: async (name, bytes, type) => {
          if (stop.on && name === stopping) throw new Error("stopped");
          return files.add(name, bytes, type);
        },
      };
      const job = openJob({ audit });
      await keepEntries(job.database, october);
      await expect(job.make({})).rejects.toThrow("stopped");
      const first = files.files.get("reports/2026-10.json");
      stop.on = false;
      job.time.now = inJapan("2026-11-01", "04:00");
      await job.make({});
      expect(files.files.size).toBe(3);
      if (first) expect(files.files.get("reports/2026-10.json")).toEqual(first);
      const listed = await job.database.query({ table: "traces", pk: "REPORTS" });
      expect(listed).toHaveLength(1);
      expect(Object.keys(listed[0]?.findings as object).sort()).toEqual(Object.keys(findings).sort());
    },
  );
});

describe("多い指摘の月次報告", () => {
  it("は、どの頁にも見出しがあり、紙は種類ごとに500件まで、CSVは2,000件まで、件数はすべてを言う", async () => {
    const job = openJob();
    const entries = Array.from({ length: 2_100 }, (_, at) =>
      entryOn(inJapan("2026-10-14", `10:${String(at % 60).padStart(2, "0")}`), { subjects: [pseudonym(`${at}`)] }, at),
    );
    await keepEntries(job.database, entries);
    await job.make({});
    const report = JSON.parse(job.text("reports/2026-10.json"));
    expect(report.findings["view-without-filing"]).toBe(2_100);
    const rows: string[][] = parse(job.text("reports/2026-10.csv"), { bom: true });
    expect(rows.filter(([finding]) => finding === "届出などのない閲覧")).toHaveLength(2_000);
    // 1頁に50行あまり。
    expect(pagesOf(job.files.files.get("reports/2026-10.pdf") ?? new Uint8Array())).toBeGreaterThanOrEqual(10);
  });
});
