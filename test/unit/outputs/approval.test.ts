import { describe, expect, it } from "vitest";
import type { Instant } from "../../../shared/law/calendar.ts";
import { modelOf, putOnFile } from "../../support/income-outputs.ts";
import {
  auditor,
  bornIn1990,
  decide,
  examiner,
  extractOf,
  listOf,
  manager,
  openOutputOffice,
  otherExaminer,
  otherManager,
  putOut,
  requested,
  take,
  trailOf,
} from "../../support/outputs.ts";

describe("出力の承認", () => {
  it("leads from the request to the erasure of the file, with an entry of the trail for every step", async () => {
    const office = openOutputOffice();
    await putOnFile(office, 0);
    const path = await requested(office, extractOf({}, { instructionNumber: "指示-12" }));
    expect((await office.ask("GET", path, examiner)).body).toMatchObject({
      state: "requested",
      stateLabel: "承認待ち",
      purposeLabel: "国民年金ファイルの記録の点検",
      requestedBy: "examiner-1",
      instructionNumber: "指示-12",
      sensitiveItems: [],
      files: [],
    });
    expect((await decide(office, path)).body).toMatchObject({ state: "ready", parts: 1, lines: 1 });
    const file = await take(office, path);
    expect(file).toMatchObject({ status: 200, body: { part: 1, type: "text/csv", lines: 1 } });
    expect(Buffer.from(file.body.contentBase64, "base64").toString("utf8")).toBe(
      `\uFEFF宛名,氏名,種別\r\n${modelOf(0).atenaNumber},${modelOf(0).name},第1号被保険者\r\n`,
    );
    expect((await office.ask("GET", path, examiner)).body).toMatchObject({
      state: "taken",
      clearedAt: "2026-11-23T01:00:00.000Z",
      files: [{ part: 1, takenAt: "2026-11-23T01:00:00.000Z" }],
    });
    expect([...office.exported.versions]).toEqual([]);
    const told = office
      .entries()
      .filter(({ object }) => path.endsWith(String(object)))
      .map(({ kind, officer, codes, subjects }) => [kind, officer, ...codes, subjects.length]);
    expect(told).toEqual([
      ["output", "examiner-1", "requested", "extract", 0],
      ["read", "examiner-1", 0],
      ["approval", "manager-1", "approve", 0],
      ["output", "manager-1", "producing", 0],
      ["output", "manager-1", 1],
      ["output", "manager-1", "ready", "parts-1", "lines-1", 0],
      ["output", "examiner-1", "taken", "part-1", "lines-1", "last", 0],
      ["output", "examiner-1", "files-cleared", 0],
      ["read", "examiner-1", 0],
    ]);
  });

  it("nobody approves what they asked for themselves, and no decision changes another", async () => {
    const office = openOutputOffice();
    const own = await requested(office, listOf(), manager);
    expect(await decide(office, own)).toMatchObject({ status: 403, body: { code: "own-work" } });
    expect((await decide(office, own, { decision: "approve" }, otherManager)).body.state).toBe("ready");
    const refusal = { decision: "refuse", reason: "目的が足りない" };
    expect(await decide(office, own, refusal, otherManager)).toMatchObject({ body: { code: "already-decided" } });
    const refused = await requested(office, listOf());
    expect((await decide(office, refused, refusal)).body).toMatchObject({ state: "refused", decision: refusal });
    expect(await decide(office, refused, { decision: "approve" })).toMatchObject({ body: { code: "already-decided" } });
    expect(await take(office, refused)).toMatchObject({ status: 409, body: { code: "output-not-approved" } });
    expect(await office.ask("POST", `${refused}/production`, examiner)).toMatchObject({
      status: 409,
      body: { code: "output-not-approved" },
    });
  });

  it.each([
    ["clerk", "pension"],
    ["clerk", "district-office"],
    ["operator", "operations"],
    ["steward", "information-policy"],
    ["head", "pension"],
    ["system", "linked-system"],
  ] as const)("%s of %s neither asks, sees, decides, makes nor takes", async (role, department) => {
    const office = openOutputOffice();
    const path = await requested(office, listOf());
    const other = { as: `${role}-1`, roles: [role], department } as const;
    for (const [method, at, body] of [
      ["POST", "/v1/outputs", listOf()],
      ["GET", "/v1/outputs", undefined],
      ["GET", path, undefined],
      ["POST", `${path}/decision`, { decision: "approve" }],
      ["POST", `${path}/production`, {}],
      ["POST", `${path}/parts/1`, undefined],
    ] as const)
      expect([at, (await office.ask(method, at, { ...other, body })).status]).toEqual([at, 403]);
  });

  it("an examiner or an auditor approves nothing", async () => {
    const office = openOutputOffice();
    const path = await requested(office, listOf());
    for (const by of [otherExaminer, auditor])
      expect((await decide(office, path, { decision: "approve" }, by)).status).toBe(403);
  });

  it("an auditor puts out the trail and nothing else, and nobody else puts it out", async () => {
    const office = openOutputOffice();
    expect((await office.ask("POST", "/v1/outputs", { ...auditor, body: extractOf() })).body.code).toBe("not-allowed");
    expect((await office.ask("POST", "/v1/outputs", { ...auditor, body: listOf() })).body.code).toBe("not-allowed");
    for (const by of [examiner, manager])
      expect((await office.ask("POST", "/v1/outputs", { ...by, body: trailOf() })).body.code).toBe("not-allowed");
  });

  it("outputs of others are seen by who decides alone", async () => {
    const office = openOutputOffice();
    const path = await requested(office, listOf());
    const seen = async (by: object) => (await office.ask("GET", "/v1/outputs", by)).body.outputs.length;
    expect([await seen(examiner), await seen(otherExaminer), await seen(auditor), await seen(manager)]).toEqual([
      1, 0, 0, 1,
    ]);
    expect((await office.ask("GET", path, otherExaminer)).status).toBe(404);
    expect((await office.ask("POST", `${path}/production`, otherExaminer)).status).toBe(404);
  });
});

