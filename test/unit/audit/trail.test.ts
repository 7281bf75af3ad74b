import { describe, expect, it } from "vitest";
import { itemsOf } from "../../../shared/domain/items-of.ts";
import { ledgerEntry } from "../../../shared/domain/ledger-events.ts";
import { personFacts } from "../../../shared/domain/person.ts";
import { medicalItems, recipientRight } from "../../../shared/domain/recipient-facts.ts";
import type { RecordItemId } from "../../../shared/domain/record-items.ts";
import { flows } from "../../../shared/flows/catalogue.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { openOffice } from "../../support/office.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";
import { openCounter, resultsFile } from "../support/counter.ts";

const person = applicant();
const body = acquisitionOf(person);
const filedItems = itemsOf(flows.acquisition.stored);
/** A 個人番号 that was masked was not seen. */
const unmasked = (items: readonly RecordItemId[]) =>
  items.filter((item) => !/myNumber/i.test(item) && !medicalItems.has(item));
const personItems = unmasked(itemsOf(personFacts));
/** Of somebody without a right to 給付, nothing of one is seen, in the ledger no more than elsewhere. */
const insuredItems = unmasked(itemsOf(ledgerEntry)).filter((item) => !itemsOf(recipientRight).includes(item));

const withFiling = async () => {
  const counter = openCounter();
  const filed = await counter.file("acquisition", body);
  const [first] = counter.trail();
  return { counter, id: filed.body.filingId as string, subject: first.subjects[0] as string };
};
type Setting = Awaited<ReturnType<typeof withFiling>>;

const read = { purpose: "counter-inquiry" } as const;
const search = (terms: object) => (at: Setting) =>
  at.counter.ask("POST", "/v1/people/search", { ...read, body: terms });

/** What each call leaves: exactly one entry, and this of it. `subject` stands for the pseudonym of the person. */
const calls: readonly (readonly [string, (at: Setting) => Promise<unknown>, object])[] = [
  [
    "a 届出 taken in",
    ({ counter }) => counter.file("acquisition", acquisitionOf(person), "clerk-2"),
    {
      action: "file:acquisition",
      subjects: ["subject"],
      object: null,
      items: filedItems,
      purpose: "filing",
      result: "refused",
      codes: ["already-enrolled"],
    },
  ],
  [
    "a 届出 shown",
    ({ counter, id }) => counter.ask("GET", `/v1/filings/${id}`),
    {
      action: "showFiling",
      subjects: ["subject"],
      object: "id",
      items: unmasked(filedItems),
      purpose: "filing",
      result: "done",
      codes: [],
    },
  ],
  [
    "a 届出 examined",
    ({ counter, id }) => counter.examine(id),
    {
      action: "actOnFiling",
      officer: "examiner-1",
      subjects: ["subject"],
      object: "id",
      items: filedItems,
      purpose: "filing",
      result: "done",
      codes: ["examine"],
    },
  ],
  [
    "a person shown",
    ({ counter }) => counter.ask("GET", `/v1/people/${person.atenaNumber}`, read),
    {
      action: "showPerson",
      subjects: ["subject"],
      object: null,
      items: insuredItems,
      purpose: "counter-inquiry",
      result: "done",
      codes: [],
    },
  ],
  [
    "a ledger shown",
    ({ counter }) => counter.ask("GET", `/v1/people/${person.atenaNumber}/ledger`, read),
    {
      action: "showLedger",
      subjects: ["subject"],
      object: null,
      items: insuredItems,
      purpose: "counter-inquiry",
      result: "done",
      codes: [],
    },
  ],
  [
    "a person found",
    search({ individualNumber: person.individualNumber, nameKana: person.nameKana }),
    {
      action: "searchPeople",
      subjects: ["subject"],
      object: null,
      items: personItems,
      purpose: "counter-inquiry",
      result: "done",
      codes: [],
      terms: [{ by: "individual-number" }, { by: "name-kana" }],
    },
  ],
  [
    "nobody found",
    search({ birthDate: "1900-01-01" }),
    {
      action: "searchPeople",
      subjects: [],
      object: null,
      items: personItems,
      purpose: "counter-inquiry",
      result: "done",
      codes: [],
      terms: [{ by: "birth-date" }],
    },
  ],
  [
    "the register listed",
    ({ counter }) => counter.ask("GET", "/v1/filings"),
    { action: "listFilings", subjects: [], object: null, items: [], purpose: "register", result: "done", codes: [] },
  ],
  [
    "runs listed",
    ({ counter }) => counter.ask("GET", "/v1/transmittals", { roles: ["manager"] }),
    { action: "listRuns", subjects: [], object: null, items: [], purpose: "transmittal", result: "done", codes: [] },
  ],
];

