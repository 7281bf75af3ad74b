import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { reasonLabel } from "../../../functions/lists/reason-labels.ts";
import { composeResults } from "../../../shared/documents/results-composer.ts";
import { type Instant, plainDate } from "../../../shared/law/calendar.ts";
import { openOffice } from "../../support/office.ts";
import { listOf, openOutputOffice, putOut } from "../../support/outputs.ts";
import { acquisitionOf, applicants, lossOf } from "../../support/people.ts";

const examiner = { as: "examiner-1", roles: ["examiner"] } as const;
const manager = { as: "manager-1", roles: ["manager"] } as const;
const period = { from: "2026-11-01", to: "2026-11-30" };

const [first, second, third] = applicants(3);
if (!first || !second || !third) throw new Error("the generated ward has too few people of working age");

/** One 届出 sent back by 日本年金機構, one that was late and waits for 審査, one that waits for its documents. */
const busyOffice = async () => {
  const office = openOffice();
  const file = async (flow: string, key: string, body: object) =>
    String((await office.ask("POST", `/v1/filings/${flow}`, { key, body })).body.filingId);
  const returned = await file("acquisition", "lists-first", acquisitionOf(first));
  await office.ask("POST", `/v1/filings/${returned}/actions`, { ...examiner, body: { action: "examine" } });
  const { runId } = await office.drive();
  await office.ask("POST", `/v1/transmittals/${runId}/decision`, { ...manager, body: { decision: "approve" } });
  await office.step({ step: "release", runId });
  const results = composeResults(
    [
      {
        basicPensionNumber: first.basicPensionNumber ?? "",
        filingId: returned,
        form: "A01",
        result: "returned",
        reasonCode: "0123",
        processedOn: plainDate("2026-11-23"),
      },
    ],
    { wardCode: "13110", runId: "T20261123-000001", createdOn: plainDate("2026-11-23") },
  );
  await office.ask("POST", "/v1/results", {
    ...examiner,
    body: { contentBase64: Buffer.from(results).toString("base64") },
  });
  const late = await file("acquisition", "lists-second", acquisitionOf(second, { eventOn: "2026-10-01" }));
  const waiting = await file("acquisition", "lists-third", acquisitionOf(third, { documents: [] }));
  return { office, returned, late, waiting, runId };
};

