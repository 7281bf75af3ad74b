import { describe, expect, it } from "vitest";
import { factsOn, foldLedger } from "../../../shared/domain/ledger.ts";
import { type LedgerEntry, ledgerEntry } from "../../../shared/domain/ledger-events.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";
import { openCounter } from "../support/counter.ts";

const person = { ...applicant(), name: "国年　太郎", nameKana: "コクネン　タロウ" };
const renamed = (eventOn: string, newName: string, over: object = {}) =>
  acquisitionOf(person, {
    documents: ["residence-record"],
    eventOn,
    details: { newName, newNameKana: "ネンキン　タロウ" },
    ...over,
  });
const moved = acquisitionOf(person, {
  documents: [],
  eventOn: "2026-11-18",
  details: { newPostalCode: "153-0051", newAddress: "目黒区上目黒9丁目9番9号" },
});

const shown = async (counter: ReturnType<typeof openCounter>) =>
  (await counter.ask("GET", `/v1/people/${person.atenaNumber}`, { purpose: "filing" })).body.facts;

describe("氏名・住所の変更", () => {
  it("is who they are now; the ledger tells who they were on any day", async () => {
    const counter = openCounter();
    await counter.file("acquisition", acquisitionOf(person, { eventOn: "2026-11-01" }));
    expect(await counter.file("address-change", moved)).toMatchObject({ status: 201, body: { status: "accepted" } });
    const change = await counter.file("name-change", renamed("2026-11-16", "年金　太郎"));
    expect(change).toMatchObject({ status: 201, body: { status: "accepted" } });
    expect(await shown(counter)).toMatchObject({ name: "年金　太郎", address: "目黒区上目黒9丁目9番9号" });

    const { entries } = await counter.ledger(person.atenaNumber);
    const ledger: LedgerEntry[] = entries.map((entry: LedgerEntry) =>
      ledgerEntry.parse({
        ...entry,
        // Numbers leave masked; what is asked for here are the other facts.
        events: entry.events.map((event) =>
          "facts" in event ? { ...event, facts: { ...event.facts, individualNumber: undefined } } : event,
        ),
      }),
    );
    expect(factsOn(ledger, plainDate("2026-11-15"))).toMatchObject({ name: "国年　太郎", address: person.address });
    expect(factsOn(ledger, plainDate("2026-11-16"))).toMatchObject({ name: "年金　太郎", address: person.address });
    expect(factsOn(ledger, plainDate("2026-11-18"))).toMatchObject({
      name: "年金　太郎",
      address: "目黒区上目黒9丁目9番9号",
    });
    expect(foldLedger(ledger).facts).toEqual(factsOn(ledger, plainDate("2026-11-18")));
  });

  it("taken back, they are who they were; who files next has to be as on file", async () => {
    const counter = openCounter();
    await counter.file("acquisition", acquisitionOf(person, { eventOn: "2026-11-01" }));
    const { body } = await counter.file("name-change", renamed("2026-11-16", "年金　太郎"));
    const old = await counter.file("address-change", moved);
    expect(old.body).toMatchObject({
      status: "awaiting-correction",
      reasons: [
        { code: "differs-from-file", pointer: "/person/name" },
        { code: "differs-from-file", pointer: "/person/nameKana" },
      ],
    });
    await counter.act(body.filingId, { action: "withdraw", note: "本人の申出" });
    expect(await shown(counter)).toMatchObject({ name: "国年　太郎", nameKana: "コクネン　タロウ" });
  });
});
