import { describe, expect, it } from "vitest";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { openOffice } from "../../support/office.ts";
import { applicants } from "../../support/people.ts";
import { changeOf, enrol, newPersonValues, personIn } from "../../support/resident-changes.ts";

const [known, stranger] = applicants(2, 23);
if (!known || !stranger) throw new Error("the generated ward is too small");

const open = async () => {
  const database = memoryDatabase();
  const office = openOffice({ database });
  await enrol(office, known);
  const send = (...changes: unknown[]) =>
    office.ask("POST", "/v1/residents/changes", {
      as: "juki",
      roles: ["system"],
      system: "resident-registry",
      body: { changes },
    });
  const decide = (changeId: string, body: object, as = "clerk-1") =>
    office.ask("POST", `/v1/residents/changes/${changeId}/decision`, { as, body });
  const list = (state: string) => office.ask("GET", "/v1/residents/changes", { query: { state } });
  const person = (who: { atenaNumber: string } = known) => personIn(database, office.master, who);
  return { ...office, database, send, decide, list, person };
};

const address = { postalCode: "152-0001", address: "目黒区中央町9丁目9番9号" };

describe("異動 from the resident system", () => {
  it("転居 changes the address on its day, once, however often it is sent", async () => {
    const office = await open();
    const moved = changeOf(known, "moved-within", address);
    const first = await office.send(moved);
    expect(first).toMatchObject({ status: 200, body: { counts: { recorded: 1, quarantined: 0 } } });
    expect(first.body.changes).toMatchObject([{ changeId: "J-1", state: "recorded", repeated: false }]);
    expect((await office.send(moved)).body.changes).toMatchObject([{ state: "recorded", repeated: true }]);
    expect((await office.person()).facts).toMatchObject(address);
    expect(office.database.dump("people").filter(({ sk }) => sk.startsWith("ENTRY#"))).toHaveLength(2);
  });

  it("死亡 loses the 資格 the day after, without a 届出; what comes after it contradicts", async () => {
    const office = await open();
    await office.send(changeOf(known, "died", { changedOn: "2026-11-10" }));
    expect((await office.person()).periods).toMatchObject([{ until: "2026-11-11", untilCause: "death" }]);
    const later = changeOf(known, "moved-within", { ...address, changeId: "J-2", changedOn: "2026-11-15" });
    expect((await office.send(later)).body.changes).toMatchObject([{ state: "quarantined", reason: "contradiction" }]);
    const before = changeOf(known, "moved-within", { ...address, changeId: "J-3", changedOn: "2026-11-01" });
    expect((await office.send(before)).body.changes).toMatchObject([{ state: "recorded" }]);
  });

  it("死亡 that comes late takes back what was recorded after it", async () => {
    const office = await open();
    const before = (await office.person()).facts;
    await office.send(changeOf(known, "moved-within", { ...address, changedOn: "2026-11-15" }));
    await office.send(changeOf(known, "died", { changeId: "J-2", changedOn: "2026-11-10" }));
    expect((await office.person()).facts).toEqual(before);
    expect((await office.list("quarantined")).body.changes).toMatchObject([
      { changeId: "J-1", reason: "contradiction" },
    ]);
  });

  it("国外転出 proposes a 喪失届 that a clerk confirms, once", async () => {
    const office = await open();
    expect((await office.send(changeOf(known, "moved-out-abroad"))).body.changes).toMatchObject([
      { state: "proposed" },
    ]);
    expect((await office.person()).periods).toMatchObject([{ until: null }]);
    const confirmed = await office.decide("J-1", { decision: "confirm" });
    expect(confirmed).toMatchObject({ status: 200, body: { state: "confirmed", flow: "loss" } });
    expect((await office.person()).periods).toMatchObject([{ until: "2026-11-19", untilCause: "moved-abroad" }]);
    const again = await office.decide("J-1", { decision: "confirm" }, "clerk-2");
    expect(again.body.filingId).toBe(confirmed.body.filingId);
    const filing = await office.ask("GET", `/v1/filings/${confirmed.body.filingId}`);
    expect(filing.body).toMatchObject({
      flow: "loss",
      status: "accepted",
      content: { channel: "resident-record", filer: "insured", eventOn: "2026-11-18", filedOn: "2026-11-19" },
    });
    expect(await office.decide("J-1", { decision: "dismiss", note: "取りやめ" })).toMatchObject({ status: 409 });
  });

  it("国外転入 of someone aged 20 to 59 proposes a 取得届; what waited for it follows once they are on file", async () => {
    const office = await open();
    await office.send(
      changeOf(stranger, "moved-within", {
        ...address,
        changeId: "J-2",
        changedOn: "2026-11-20",
        notifiedOn: "2026-11-20",
      }),
      changeOf(stranger, "moved-in-from-abroad", newPersonValues(stranger)),
    );
    expect((await office.list("quarantined")).body.changes).toMatchObject([
      { changeId: "J-2", reason: "unknown-person", change: { address: address.address } },
    ]);
    const confirmed = await office.decide("J-1", { decision: "confirm", filing: { documents: ["passport"] } });
    expect(confirmed).toMatchObject({ status: 200, body: { state: "confirmed", flow: "acquisition" } });
    const { facts, periods } = await office.person(stranger);
    expect(periods).toMatchObject([{ category: "1", from: "2026-11-18", until: null }]);
    expect(facts).toMatchObject(address);
    expect((await office.list("recorded")).body.changes).toMatchObject([{ changeId: "J-2" }]);
  });

  it("a second content of one 異動番号 waits as a duplicate and leaves the first as it is", async () => {
    const office = await open();
    await office.send(changeOf(known, "moved-within", address));
    const other = changeOf(known, "moved-within", { ...address, address: "目黒区下目黒1番" });
    const [duplicate] = (await office.send(other)).body.changes;
    expect(duplicate).toMatchObject({ state: "quarantined", reason: "duplicate", repeated: false });
    expect((await office.send(other)).body.changes).toMatchObject([{ reason: "duplicate", repeated: true }]);
    expect((await office.person()).facts).toMatchObject(address);
    const name = duplicate.changeId;
    expect(await office.decide(name, { decision: "confirm" })).toMatchObject({ status: 409 });
    expect(await office.decide(name, { decision: "dismiss" })).toMatchObject({ status: 400 });
    expect(await office.decide(name, { decision: "dismiss", note: "誤送信" })).toMatchObject({
      status: 200,
      body: { state: "dismissed", note: "誤送信", decidedBy: "clerk-1" },
    });
  });

  it("every state can be left: recorded is taken back, dismissed taken up again", async () => {
    const office = await open();
    const before = (await office.person()).facts;
    await office.send(changeOf(known, "moved-within", address));
    await office.decide("J-1", { decision: "dismiss", note: "別人の異動" });
    expect((await office.person()).facts).toEqual(before);
    expect(await office.decide("J-1", { decision: "confirm" })).toMatchObject({ body: { state: "recorded" } });
    expect((await office.person()).facts).toMatchObject(address);
  });

  it.each([
    ["unknown-person", [changeOf(stranger, "moved-within", address)]],
    ["future", [changeOf(known, "moved-within", { ...address, changedOn: "2026-12-24" })]],
    ["contradiction", [changeOf(known, "protection-ended")]],
    ["contradiction", [changeOf(known, "moved-in-from-abroad", newPersonValues(known))]],
    ["needs-judgement", [changeOf(known, "ex-officio-deletion")]],
    [
      "out-of-order",
      [changeOf(known, "moved-within", address), changeOf(known, "name-changed", { ...names(), changeId: "J-2" })],
    ],
  ])("waits as %s", async (reason, changes) => {
    const office = await open();
    expect((await office.send(...changes)).body.changes.at(-1)).toMatchObject({ state: "quarantined", reason });
    const { body } = await office.list("quarantined");
    expect(body.changes).toHaveLength(changes.length);
    const done = await office.decide("J-1", { decision: "dismiss", note: "窓口で確認済み" });
    expect(done).toMatchObject({ status: 200, body: { state: "dismissed" } });
  });

  it("takes only what the table lists: an unknown or needless item makes the row unreadable, and is kept nowhere", async () => {
    const office = await open();
    const secret = "ひみつの備考";
    const { body } = await office.send(
      changeOf(known, "died", { remark: secret }),
      changeOf(known, "died", { changeId: "J-2", name: secret }),
      changeOf(known, "moved-within", { changeId: "J-3" }),
      "text",
    );
    expect(body.counts).toMatchObject({ quarantined: 4, recorded: 0 });
    expect(body.changes.map(({ reason }: { reason: string }) => reason)).toEqual(Array(4).fill("malformed-row"));
    expect(body.changes[1].faults).toMatchObject([{ pointer: "/name" }]);
    expect(JSON.stringify([office.database.dump(), body])).not.toContain(secret);
    const [first] = body.changes;
    expect(await office.decide(first.changeId, { decision: "confirm" })).toMatchObject({ status: 409 });
    expect(await office.decide(first.changeId, { decision: "dismiss", note: "送り直し済み" })).toMatchObject({
      body: { state: "dismissed" },
    });
  });

  it("pages through a state by 異動番号", async () => {
    const office = await open();
    const kinds = Array.from({ length: 5 }, (_, at) =>
      changeOf(known, "household-changed", { changeId: `H-${at}`, sequence: at }),
    );
    await office.send(...kinds);
    const seen: string[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const query: Record<string, string> = { state: "recorded", limit: "2", ...(after ? { after } : {}) };
      const { body } = await office.ask("GET", "/v1/residents/changes", { query });
      seen.push(...body.changes.map(({ changeId }: { changeId: string }) => changeId));
      after = body.next;
    }
    expect(seen).toEqual(["H-0", "H-1", "H-2", "H-3", "H-4"]);
  });
});

function names() {
  return { name: "目黒　花子", nameKana: "メグロ　ハナコ" };
}
