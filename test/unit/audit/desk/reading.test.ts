import { describe, expect, it } from "vitest";
import type { Identify } from "../../../../shared/access/caller.ts";
import type { OfficerId } from "../../../../shared/domain/ids.ts";
import { keyring } from "../../../../shared/stores/keyring.ts";
import { openOffice } from "../../../support/office.ts";
import { acquisitionOf, applicants } from "../../../support/people.ts";
import { pseudonym } from "../../../support/trail-entries.ts";

const auditor = { as: "auditor-1", roles: ["auditor"] } as const;
const [person, other] = applicants(2);
if (!person || !other) throw new Error("the generated ward has too few people of working age");

const trailOf = (office: ReturnType<typeof openOffice>) =>
  office.database
    .query({ table: "audit", pk: "HOUR#2026-11-23T01" })
    .then((items) => items.map(({ entry }) => JSON.parse(String(entry))));

const days = { from: "2026-11-01", to: "2026-11-10" };

describe("監査人が読むこと", () => {
  it.each<[string, "GET" | "POST", string, object, object]>([
    [
      "職員と対象者で探す",
      "GET",
      "/v1/audit/entries",
      { query: { officer: "clerk-1", subject: pseudonym("one"), term: pseudonym("two"), kind: "read" } },
      {
        object: "clerk-1",
        subjects: [pseudonym("one")],
        terms: [{ by: "asked", value: pseudonym("two") }],
        codes: ["by-officer", "by-subject", "by-term", "by-kind"],
      },
    ],
    ["件数を見る", "GET", "/v1/audit/activity", { query: days }, { codes: [] }],
    ["ダイジェストを見る", "GET", "/v1/audit/digests", { query: days }, {}],
    ["ダイジェストを検証する", "POST", "/v1/audit/digests/verification", { body: days }, { codes: ["chain-broken"] }],
    ["報告の一覧を見る", "GET", "/v1/audit/reports", {}, {}],
    ["仮名を求める", "POST", "/v1/audit/subjects", { body: { atenaNumber: person.atenaNumber } }, { kind: "search" }],
    ["検索語を求める", "POST", "/v1/audit/terms", { body: { birthDate: "1980-01-01" } }, { kind: "search" }],
  ])("は、「%s」も1件の記録を残す", async (_, method, path, asked, told) => {
    const office = openOffice();
    expect((await office.ask(method, path, { ...auditor, ...asked })).status).toBe(200);
    expect(await trailOf(office)).toEqual([
      expect.objectContaining({ officer: "auditor-1", purpose: "audit", result: "done", kind: "read", ...told }),
    ]);
  });

  it("は、番号も氏名も、URLにも記録にも答えにも出さない", async () => {
    const office = openOffice();
    await office.ask("POST", "/v1/filings/acquisition", { key: "reading-1", body: acquisitionOf(person) });
    await office.ask("POST", "/v1/people/search", { purpose: "filing", body: { nameKana: person.nameKana } });
    const answers = await Promise.all([
      office.ask("GET", "/v1/audit/entries", auditor),
      office.ask("GET", "/v1/audit/activity", auditor),
      office.ask("POST", "/v1/audit/subjects", { ...auditor, body: { atenaNumber: person.atenaNumber } }),
      office.ask("POST", "/v1/audit/terms", { ...auditor, body: { nameKana: person.nameKana } }),
    ]);
    const text = JSON.stringify([answers, await trailOf(office)]);
    for (const secret of [person.atenaNumber, person.individualNumber, person.basicPensionNumber, person.nameKana])
      expect(text).not.toContain(secret);
  });

  it.each<[string, string, Record<string, string>, string]>([
    ["/v1/audit/entries", "始めの日が終わりの日より後", { from: "2026-11-10", to: "2026-11-01" }, "/from"],
    ["/v1/audit/entries", "だれとも言わない32日", { from: "2026-10-01", to: "2026-11-01" }, "/from"],
    ["/v1/audit/entries", "101件", { limit: "101" }, "/limit"],
    ["/v1/audit/entries", "仮名でない対象者", { subject: "123456789012345" }, "/subject"],
    ["/v1/audit/entries", "暦にない日", { from: "2026-02-30" }, "/from"],
    ["/v1/audit/entries", "続きの位置でないもの", { after: "yesterday" }, "/after"],
    ["/v1/audit/activity", "93日", { from: "2026-08-01", to: "2026-11-01" }, "/from"],
    ["/v1/audit/digests", "32日", { from: "2026-10-01", to: "2026-11-01" }, "/from"],
  ])("%s は%sを、箇所を指して日本語で断る", async (path, _, query, pointer) => {
    const { status, body } = await openOffice().ask("GET", path, { ...auditor, query });
    expect(status).toBe(400);
    expect(body.errors[0]).toMatchObject({ pointer, detail: expect.stringMatching(/[ぁ-ん一-龠]/u) });
  });

  it("は、書き換えられた行があっても、ほかの記録を見られる", async () => {
    const office = openOffice();
    for (const nth of [1, 2, 3]) await office.ask("GET", "/v1/filings", { as: `clerk-${nth}` });
    const [row] = await office.database.query({ table: "audit", pk: "HOUR#2026-11-23T01" });
    if (!row) throw new Error("no entry was made");
    await office.database.transact([{ kind: "put", table: "audit", item: { ...row, entry: "{}" } }]);
    const { status, body } = await office.ask("GET", "/v1/audit/entries", {
      ...auditor,
      query: { action: "listFilings" },
    });
    expect([status, body.entries.length]).toEqual([200, 2]);
  });

  it("は、職員か対象者を決めれば何年でも遡れる", async () => {
    const query = { officer: "clerk-1", from: "2020-01-01", to: "2026-11-23" };
    const { status, body } = await openOffice().ask("GET", "/v1/audit/entries", { ...auditor, query });
    expect([status, body.entries]).toEqual([200, []]);
  });

  it.each(["no-entry", "2026-11-23T01:00:00.000Z_0123456789ABCDEF"])("記録 %s はない", async (id) => {
    expect((await openOffice().ask("GET", `/v1/audit/entries/${id}`, auditor)).status).toBe(404);
  });

  it.each(["2026-10", "soon"])("報告 %s はない", async (month) => {
    expect((await openOffice().ask("GET", `/v1/audit/reports/${month}`, auditor)).status).toBe(404);
  });
});