describe("the access trail", () => {
  it.each(calls)("of %s is one entry that says who, of whom, what, why and how it ended", async (_, call, told) => {
    const setting = await withFiling();
    await call(setting);
    const entries = setting.counter.trail().slice(1);
    expect(entries).toHaveLength(1);
    const named = {
      ...entries[0],
      subjects: entries[0].subjects.map((one: string) => (one === setting.subject ? "subject" : one)),
      object: entries[0].object === setting.id ? "id" : entries[0].object,
    };
    expect(named).toMatchObject({
      at: "2026-11-23T01:00:00.000Z",
      correlationId: "test-request",
      counter: "main-office",
      terminal: "t-01",
      ...told,
    });
  });

  it("of a 届出 accepted names its 受付番号 and all items it holds", async () => {
    const { counter, id } = await withFiling();
    expect(counter.trail()).toMatchObject([
      { action: "file:acquisition", object: id, items: filedItems, purpose: "filing", result: "done", codes: [] },
    ]);
  });

  it("of a result names each person it settled, besides the import itself", async () => {
    const { counter, id, subject } = await withFiling();
    await counter.examine(id);
    await counter.send();
    const before = counter.trail().length;
    await counter.importFile(
      resultsFile([{ basicPensionNumber: person.basicPensionNumber ?? "", filingId: id as never }]),
    );
    const entries = counter.trail().slice(before);
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({ action: "importResults", subjects: [], purpose: "results" });
    expect(entries[1]).toMatchObject({
      action: "importResults",
      subjects: [subject],
      object: id,
      purpose: "results",
      codes: ["approved"],
    });
    expect(entries[1].items).toContain("insured.acquisitionDate");
  });

  it("names one person by one pseudonym, which is none of the stores' own", async () => {
    const { counter, subject } = await withFiling();
    await counter.ledger(person.atenaNumber);
    expect(new Set(counter.trail().flatMap((entry) => entry.subjects))).toEqual(new Set([subject]));
    const stores = ["people", "filings", "keys", "transmittals", "idempotency"] as const;
    expect(JSON.stringify(stores.flatMap((table) => counter.database.dump(table)))).not.toContain(subject);
  });

  it("holds nothing of the person", async () => {
    const setting = await withFiling();
    for (const [, call] of calls) await call(setting);
    const text = JSON.stringify(setting.counter.trail());
    for (const value of Object.values(person)) if (value !== person.sex) expect(text).not.toContain(value);
  });

  it("no purpose, no look: asked without one, nothing is read or shown, and that it was asked is trailed", async () => {
    const { counter } = await withFiling();
    for (const purpose of [undefined, "curiosity", "__proto__"])
      for (const path of [`/v1/people/${person.atenaNumber}`, `/v1/people/${person.atenaNumber}/ledger`]) {
        const answer = await counter.ask("GET", path, purpose ? { purpose } : {});
        expect(answer).toMatchObject({ status: 400, body: { errors: [{ code: "purpose-missing" }] } });
      }
    const entry = { subjects: [], result: "refused", codes: ["invalid-content", "purpose-missing"] };
    expect(counter.trail().slice(1)).toMatchObject(Array(6).fill(entry));
  });
});

describe("before anything is shown", () => {
  const paths = [
    ["GET", "showFiling", (id: string) => `/v1/filings/${id}`],
    ["GET", "listFilings", () => "/v1/filings"],
    ["GET", "showPerson", () => `/v1/people/${person.atenaNumber}`],
    ["GET", "showLedger", () => `/v1/people/${person.atenaNumber}/ledger`],
    ["POST", "searchPeople", () => "/v1/people/search"],
  ] as const;

  /** An office whose writes go through `transact` once the 届出 is in. */
  const behind = async (transact: (inner: Database) => Database["transact"]) => {
    const inner = memoryDatabase();
    let write: Database["transact"] = inner.transact;
    const office = openOffice({ database: { ...inner, transact: (writes) => write(writes) } });
    const filed = await office.ask("POST", "/v1/filings/acquisition", { key: "before-0001", body });
    write = transact(inner);
    return { office, inner, id: filed.body.filingId as string };
  };
  const asked = { ...read, body: { birthDate: person.birthDate } };

  it.each(paths)("%s %s gives an opaque 500 and no data when the trail cannot be written", async (method, _, path) => {
    const { office, id } = await behind((inner) => async (writes) => {
      if (writes.some((write) => write.table === "audit")) throw new Error("ProvisionedThroughputExceeded");
      return inner.transact(writes);
    });
    const answer = await office.ask(method, path(id), asked);
    expect(answer.status).toBe(500);
    expect(JSON.stringify(office.log.lines)).toContain("ProvisionedThroughputExceeded");
    expect(Object.keys(answer.body).sort()).toEqual(["code", "correlationId", "detail", "status", "title", "type"]);
  });

  it.each(paths)("%s %s waits until the trail is written", async (method, _, path) => {
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let reached: () => void = () => {};
    const atTrail = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const { office, inner, id } = await behind((database) => async (writes) => {
      if (writes.some((write) => write.table === "audit")) {
        reached();
        await held;
      }
      return database.transact(writes);
    });
    const before = inner.dump("audit").length;
    let answered = false;
    const answer = office.ask(method, path(id), asked).finally(() => {
      answered = true;
    });
    await atTrail;
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toBe(false);
    release();
    expect((await answer).status).toBe(200);
    expect(inner.dump("audit")).toHaveLength(before + 1);
  });

  it("a 届出 whose trail cannot be written is not taken in at all", async () => {
    const inner = memoryDatabase();
    const office = openOffice({
      database: {
        ...inner,
        transact: async (writes) => {
          if (writes.some((write) => write.table === "audit")) throw new Error("no trail");
          return inner.transact(writes);
        },
      },
    });
    expect(await office.ask("POST", "/v1/filings/acquisition", { key: "before-0001", body })).toMatchObject({
      status: 500,
    });
    for (const table of ["people", "filings", "transmittals", "idempotency", "audit"] as const)
      expect(inner.dump(table)).toEqual([]);
  });
});