describe("一覧表", () => {
  it("異動者一覧: what was accepted in the period, with the result of 日本年金機構", async () => {
    const { office, returned, late } = await busyOffice();
    const { body } = await office.ask("GET", "/v1/lists/changes", { ...examiner, query: period });
    expect(body).toMatchObject({ name: "changes", title: "異動者一覧", ...period });
    expect(Object.fromEntries(body.rows.map((row: { filingId: string }) => [row.filingId, row]))).toMatchObject({
      [returned]: {
        form: "A01",
        eventOn: "2026-11-16",
        counter: "本庁",
        status: "返戻",
        acceptedOn: "2026-11-23",
        result: "返戻",
        resultReasons: "日本年金機構の理由コード 0123",
      },
      [late]: { status: "受理", result: "", resultReasons: "" },
    });
    expect(body.rows).toHaveLength(2);
    for (const query of [
      { from: "2026-10-01", to: "2026-11-22" },
      { from: "2026-11-24", to: "2026-11-30" },
    ])
      expect((await office.ask("GET", "/v1/lists/changes", { ...examiner, query })).body.rows).toEqual([]);
  });

  it("不備・補正待ち一覧: why, and for how many days", async () => {
    const { office, returned, waiting } = await busyOffice();
    office.time.now = "2026-12-01T01:00:00.000Z" as Instant;
    const { body } = await office.ask("GET", "/v1/lists/corrections", manager);
    expect(Object.fromEntries(body.rows.map((row: { filingId: string }) => [row.filingId, row]))).toMatchObject({
      [returned]: { status: "返戻", since: "2026-11-23", days: 8, reasons: "日本年金機構の理由コード 0123" },
      [waiting]: { status: "補正待ち", since: "2026-11-23", days: 8, reasons: "添付書類がありません" },
    });
    expect(body.rows).toHaveLength(2);
  });

  it("期限超過一覧: reports that should have gone, and 届出 that came after their deadline", async () => {
    const { office, late } = await busyOffice();
    const early = await office.ask("GET", "/v1/lists/overdue", { ...manager, query: period });
    expect(early.body.rows.map(({ kind }: { kind: string }) => kind)).toEqual(["届出期限の超過"]);
    office.time.now = "2026-12-20T01:00:00.000Z" as Instant;
    const { body } = await office.ask("GET", "/v1/lists/overdue", { ...manager, query: period });
    expect(body.rows).toMatchObject([
      { kind: "報告期限の超過", filingId: late, deadline: "2026-12-08", days: 12, note: "審査待ち" },
      { kind: "届出期限の超過", filingId: late, deadline: "2026-10-15", days: 36, note: "" },
    ]);
  });

  it("受付処理簿 as a file: exactly these bytes", async () => {
    const office = openOffice();
    const { body: filed } = await office.ask("POST", "/v1/filings/acquisition", {
      key: "lists-exact",
      body: acquisitionOf(first),
    });
    const [csv] = await putOut(office, listOf({ spec: { name: "register", ...period } }));
    expect(String(csv)).toBe(
      "\uFEFF受付番号,様式,届書,受付日,事実発生日,受付窓口,状態,届出期限,受理日,報告期限,進達番号\r\n" +
        `${filed.filingId},A01,${filed.title},2026-11-20,2026-11-16,本庁,受理,2026-11-30,2026-11-23,2026-12-08,\r\n`,
    );
  });

  it("are no file without an approval, and say how to ask for it", async () => {
    const office = openOffice();
    const answer = await office.ask("GET", "/v1/lists/register", { ...manager, query: { ...period, format: "csv" } });
    expect(answer).toMatchObject({ status: 403, body: { code: "output-needs-approval" } });
    expect(answer.body.detail).toContain("POST /v1/outputs");
  });

  it("end on the screen at 50 rows and say that there is more; an output has them all", async () => {
    const office = openOutputOffice();
    const { body: filed } = await office.ask("POST", "/v1/filings/acquisition", {
      key: "lists-many",
      body: acquisitionOf(first),
    });
    const [item] = office.database.dump("filings").filter(({ sk }) => sk === filed.filingId);
    if (!item) throw new Error("nothing was filed");
    const letters = "0123456789ABCDEFGHJK";
    for (const a of "ABC")
      for (const b of letters)
        await office.database.transact([
          { kind: "put", table: "filings", item: { ...item, sk: `20261123-${a}${b}0000` } },
        ]);
    const { body } = await office.ask("GET", "/v1/lists/register", { ...manager, query: period });
    expect([body.rows.length, body.total, body.more]).toEqual([50, 61, true]);
    expect(body.next).toContain("POST /v1/outputs");
    const [csv] = await putOut(office, listOf({ spec: { name: "register", ...period } }));
    expect(String(csv).split("\r\n")).toHaveLength(63);
  });

  it("hold nothing of a person", async () => {
    const { office } = await busyOffice();
    await office.ask("POST", "/v1/filings/loss", { key: "lists-loss", body: lossOf(second) });
    for (const name of ["changes", "corrections", "overdue", "register"])
      for (const format of ["json", "csv"]) {
        const answer = await office.ask("GET", `/v1/lists/${name}`, { ...manager, query: period });
        expect(answer.status).toBe(200);
        const text =
          format === "json"
            ? JSON.stringify(answer.body)
            : String(await putOut(office, listOf({ spec: { name, ...period } })));
        for (const person of [first, second, third])
          for (const item of ["atenaNumber", "basicPensionNumber", "individualNumber", "name", "address"] as const)
            expect(text).not.toContain(person[item] ?? "nothing");
      }
  });

  it("each leaves one entry of the trail that says which list", async () => {
    const office = openOffice();
    await office.ask("GET", "/v1/lists/changes", { ...manager, query: period });
    const entries = await office.database.query({ table: "audit", pk: "HOUR#2026-11-23T01" });
    expect(entries.map(({ entry }) => JSON.parse(String(entry)))).toMatchObject([
      { action: "showList", object: "changes", purpose: "list", codes: ["json"], subjects: [], result: "done" },
    ]);
  });

  it.each([
    ["nothing", {}, 404],
    ["toString", {}, 404],
    ["changes", { from: "2026-11-02", to: "2026-11-01" }, 400],
    ["changes", { from: "2025-01-01", to: "2026-11-01" }, 400],
    ["changes", { format: "xlsx" }, 400],
    ["changes", { form: "csv" }, 400],
  ] as const)("%s with %j is told what is wrong", async (name, query, status) => {
    expect((await openOffice().ask("GET", `/v1/lists/${name}`, { ...manager, query })).status).toBe(status);
  });

  it.each(["clerk", "auditor", "system"] as const)("%s may not have one", async (role) => {
    const answer = await openOffice().ask("GET", "/v1/lists/changes", { as: `${role}-1`, roles: [role] });
    expect(answer.status).toBe(403);
  });
});

describe("the reasons in a list", () => {
  it("are in Japanese for every code a flow may leave in a history", () => {
    const sources = globSync(
      ["shared/flows/**/*.ts", "functions/filings/judge.ts", "shared/law/voluntary-enrolment.ts"],
      {
        cwd: new URL("../../..", import.meta.url).pathname,
      },
    );
    const codes = sources.flatMap((path) =>
      [
        ...readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8").matchAll(
          /(?:\b(?:refuse|incomplete|notice)\(|\bcode:)\s*"([a-z0-9-]+)"/g,
        ),
      ].map(([, code = ""]) => code),
    );
    expect(codes.length).toBeGreaterThan(20);
    const granted = ["voluntary-open", "special-voluntary-open"];
    expect(codes.filter((code) => !granted.includes(code) && reasonLabel(code).startsWith("理由の符号"))).toEqual([]);
  });

  it("keep the sign of a code nobody has worded", () => {
    expect([reasonLabel("jps-0123"), reasonLabel("unheard-of")]).toEqual([
      "日本年金機構の理由コード 0123",
      "理由の符号 unheard-of",
    ]);
  });
});