describe("月次報告を読めるのは", () => {
  it.each([
    ["監査人", ["auditor"], "audit", 200],
    ["年金担当の所属長", ["head"], "pension", 200],
    ["地区サービス事務所の所属長", ["head"], "district-office", 403],
    ["情報政策課の所属長", ["head"], "information-policy", 403],
    ["管理責任者", ["manager"], "pension", 403],
  ] as const)("%s: %s %s %i", async (_, roles, department, status) => {
    expect((await openOffice().ask("GET", "/v1/audit/reports", { roles, department })).status).toBe(status);
  });
});

describe("同じ姓の人の閲覧", () => {
  const surnameOf = (kana: string) => kana.split("\u3000")[0] ?? "";
  /** An office whose caller registered the surname of a person. */
  const officeOf = async (kana: string | null) => {
    const plain = openOffice();
    const index = await keyring(plain.database, plain.master, () => plain.time.now).index();
    const identify: Identify = async () => ({
      officer: "clerk-1" as OfficerId,
      roles: ["clerk"],
      department: "pension",
      counter: "main-office",
      terminal: "t-01",
      session: "session-1",
      system: null,
      ...(kana === null ? {} : { surname: index.auditSurname(kana) }),
    });
    return openOffice({ database: plain.database, master: plain.master, identify });
  };

  it.each([
    ["登録した姓と同じ", surnameOf(person.nameKana), ["namesake"]],
    ["登録した姓と違う", `${surnameOf(person.nameKana)}ダ`, []],
    ["姓を登録していない", null, []],
  ])("は、%sとき、届出・人の閲覧と検索の記録に符号 %s", async (_, kana, codes) => {
    const office = await officeOf(kana);
    const filed = await office.ask("POST", "/v1/filings/acquisition", {
      key: "namesake-1",
      body: acquisitionOf(person),
    });
    await office.ask("GET", `/v1/filings/${filed.body.filingId}`);
    await office.ask("GET", `/v1/people/${person.atenaNumber}`, { purpose: "filing" });
    await office.ask("POST", "/v1/people/search", { purpose: "filing", body: { nameKana: person.nameKana } });
    const entries = (await trailOf(office)).filter(({ kind }) => kind !== "change");
    expect(entries.map((entry) => entry.codes)).toEqual([codes, codes, codes]);
  });
});

describe("仮名から宛名番号へ", () => {
  it("は、初めて記録した人から順に引け、何を調べたかが残る", async () => {
    const office = openOffice();
    await office.ask("POST", "/v1/filings/acquisition", { key: "resolve-1", body: acquisitionOf(person) });
    await office.ask("POST", "/v1/filings/acquisition", { key: "resolve-2", body: acquisitionOf(other) });
    const [first, second] = (await trailOf(office)).map(({ subjects }) => subjects[0]);
    const manager = { as: "manager-1", roles: ["manager"] } as const;
    const body = { subjects: [second, pseudonym("nobody"), first, second] };
    const answer = await office.ask("POST", "/v1/audit/subjects/resolution", { ...manager, body });
    const numbers = new Map(
      answer.body.people.map((one: { subject: string; atenaNumber: string }) => [one.subject, one.atenaNumber]),
    );
    expect(new Set(numbers.values())).toEqual(new Set([person.atenaNumber, other.atenaNumber, null]));
    expect(answer.body.people).toHaveLength(3);
    const left = (await trailOf(office)).find(({ action }) => action === "resolveSubjects");
    expect(left).toMatchObject({ officer: "manager-1", purpose: "audit", items: ["addressee.addressee"] });
    expect(left.subjects).toHaveLength(3);
    const found = await office.ask("POST", "/v1/audit/subjects", {
      ...auditor,
      body: { atenaNumber: other.atenaNumber },
    });
    expect(numbers.get(found.body.subject)).toBe(other.atenaNumber);
  });

  it("は、一度に50人まで", async () => {
    const subjects = Array.from({ length: 51 }, (_, at) => pseudonym(`${at}`));
    const asked = { as: "manager-1", roles: ["manager"], body: { subjects } } as const;
    const { status, body } = await openOffice().ask("POST", "/v1/audit/subjects/resolution", asked);
    expect([status, body.errors[0].pointer]).toEqual([400, "/subjects"]);
  });
});