describe("出力の受取り", () => {
  it("is for who asked alone, not even for who approved", async () => {
    const office = openOutputOffice();
    const path = await requested(office, listOf());
    await decide(office, path);
    expect(await take(office, path, 1, manager)).toMatchObject({ status: 403, body: { code: "not-allowed" } });
    expect((await take(office, path, 1, otherExaminer)).status).toBe(404);
    expect((await take(office, path)).status).toBe(200);
  });

  it("happens once: a second time needs another approval", async () => {
    const office = openOutputOffice();
    const path = await requested(office, listOf());
    await decide(office, path);
    expect((await take(office, path)).status).toBe(200);
    expect(await take(office, path)).toMatchObject({ status: 409, body: { code: "already-taken" } });
    expect((await office.ask("POST", `${path}/production`, examiner)).body.state).toBe("taken");
    expect([...office.exported.versions]).toEqual([]);
  });

  it("of several files at the same moment gives each once", async () => {
    const office = openOutputOffice();
    await putOnFile(office, 0);
    const path = await requested(office, listOf());
    await decide(office, path);
    const answers = await Promise.all([1, 1, 1].map((part) => take(office, path, part)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it("is refused before the approval and of a file that there is not", async () => {
    const office = openOutputOffice();
    const path = await requested(office, listOf());
    expect(await take(office, path)).toMatchObject({ status: 409, body: { code: "output-not-approved" } });
    await decide(office, path);
    for (const part of [0, 2, -1, 1.5, 99999]) expect((await take(office, path, part)).status).toBe(404);
    expect((await take(office, "/v1/outputs/O20261123-AAAAAA")).status).toBe(404);
    expect((await take(office, "/v1/outputs/..")).status).toBe(404);
  });

  it("never hands out a file that differs from what was made", async () => {
    const office = openOutputOffice();
    const path = await requested(office, listOf());
    await decide(office, path);
    for (const name of office.exported.versions.keys()) await office.exported.put(name, Buffer.from("x"), "text/csv");
    expect((await take(office, path)).status).toBe(500);
    expect((await office.ask("GET", path, examiner)).body).toMatchObject({ state: "ready", takenParts: 0 });
  });
});

describe("出力の期限", () => {
  const later = (hours: number) =>
    new Date(Date.parse("2026-11-23T01:00:00.000Z") + hours * 3_600_000).toISOString() as Instant;

  it("a file that nobody takes within a day is gone, and says so", async () => {
    const office = openOutputOffice();
    const path = await requested(office, listOf());
    await decide(office, path);
    office.time.now = later(23.9);
    await office.tendOutputs();
    expect((await office.ask("GET", path, examiner)).body.state).toBe("ready");
    office.time.now = later(24);
    expect(await take(office, path)).toMatchObject({ status: 410, body: { code: "output-expired" } });
    await office.tendOutputs();
    expect([...office.exported.versions]).toEqual([]);
    expect((await office.ask("GET", path, examiner)).body).toMatchObject({ state: "expired", clearedAt: later(24) });
    expect(await take(office, path)).toMatchObject({ status: 410, body: { code: "output-expired" } });
    expect(await office.ask("POST", `${path}/production`, examiner)).toMatchObject({ status: 410 });
    const codes = office
      .entries()
      .flatMap(({ action, officer, codes }) => (action === "output:clock" ? [[officer, ...codes]] : []));
    expect(codes).toEqual([
      ["schedule:outputs", "expired", "was-ready", "untaken-1"],
      ["schedule:outputs", "files-cleared"],
    ]);
    const before = office.database.dump("audit").length;
    await office.tendOutputs();
    expect(office.database.dump("audit").length).toBe(before);
  });

  it("a request that nobody decides on within two weeks can be approved no more", async () => {
    const office = openOutputOffice();
    const path = await requested(office, listOf());
    office.time.now = later(14 * 24);
    expect(await decide(office, path)).toMatchObject({ status: 410, body: { code: "output-expired" } });
    await office.tendOutputs();
    expect((await office.ask("GET", path, examiner)).body.state).toBe("expired");
    expect(await decide(office, path)).toMatchObject({ status: 409, body: { code: "already-decided" } });
  });

  it("a request is taken back by who made it, before the decision and never after", async () => {
    const office = openOutputOffice();
    const path = await requested(office, listOf());
    const withdraw = (by: object) => office.ask("POST", `${path}/production`, { ...by, body: { withdraw: true } });
    expect((await withdraw(manager)).body.code).toBe("not-allowed");
    expect((await withdraw(examiner)).body.state).toBe("withdrawn");
    expect((await withdraw(examiner)).body.state).toBe("withdrawn");
    expect((await decide(office, path)).body.code).toBe("already-decided");
    const decided = await requested(office, listOf());
    await decide(office, decided);
    expect(await office.ask("POST", `${decided}/production`, { ...examiner, body: { withdraw: true } })).toMatchObject({
      status: 409,
      body: { code: "already-decided" },
    });
  });

  it("one output that cannot be made keeps no other waiting", async () => {
    const office = openOutputOffice();
    const id = (await requested(office, extractOf())).slice("/v1/outputs/".length);
    const [row] = await office.database.getAll([{ table: "outputs", key: { pk: "OUTPUTS", sk: id } }]);
    const broken = { ...row, pk: "OUTPUTS", sk: id, state: "producing", cursor: "no month", version: 2 };
    await office.database.transact([{ kind: "replace", table: "outputs", item: broken, expects: 1 }]);
    const good = await requested(office, listOf());
    await decide(office, good);
    office.time.now = later(24.5);
    await office.tendOutputs();
    expect((await office.ask("GET", good, examiner)).body.state).toBe("expired");
    expect(office.log.lines.filter(({ code }) => code === "internal-error")).toHaveLength(1);
  });
});

describe("個人番号と要配慮の項目", () => {
  const numbers = extractOf({ columns: ["addressee.myNumber", "addressee.name"] }, { purpose: "jps-reconciliation" });

  it("go out only where the approval names just them", async () => {
    const office = openOutputOffice();
    await putOnFile(office, 0);
    const path = await requested(office, numbers);
    expect((await office.ask("GET", path, manager)).body.sensitiveItems).toEqual([
      { item: "addressee.myNumber", label: "個人番号" },
    ]);
    expect(await decide(office, path)).toMatchObject({
      status: 422,
      body: { code: "sensitive-items-not-named", errors: [{ code: "item-not-named", pointer: "/names" }] },
    });
    for (const names of [["insured.exemptionReason"], ["addressee.myNumber", "insured.exemptionReason"]])
      expect((await decide(office, path, { decision: "approve", names })).body.code).toBe("sensitive-items-not-named");
    const named = await decide(office, path, { decision: "approve", names: ["addressee.myNumber"] });
    expect(named.body).toMatchObject({ state: "ready", decision: { names: ["addressee.myNumber"] } });
    const file = Buffer.from((await take(office, path)).body.contentBase64, "base64").toString("utf8");
    expect(file).toContain(modelOf(0).individualNumber);
  });

  it("have to be named too where a condition tells them of everybody in the file", async () => {
    const office = openOutputOffice();
    const reason = { item: "insured.exemptionReason", op: "equals", value: "disability-pension" };
    const path = await requested(office, extractOf({ conditions: [bornIn1990, reason] }));
    expect((await decide(office, path)).body.code).toBe("sensitive-items-not-named");
  });

  it("an approval names nothing where there is nothing to name", async () => {
    const office = openOutputOffice();
    const path = await requested(office, listOf());
    const names = ["addressee.myNumber"];
    expect((await decide(office, path, { decision: "approve", names })).body.code).toBe("sensitive-items-not-named");
  });

  it("individual numbers cannot be asked for with a purpose that does not need them", async () => {
    const office = openOutputOffice();
    for (const purpose of ["record-check", "notice", "statistics"])
      expect(await office.ask("POST", "/v1/outputs", { ...examiner, body: { ...numbers, purpose } })).toMatchObject({
        status: 400,
        body: { errors: expect.arrayContaining([expect.objectContaining({ code: "item-beyond-purpose" })]) },
      });
  });

  it("of nobody under 支援措置 the whereabouts leave, whatever was approved", async () => {
    const office = openOutputOffice();
    await putOnFile(office, 0, [{ kind: "address-protected", protected: true }]);
    await putOnFile(office, 1);
    const columns = ["addressee.name", "addressee.postalCode", "addressee.address", "insured.phoneNumber"];
    const [file] = await putOut(office, extractOf({ columns }, { purpose: "notice" }));
    const text = String(file);
    expect(text).not.toContain(modelOf(0).address);
    expect(text).toContain(modelOf(1).address);
    expect(text).toContain("(支援措置により表示しません)");
  });
});
