import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Instant } from "../../../shared/law/calendar.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import {
  answerLines,
  examiner,
  incomeOf,
  manager,
  putIncome,
  putOnFile,
  requestFor,
  requestList,
  staged,
} from "../../support/income-outputs.ts";
import { openOffice } from "../../support/office.ts";

const contentBase64 = requestList([requestFor(0)]);
const body = { kind: "request-answer", contentBase64 };

const open = async () => {
  const database = memoryDatabase();
  const office = { ...openOffice({ database }), database };
  await putIncome(office, await putOnFile(office, 0), incomeOf());
  const sealed = await office.ask("POST", "/v1/income-outputs", { ...examiner, body });
  const at = `/v1/income-outputs/${sealed.body.outputId}`;
  return {
    ...office,
    sealed,
    at,
    put: (over: object = {}) => office.ask("POST", "/v1/income-outputs", { ...examiner, body: { ...body, ...over } }),
    see: (who: object = manager) => office.ask("GET", at, who),
    decide: (decision: object, who: object = manager) =>
      office.ask("POST", `${at}/decision`, { ...who, body: decision }),
  };
};

const approve = { decision: "approve" };
const refuse = { decision: "refuse", reason: "税情報の取込みの前でした" };

describe("所得情報の出力", () => {
  it("goes out only when a manager has approved it, byte for byte as it was sealed, with its manifest", async () => {
    const office = await open();
    expect(office.sealed.body).toMatchObject({ state: "sealed", stateLabel: "承認待ち", decision: null });
    expect([...office.outbox.files]).toEqual([]);
    const sealed = staged(office, office.sealed);
    expect(sealed).toBeDefined();
    const released = await office.decide({ ...approve, reason: "件数を確かめた" });
    expect(released).toMatchObject({
      status: 200,
      body: {
        state: "released",
        stateLabel: "出力済み",
        decision: { decision: "approve", by: "manager-1", reason: "件数を確かめた" },
      },
    });
    const { outputId } = office.sealed.body;
    const file = office.outbox.files.get(`income-outputs/${outputId}/income-answers.dat`);
    expect(file).toEqual(sealed);
    // What was staged is gone once it is out.
    expect([...office.staging.files.keys()].filter((name) => name.includes(outputId))).toEqual([]);
    const [named] = released.body.files;
    expect(named).toEqual({
      name: "income-answers.dat",
      count: 1,
      size: file?.length,
      sha256: createHash("sha256")
        .update(file ?? "")
        .digest("hex"),
    });
    const manifest = office.outbox.files.get(`income-outputs/${outputId}/manifest.json`);
    expect(JSON.parse(Buffer.from(manifest ?? []).toString())).toEqual({
      outputId,
      wardCode: "13110",
      createdOn: "2026-11-23",
      files: [named],
    });
    const trail = office.database.dump("audit").map(({ entry }) => JSON.parse(String(entry)));
    expect(trail.slice(-2)).toMatchObject([
      { action: "decideIncomeOutput", officer: "manager-1", object: outputId, codes: ["approve"] },
      { action: "decideIncomeOutput", officer: "manager-1", object: outputId, codes: ["released"] },
    ]);
  });

  it("is approved by nobody who started it, and by no examiner", async () => {
    const office = await open();
    const own = await office.decide(approve, { as: "examiner-1", roles: ["manager"] });
    expect(own).toMatchObject({ status: 403, body: { code: "own-work" } });
    expect(await office.decide(approve, examiner)).toMatchObject({ status: 403, body: { code: "not-allowed" } });
    expect((await office.see()).body.state).toBe("sealed");
  });

  it("is decided once: another decision is refused, the same by the same manager is answered again", async () => {
    const office = await open();
    await office.decide(approve);
    const files = [...office.outbox.files];
    expect(await office.decide(refuse)).toMatchObject({ status: 409, body: { code: "already-decided" } });
    expect(await office.decide(approve, { as: "manager-2", roles: ["manager"] })).toMatchObject({
      status: 409,
      body: { code: "already-decided" },
    });
    expect(await office.decide(approve)).toMatchObject({ status: 200, body: { state: "released" } });
    expect([...office.outbox.files]).toEqual(files);
  });

  it("that is refused goes nowhere, and the same list makes it anew", async () => {
    const office = await open();
    expect(await office.decide({ decision: "refuse" })).toMatchObject({ status: 400 });
    expect((await office.decide(refuse)).body).toMatchObject({ state: "refused", stateLabel: "差し戻し" });
    expect([...office.outbox.files]).toEqual([]);
    const anew = await office.put();
    expect(anew.body.state).toBe("sealed");
    expect(anew.body.outputId).toBe(office.sealed.body.outputId.replace(/001$/, "002"));
  });

  it("of the same list is the same output, never a second, until it is asked for again on purpose", async () => {
    const office = await open();
    const before = office.database.dump("transmittals");
    for (const again of [false, true]) expect((await office.put({ again })).body).toEqual(office.sealed.body);
    await office.decide(approve);
    expect((await office.put()).body).toMatchObject({ outputId: office.sealed.body.outputId, state: "released" });
    expect(office.database.dump("transmittals")).toHaveLength(before.length);
    const anew = await office.put({ again: true });
    expect(anew.body.outputId).toMatch(/\.002$/);
    expect((await office.put()).body.outputId).toBe(anew.body.outputId);
  });

  it("that cannot be told to be the one approved does not go out, and waits", async () => {
    const office = await open();
    const name = `income-outputs/${office.sealed.body.outputId}/income-answers.dat`;
    const bytes = office.staging.files.get(name) ?? new Uint8Array(0);
    office.staging.files.set(
      name,
      Uint8Array.from(bytes, (byte, at) => (at === 160 ? byte ^ 1 : byte)),
    );
    expect((await office.decide(approve)).status).toBe(500);
    expect([...office.outbox.files]).toEqual([]);
    office.staging.files.set(name, bytes);
    expect((await office.put()).body).toMatchObject({ state: "released", decision: { by: "manager-1" } });
    expect(answerLines(office.outbox.files.get(name))).toHaveLength(1);
  });

  it("shows its file to a manager alone, while it waits or is out, and the look is in the trail", async () => {
    const office = await open();
    const linkOf = async (who?: object) => (await office.see(who)).body.files[0]?.url;
    expect(await linkOf()).toBe(`memory:income-outputs/${office.sealed.body.outputId}/income-answers.dat`);
    expect(JSON.parse(String(office.database.dump("audit").at(-1)?.entry)).codes).toEqual(["files-linked"]);
    expect(await linkOf(examiner)).toBe(undefined);
    await office.decide(approve);
    expect(await linkOf()).toMatch(/^memory:income-outputs\//);
    const other = await open();
    await other.decide(refuse);
    expect((await other.see()).body.files[0]?.url).toBe(undefined);
  });

  it("is in the list of the latest, newest first", async () => {
    const office = await open();
    office.time.now = "2026-11-24T01:00:00.000Z" as Instant;
    await office.ask("POST", "/v1/income-outputs", { ...examiner, body: { kind: "continuation", year: 2026 } });
    const { body: listed } = await office.ask("GET", "/v1/income-outputs", manager);
    expect(listed.outputs.map(({ kind, title }: { kind: string; title: string }) => [kind, title])).toEqual([
      ["continuation", "継続審査のための所得情報"],
      ["request-answer", "所得情報提供依頼への回答"],
    ]);
  });

  it("that nobody made is not found, whatever its number looks like", async () => {
    const office = await open();
    for (const id of ["continuation-2025.001", "..", "T20261123-7K3M9Q", "continuation-2026.1"]) {
      const seen = await office.ask("GET", `/v1/income-outputs/${id}`, manager);
      const decided = await office.ask("POST", `/v1/income-outputs/${id}/decision`, { ...manager, body: approve });
      expect([seen.status, decided.status]).toEqual([404, 404]);
    }
  });

  it.each([
    [{ kind: "request-answer" }, "/contentBase64"],
    [{ kind: "request-answer", contentBase64: "%%" }, "/contentBase64"],
    [{ kind: "continuation" }, "/year"],
    [{ kind: "continuation", year: 2026, contentBase64: "" }, ""],
    [{ kind: "encouragement", year: "2026" }, "/year"],
    [{ kind: "everything" }, "/kind"],
  ])("asked for with %j says where the fault is", async (asked, pointer) => {
    const office = await open();
    const answer = await office.ask("POST", "/v1/income-outputs", { ...examiner, body: asked });
    expect(answer).toMatchObject({ status: 400, body: { code: "invalid-content", errors: [{ pointer }] } });
  });
});
