import { describe, expect, it } from "vitest";
import { putIncome } from "../../support/incomes-on-file.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";
import { earning, incomesOf } from "../flows/income-examples.ts";
import { openCounter } from "../support/counter.ts";

const person = applicant();

const applicationOf = (over: object = {}) => ({
  ...acquisitionOf(person, { eventOn: "2026-11-20", documents: [] }),
  details: {
    from: "2026-07",
    until: "2027-06",
    wish: [],
    spouse: null,
    headOfHousehold: "self",
    grounds: [],
    continuation: false,
  },
  ...over,
});

/** An office where the person has been 第1号 since June. */
const enrolledOffice = async () => {
  const counter = openCounter();
  await counter.file("acquisition", acquisitionOf(person, { eventOn: "2026-06-01" }));
  return counter;
};

const show = async (counter: ReturnType<typeof openCounter>, id: string) =>
  (await counter.ask("GET", `/v1/filings/${id}`, { as: "examiner-1", roles: ["examiner"] })).body;

describe("区の判定(参考)", () => {
  it("届出とともに残り、審査する職員が理由まで読める。台帳には参考として載る", async () => {
    const counter = await enrolledOffice();
    await putIncome(counter, person.atenaNumber, 2025, incomesOf(earning(600_000)));
    const filed = await counter.file("exemption-application", applicationOf());
    expect(filed).toMatchObject({ status: 201, body: { status: "accepted", reasons: [{ code: "estimate-granted" }] } });
    const shown = await show(counter, filed.body.filingId);
    expect(shown.assessment).toEqual(filed.body.assessment);
    expect(shown.assessment).toMatchObject([
      {
        from: "2026-07",
        until: "2027-06",
        outcome: "full",
        findings: [{ role: "applicant", income: 600_000, limit: 670_000, margin: 70_000 }],
      },
    ]);
    expect((await counter.ledger(person.atenaNumber)).entries.at(-1).events).toMatchObject([
      { kind: "exemption-applied" },
      { kind: "exempted", type: "full" },
    ]);
  });

  it("見た所得の項目はアクセス記録に残り、所得の額はどの記録にも平文で残らない", async () => {
    const counter = await enrolledOffice();
    await putIncome(counter, person.atenaNumber, 2025, incomesOf(earning(612_345)));
    const filed = await counter.file("exemption-application", applicationOf());
    await show(counter, filed.body.filingId);
    const [taken, looked] = counter.trail().slice(-2);
    expect(taken.items).toContain("income.insuredIncome");
    expect(looked.items).toContain("income.insuredIncome");
    expect(JSON.stringify([counter.trail(), counter.log.lines])).not.toMatch(/612[,_]?345/);
  });

  it("所得情報が届くまで補正待ちで、届いた後の補正で判定し直し、前の判定は残らない", async () => {
    const counter = await enrolledOffice();
    const filed = await counter.file("exemption-application", applicationOf());
    expect(filed.body).toMatchObject({ status: "awaiting-correction", assessment: [{ outcome: "held" }] });
    expect((await show(counter, filed.body.filingId)).assessment).toMatchObject([{ outcome: "held" }]);
    await putIncome(counter, person.atenaNumber, 2025, incomesOf(earning(0)));
    const done = await counter.act(filed.body.filingId, { action: "correct", filing: applicationOf() });
    expect(done).toMatchObject({ status: 200, body: { status: "accepted", assessment: [{ outcome: "full" }] } });
    expect((await show(counter, filed.body.filingId)).assessment).toMatchObject([{ outcome: "full" }]);
  });

  it("郵送を受け付けただけのものに判定はなく、受理するときに判定する", async () => {
    const counter = await enrolledOffice();
    await putIncome(counter, person.atenaNumber, 2025, incomesOf(earning(0)));
    const filed = await counter.file("exemption-application", applicationOf({ intake: "receive" }));
    expect(filed.body.status).toBe("received");
    expect(await show(counter, filed.body.filingId)).not.toHaveProperty("assessment");
    await counter.act(filed.body.filingId, { action: "accept" });
    expect((await show(counter, filed.body.filingId)).assessment).toMatchObject([{ outcome: "full" }]);
  });

  it("補正依頼では補正する職員のために残り、取下げでは所得とともに消える", async () => {
    const counter = await enrolledOffice();
    await putIncome(counter, person.atenaNumber, 2025, incomesOf(earning(0)));
    const { filingId } = (await counter.file("exemption-application", applicationOf())).body;
    await counter.act(filingId, { action: "return-for-correction", note: "世帯主を確かめる" });
    expect((await show(counter, filingId)).assessment).toMatchObject([{ outcome: "full" }]);
    await counter.act(filingId, { action: "withdraw", note: "本人の申出" });
    expect(await show(counter, filingId)).not.toHaveProperty("assessment");
    expect((await counter.ledger(person.atenaNumber)).entries.at(-1).events).toMatchObject([{ kind: "voided" }]);
  });

  it("配偶者の個人番号は、届出を見ても伏せ字になる", async () => {
    const counter = await enrolledOffice();
    const details = {
      ...applicationOf().details,
      spouse: { name: "国年　花子", birthDate: "1991-02-03", individualNumber: "123456789018" },
    };
    const { filingId } = (await counter.file("exemption-application", applicationOf({ details }))).body;
    const shown = await show(counter, filingId);
    expect(shown.content.details.spouse).toMatchObject({ name: "国年　花子", birthDate: "1991-02-03" });
    expect(JSON.stringify(shown)).not.toContain("123456789018");
  });

  it("経過に残る理由の符号は一つずつ: いくつ判定が分かれても読み直せる", async () => {
    const counter = await enrolledOffice();
    await putIncome(counter, person.atenaNumber, 2025, incomesOf(earning(5_000_000)));
    const details = {
      ...applicationOf().details,
      grounds: [{ whose: "applicant", reason: "unemployment" }],
    };
    const { filingId } = (
      await counter.file(
        "exemption-application",
        applicationOf({
          details,
          documents: ["closure-notice"],
          atCounter: {
            leftWorkOn: { applicant: "2026-10-31" },
            paidMonths: ["2026-07", "2026-09", "2026-11", "2027-01", "2027-03", "2027-05"],
          },
        }),
      )
    ).body;
    const shown = await show(counter, filingId);
    expect(shown.assessment).toHaveLength(6);
    expect(shown.history.at(-1).codes.toSorted()).toEqual(["estimate-granted", "estimate-refused", "months-left-out"]);
  });
});
