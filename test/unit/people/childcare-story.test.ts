import { describe, expect, it } from "vitest";
import type { FlowId } from "../../../shared/flows/catalogue.ts";
import { flows } from "../../../shared/flows/catalogue.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { tableNames } from "../../../shared/stores/tables.ts";
import { bodies } from "../../../tools/openapi/answers.ts";
import { openOffice } from "../../support/office.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";
import { openCounter } from "../support/counter.ts";

const person = applicant();
const purpose = "counter-inquiry";
const acquired = acquisitionOf(person, { eventOn: "2026-04-01", filedOn: "2026-04-10" });
const form = (over: object) => acquisitionOf(person, { documents: [], ...over });

const birth = form({ eventOn: "2026-11-16", details: { day: "2026-11-16", dayIs: "delivered", type: "single" } });
const child = form({
  eventOn: "2026-11-16",
  details: { childBornOn: "2026-11-16", parent: "mother" },
  atCounter: { livesWithChild: true, relationConfirmed: true },
});
const apart = form({
  filedOn: "2027-05-20",
  eventOn: "2027-05-10",
  details: { childBornOn: "2026-11-16", endedBecause: "living-apart" },
});

describe("産んで育てる人の一年", () => {
  it("産前産後から育児まで途切れずに免除され、養育が終わればそこまでになる", async () => {
    const counter = openCounter();
    const months = async () => {
      const query = { from: "2026-09", until: "2027-11" };
      const { body } = await counter.ask("GET", `/v1/people/${person.atenaNumber}/months`, { purpose, query });
      expect(bodies.Months.safeParse(body).error).toBeUndefined();
      return body.months as readonly {
        relief: { kind: string; standingLabel: string } | null;
        toPay: { premium: number };
      }[];
    };
    await counter.file("acquisition", acquired);
    const filed = await counter.file("maternity-exemption", birth);
    expect(filed).toMatchObject({ status: 201, body: { status: "accepted", title: "産前産後免除該当届" } });
    const raised = await counter.file("childcare-exemption", child);
    expect(raised).toMatchObject({ status: 201, body: { status: "accepted", deadline: null } });

    const kinds = (await months()).map(({ relief }) => relief?.kind ?? null);
    expect(kinds).toEqual([null, ...Array<string>(4).fill("maternity"), ...Array<string>(9).fill("childcare"), null]);
    const [before, first] = await months();
    expect([before?.toPay.premium, first?.toPay.premium]).toEqual([17_920, 0]);
    expect(first?.relief?.standingLabel).toBe("参考(見込み)");

    expect((await counter.examine(raised.body.filingId)).body.status).toBe("examined");

    counter.time.now = "2027-05-21T01:00:00.000Z" as Instant;
    const ended = await counter.file("childcare-end", apart);
    expect(ended.body).toMatchObject({ status: "accepted", reasons: [{ code: "last-month-unconfirmed" }] });
    const cut = (await months()).map(({ relief }) => relief?.kind ?? null);
    expect(cut.lastIndexOf("childcare")).toBe(kinds.indexOf("childcare") + 2);

    const shown = await counter.ask("GET", `/v1/people/${person.atenaNumber}`, { purpose });
    expect(bodies.Person.safeParse(shown.body).error).toBeUndefined();
    expect(shown.body.reliefs).toMatchObject({
      current: null,
      maternity: [{ on: "2026-11-16", from: "2026-10", until: "2027-01" }],
      childcare: [{ from: "2027-02", until: "2027-04", end: { causeLabel: "子との別居" } }],
    });

    const ledger = async (knownOn: string) =>
      (
        await counter.ask("GET", `/v1/people/${person.atenaNumber}/ledger`, {
          purpose,
          query: { knownOn, asOf: "2027-05-20" },
        })
      ).body;
    const known = await ledger("2027-05-20");
    expect(bodies.Ledger.safeParse(known).error).toBeUndefined();
    expect(known.reliefs).toMatchObject({
      current: { kind: "childcare" },
      childcare: [{ until: "2027-10", end: null }],
    });
    expect((await ledger("2027-05-21")).reliefs).toMatchObject({ current: null, childcare: [{ until: "2027-04" }] });
  });

  it("取り下げた届出の月は、届け出る前に戻る", async () => {
    const counter = openCounter();
    await counter.file("acquisition", acquired);
    await counter.file("maternity-exemption", birth);
    const reliefs = async () =>
      (await counter.ask("GET", `/v1/people/${person.atenaNumber}`, { purpose })).body.reliefs;
    const before = await reliefs();
    const { body } = await counter.file("childcare-exemption", child);
    expect((await reliefs()).childcare).toHaveLength(1);
    await counter.act(body.filingId, { action: "withdraw", note: "誤り" });
    expect(await reliefs()).toEqual(before);
  });
});

describe("評価書に育児期間免除の項目がない間", () => {
  const childcareFlows = Object.entries(flows).flatMap(([id, { beyond }]) =>
    beyond === "childcare" ? [id] : [],
  ) as FlowId[];

  it("B16・B17・B18は断り、何も記録しない", async () => {
    expect(childcareFlows).toEqual(["childcare-exemption", "childcare-end", "childcare-change", "childcare-automatic"]);
    const database = memoryDatabase();
    const office = openOffice({ database, covered: ["head-dependants"] });
    const send = (flow: string, body: object) =>
      office.ask("POST", `/v1/filings/${flow}`, { key: `covered-${flow}`, body });
    await send("acquisition", acquired);
    expect((await send("maternity-exemption", birth)).status).toBe(201);
    const stored = () => tableNames.filter((table) => table !== "audit").map((table) => database.dump(table));
    const before = structuredClone(stored());
    const change = { ...child, details: { ...child.details, recordedBornOn: "2026-11-15" }, atCounter: {} };
    const automatic = form({ filer: "ex-officio", eventOn: "2026-11-16", details: { childBornOn: "2026-11-16" } });
    const end = { ...apart, filedOn: "2026-11-20", eventOn: "2026-11-18" };
    for (const [flow, body] of [
      ["childcare-exemption", child],
      ["childcare-exemption", { ...child, intake: "receive" }],
      ["childcare-end", end],
      ["childcare-change", change],
      ["childcare-automatic", automatic],
    ] as const) {
      const answer = await send(flow, body);
      expect([flow, answer.status, answer.body.errors]).toMatchObject([flow, 422, [{ code: "beyond-assessment" }]]);
    }
    expect(stored()).toEqual(before);
  });
});
