import { describe, expect, it } from "vitest";
import { ledgerWrites } from "../../../functions/linkage/results/ledger-writes.ts";
import type { ResultRecord } from "../../../shared/documents/result-record.ts";
import type { AtenaNumber, FilingId, ImportId, OfficerId } from "../../../shared/domain/ids.ts";
import { ledgerEvent } from "../../../shared/domain/ledger-events.ts";
import type { ReliefSpan } from "../../../shared/domain/relief-spans.ts";
import { type Instant, plainDate } from "../../../shared/law/calendar.ts";
import type { Filing } from "../../../shared/stores/filings.ts";
import { loadedPerson, personRows, recordWrites } from "../../../shared/stores/people.ts";
import { openOffice } from "../../support/office.ts";
import { became1, personOf, putOnFile, storesOf } from "../batches/on-file.ts";

const occasion = { at: "2026-11-23T01:00:00.000Z" as Instant, by: "examiner-1" as OfficerId };
const importId = "f".repeat(64) as ImportId;
const first = "20261110-AAAAAA" as FilingId;
const second = "20261112-BBBBBB" as FilingId;

type Line = Partial<Omit<ResultRecord, "grants">> & {
  readonly grants?: readonly (readonly [string, string, string | null])[];
};

/** A person and, one after another, the entries of their 届出 and the results of 日本年金機構. */
const ledgerOf = async () => {
  const office = openOffice();
  const atenaNumber: AtenaNumber = await putOnFile(office, 1, "1990-05-05", [became1("2010-05-04")]);
  const { database, ring } = storesOf(office);
  const load = async () => {
    const index = await ring.index();
    const personId = index.person(atenaNumber);
    return { index, loaded: await loadedPerson(personId, await database.getAll(personRows(personId)), ring) };
  };
  const filed = async (filingId: FilingId, ...events: object[]) => {
    const { index, loaded } = await load();
    const { writes } = recordWrites(
      loaded,
      index,
      occasion,
      { kind: "filing", filingId },
      events.map((one) => ledgerEvent.parse(one)),
    );
    expect((await database.transact(writes)).ok).toBe(true);
  };
  const result = async (filingId: FilingId, { grants, ...line }: Line) => {
    const { index, loaded } = await load();
    const record: ResultRecord = {
      line: 2,
      basicPensionNumber: loaded.person.facts?.basicPensionNumber ?? "",
      form: "B05",
      result: "approved",
      processedOn: plainDate("2026-12-04"),
      ...line,
      ...(grants ? { grants: grants.map(([kind, from, until]) => ({ kind, from, until }) as ReliefSpan) } : {}),
    };
    const filing = { filingId } as Filing;
    const writes = ledgerWrites({ importId, record, filing, loaded, index, occasion });
    if (typeof writes === "string") return writes;
    expect((await database.transact(writes)).ok).toBe(true);
    const { loaded: after } = await load();
    return after.entries.at(-1)?.events.map(({ kind }) => kind);
  };
  return { filed, result, reliefs: async () => (await personOf(office, atenaNumber)).reliefs, load };
};

const applied = { kind: "exemption-applied", on: "2026-11-10", from: "2026-07", until: "2027-06", wish: ["full"] };
const wished = { kind: "continuation-wished", on: "2026-11-10", wished: true };
const exempted = (type: string, from: string, until: string | null, reason = "income"): object => ({
  kind: "exempted",
  type,
  from,
  until,
  reason,
});
const maternity = (on: string, from: string, until: string, was?: string) => ({
  kind: "maternity-exempted",
  on,
  type: "single",
  from,
  until,
  ...(was ? { was } : {}),
});

