import { describe, expect, it } from "vitest";
import { foldLedger } from "../../../shared/domain/ledger.ts";
import { recordedMonths } from "../../../shared/domain/months.ts";
import { plainMonth } from "../../../shared/law/calendar.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";
import { openCounter } from "../support/counter.ts";

const person = applicant();
const form = (eventOn: string, over: object = {}) =>
  acquisitionOf(person, { documents: [], details: {}, eventOn, ...over });

const began = form("2026-03-10", {
  documents: ["disability-pension-certificate"],
  details: { reason: "disability-pension" },
  atCounter: { pensionGrade: 2 },
});
const ended = form("2026-09-30", { details: { reason: "disability-pension-ended" } });

/** Enrolled since 2025, with a 障害年金 since March 2026. */
const pensioner = async () => {
  const counter = openCounter();
  await counter.file(
    "acquisition",
    form("2025-04-01", { documents: ["passport"], details: { cause: "moved-into-japan" } }),
  );
  const { body } = await counter.file("statutory-exemption-start", began);
  const ledger = async () => foldLedger((await counter.ledger(person.atenaNumber)).entries);
  /** Each month of 2026 from January to November, as a letter: 免除 m, 納付 -. */
  const months = async () =>
    recordedMonths(await ledger(), plainMonth("2026-01"), plainMonth("2026-11"))
      .map(({ relief }) => (relief?.relief === "statutory" ? "m" : "-"))
      .join("");
  return { ...counter, months, startId: String(body.filingId), startBody: body };
};

describe("法定免除の一年", () => {
  it("該当届、納付申出、消滅届で、月の記録が順に変わる", async () => {
    const office = await pensioner();
    expect(office.startBody).toMatchObject({ status: "accepted", deadline: "2026-03-24" });
    expect(await office.months()).toBe("-mmmmmmmmmm");

    const choice = form("2026-11-20", { details: { from: "2026-06", until: "2026-07" } });
    expect((await office.file("payment-choice", choice)).body.status).toBe("accepted");
    expect(await office.months()).toBe("-mmmm--mmmm");

    expect((await office.file("statutory-exemption-end", ended)).body.status).toBe("accepted");
    expect(await office.months()).toBe("-mmmm--mm--");
  });

  it("審査した該当届は進達を待ち、月は見込み(参考)である", async () => {
    const office = await pensioner();
    expect(await office.examine(office.startId)).toMatchObject({ status: 200, body: { status: "examined" } });
    expect(office.queued().map(({ sk }) => String(sk))).toEqual(
      expect.arrayContaining([expect.stringContaining(office.startId)]),
    );
    const { reliefs } = foldLedger((await office.ledger(person.atenaNumber)).entries);
    expect(reliefs.exemptions).toMatchObject([{ type: "statutory", standing: "provisional" }]);
  });

  it("消滅届を取り下げると、法定免除も納付申出も元どおり続く", async () => {
    const office = await pensioner();
    const choice = form("2026-11-20", { details: { from: "2026-10" } });
    await office.file("payment-choice", choice);
    const before = await office.months();
    const { body } = await office.file("statutory-exemption-end", ended);
    expect(await office.months()).toBe("-mmmmmmmm--");

    const withdrawn = await office.act(body.filingId, { action: "withdraw", note: "受給権は続いている" });
    expect(withdrawn).toMatchObject({ status: 200, body: { status: "withdrawn" } });
    expect(await office.months()).toBe(before);
    const { reliefs } = foldLedger((await office.ledger(person.atenaNumber)).entries);
    expect(reliefs.exemptions).toMatchObject([{ from: "2026-02", until: null }]);
    expect(reliefs.paymentChoices).toEqual([{ from: "2026-10", until: null }]);
  });

  it("消滅届が載った後の該当届は、先に消滅届を取り下げるまで取り下げられない", async () => {
    const office = await pensioner();
    await office.file("statutory-exemption-end", ended);
    const refused = await office.act(office.startId, { action: "withdraw", note: "誤って届け出た" });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: "later-filing-depends" }] } });
    expect(await office.months()).toBe("-mmmmmmmm--");
  });

  it("等級を確かめないまま届いた該当届は、補正で等級を確かめてから記録する", async () => {
    const office = openCounter();
    await office.file(
      "acquisition",
      form("2025-04-01", { documents: ["passport"], details: { cause: "moved-into-japan" } }),
    );
    const { body } = await office.file("statutory-exemption-start", { ...began, atCounter: {} });
    expect(body).toMatchObject({
      status: "awaiting-correction",
      reasons: [{ code: "late-filing" }, { code: "exemption-ground-unknown", pointer: "/atCounter" }],
    });
    const corrected = await office.act(body.filingId, { action: "correct", filing: began });
    expect(corrected).toMatchObject({ status: 200, body: { status: "accepted" } });
  });

  it("窓口で見た障害等級は、どこにも記録しない", async () => {
    const office = await pensioner();
    const shown = await office.ask("GET", `/v1/filings/${office.startId}`);
    expect(JSON.stringify(shown.body)).not.toContain("pensionGrade");
    expect(JSON.stringify((await office.ledger(person.atenaNumber)).entries)).not.toContain("pensionGrade");
  });
});