describe("日本年金機構 grants what was applied for", () => {
  it("as the ward estimated: its months become 確定 and nothing is recorded anew", async () => {
    const { filed, result, reliefs } = await ledgerOf();
    await filed(
      first,
      applied,
      exempted("full", "2026-07", "2026-12", "unemployment"),
      exempted("full", "2027-01", "2027-06"),
    );
    expect(await result(first, { grants: [["full", "2026-07", "2027-06"]] })).toEqual(["confirmed"]);
    expect((await reliefs()).exemptions).toMatchObject([
      { from: "2026-07", reason: "unemployment", standing: "confirmed" },
      { from: "2027-01", reason: "income", standing: "confirmed" },
    ]);
  });

  it.each(["approved", "amended"] as const)(
    "otherwise (%s): its months stand, 確定, and the application stays",
    async (outcome) => {
      const { filed, result, reliefs, load } = await ledgerOf();
      await filed(first, applied, exempted("full", "2026-07", "2027-06"), wished);
      const grants = [
        ["full", "2026-07", "2026-12"],
        ["half", "2027-01", "2027-06"],
      ] as const;
      expect(await result(first, { result: outcome, grants })).toEqual([
        "voided",
        "exemption-applied",
        "continuation-wished",
        "exempted",
        "exempted",
      ]);
      const { exemptions, continuation } = await reliefs();
      expect(exemptions).toMatchObject([
        { type: "full", from: "2026-07", until: "2026-12", reason: "income", standing: "confirmed" },
        { type: "half", from: "2027-01", until: "2027-06", reason: "income", standing: "confirmed" },
      ]);
      expect(continuation).toBe(true);
      const { loaded } = await load();
      expect(loaded.person.entriesByFiling[first]).toHaveLength(1);
      expect(loaded.entries.at(-1)?.events[0]).toMatchObject({ why: outcome === "approved" ? "decided" : "amended" });
    },
  );

  it("though the ward had estimated nothing", async () => {
    const { filed, result, reliefs } = await ledgerOf();
    await filed(first, applied);
    await result(first, { grants: [["deferment", "2026-07", "2027-06"]] });
    expect((await reliefs()).exemptions).toMatchObject([
      { type: "deferment", reason: "income", standing: "confirmed" },
    ]);
  });

  it("keeps the ward's reason where the kind is the same, and takes none over to another kind", async () => {
    const { filed, result, reliefs } = await ledgerOf();
    await filed(
      first,
      applied,
      exempted("full", "2026-07", "2026-12", "disaster"),
      exempted("full", "2027-01", "2027-06", "unemployment"),
    );
    await result(first, {
      grants: [
        ["quarter", "2026-07", "2026-12"],
        ["full", "2027-02", "2027-06"],
      ],
    });
    expect((await reliefs()).exemptions).toMatchObject([
      { type: "quarter", reason: "income" },
      { type: "full", reason: "unemployment" },
    ]);
  });

  it("not at all: no month counts, and the application stays in the history", async () => {
    const { filed, result, reliefs, load } = await ledgerOf();
    await filed(first, applied, exempted("full", "2026-07", "2027-06"), wished);
    await result(first, { result: "rejected" });
    expect(await reliefs()).toMatchObject({ exemptions: [], continuation: null });
    const { loaded } = await load();
    expect(loaded.entries.flatMap(({ events }) => events.map(({ kind }) => kind))).toContain("exemption-applied");
  });

  it("without saying what: the ward's months become 確定, as with any 承認", async () => {
    const { filed, result, reliefs } = await ledgerOf();
    await filed(first, applied, exempted("full", "2026-07", "2027-06"));
    expect(await result(first, {})).toEqual(["confirmed"]);
    expect((await reliefs()).exemptions).toMatchObject([{ standing: "confirmed" }]);
  });
});

describe("what was recorded since the filing", () => {
  it("still ends the months that its result puts in place of the ward's", async () => {
    const { filed, result, reliefs } = await ledgerOf();
    await filed(first, exempted("statutory", "2026-06", null, "livelihood-aid"));
    await filed(second, {
      kind: "exemption-ended",
      type: "statutory",
      lastMonth: "2026-10",
      cause: "livelihood-aid-ended",
    });
    await result(first, { form: "B01", grants: [["statutory", "2026-07", null]] });
    expect((await reliefs()).exemptions).toMatchObject([
      { type: "statutory", from: "2026-07", until: "2026-10", reason: "livelihood-aid", standing: "confirmed" },
    ]);
  });

  it("still takes the place of 産前産後 that a result corrects", async () => {
    const { filed, result, reliefs } = await ledgerOf();
    await filed(first, maternity("2026-12-20", "2026-11", "2027-02"));
    await filed(second, maternity("2027-01-03", "2026-12", "2027-03", "2026-12-20"));
    await result(first, { form: "B14", grants: [["maternity", "2026-11", "2027-01"]] });
    expect((await reliefs()).maternity).toMatchObject([{ on: "2027-01-03", from: "2026-12", standing: "provisional" }]);
  });
});

describe("訂正 by another day", () => {
  it("of 産前産後 moves the day and the months that the law counts from it", async () => {
    const { filed, result, reliefs } = await ledgerOf();
    await filed(first, maternity("2026-12-20", "2026-11", "2027-02"));
    await result(first, { form: "B14", result: "amended", amendedOn: plainDate("2027-01-02") });
    expect((await reliefs()).maternity).toEqual([
      { on: "2027-01-02", type: "single", from: "2026-12", until: "2027-03", standing: "confirmed" },
    ]);
  });

  it("and months of 産前産後: both stand", async () => {
    const { filed, result, reliefs } = await ledgerOf();
    await filed(first, maternity("2026-12-20", "2026-11", "2027-02"));
    await result(first, {
      form: "B14",
      result: "amended",
      amendedOn: plainDate("2026-12-21"),
      grants: [["maternity", "2026-11", "2027-02"]],
    });
    expect((await reliefs()).maternity).toMatchObject([{ on: "2026-12-21", from: "2026-11", standing: "confirmed" }]);
  });

  it("of 産前産後 before there was any is not taken", async () => {
    const { filed, result, reliefs } = await ledgerOf();
    await filed(first, maternity("2026-12-20", "2026-11", "2027-02"));
    const before = await reliefs();
    expect(await result(first, { form: "B14", result: "amended", amendedOn: plainDate("2018-12-20") })).toBe(
      "unfit-amendment",
    );
    expect(await reliefs()).toEqual(before);
  });

  it.each([
    [
      "消滅",
      "B02",
      { kind: "exemption-ended", type: "statutory", lastMonth: "2026-10", cause: "left-facility" },
      { exemptions: [{ until: "2026-09" }] },
    ],
    [
      "納付申出",
      "B03",
      { kind: "payment-chosen", on: "2026-11-10", from: "2026-12", until: "2027-03" },
      { paymentChoices: [{ from: "2026-09", until: "2027-03" }] },
    ],
    ["継続審査の取下げ", "B10-2", { ...wished, wished: false }, { continuation: false }],
  ])("of %s moves its month, and what it says stays", async (_, form, event, expected) => {
    const { filed, result, reliefs } = await ledgerOf();
    await filed(first, exempted("statutory", "2026-06", null, "facility"));
    await filed(second, event);
    await result(second, { form, result: "amended", amendedOn: plainDate("2026-09-30") });
    expect(await reliefs()).toMatchObject(expected);
  });

  it("of 取消し moves its month, and not the day on which 継続審査 was given up with it", async () => {
    const { filed, result, reliefs, load } = await ledgerOf();
    await filed(first, exempted("full", "2026-07", "2027-06"));
    const cancelled = { kind: "exemption-ended", type: "full", lastMonth: "2026-11", cause: "cancelled" };
    await filed(second, cancelled, { ...wished, wished: false });
    await result(second, { form: "B11", result: "amended", amendedOn: plainDate("2026-12-31") });
    expect((await reliefs()).exemptions).toMatchObject([{ until: "2026-12" }]);
    const { loaded } = await load();
    expect(loaded.entries.at(-1)?.events.at(-1)).toMatchObject({ wished: false, on: "2026-11-10" });
  });

  it("of 納付申出 beyond its end is not taken", async () => {
    const { filed, result } = await ledgerOf();
    await filed(first, { kind: "payment-chosen", on: "2026-11-10", from: "2026-12", until: "2027-03" });
    const amendedOn = plainDate("2027-04-01");
    expect(await result(first, { form: "B03", result: "amended", amendedOn })).toBe("unfit-amendment");
  });
});

describe("育児期間免除 of another child or other months", () => {
  const childcare = (childBornOn: string, from: string, until: string) => ({
    kind: "childcare-exempted",
    childBornOn,
    parent: "father",
    from,
    until,
  });

  it("stands as 日本年金機構 says, by the same parent", async () => {
    const { filed, result, reliefs } = await ledgerOf();
    await filed(first, childcare("2026-10-05", "2026-10", "2027-09"));
    await result(first, {
      form: "B16",
      result: "amended",
      childBornOn: plainDate("2026-11-05"),
      grants: [["childcare", "2026-11", "2027-10"]],
    });
    expect((await reliefs()).childcare).toMatchObject([
      { childBornOn: "2026-11-05", parent: "father", from: "2026-11", until: "2027-10", standing: "confirmed" },
    ]);
  });

  it("becomes 確定 where it is the same", async () => {
    const { filed, result } = await ledgerOf();
    await filed(first, childcare("2026-10-05", "2026-10", "2027-09"));
    const same = {
      form: "B16",
      childBornOn: plainDate("2026-10-05"),
      grants: [["childcare", "2026-10", "2027-09"]],
    } as const;
    expect(await result(first, same)).toEqual(["confirmed"]);
  });
});
