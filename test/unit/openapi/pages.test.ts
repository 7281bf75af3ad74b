import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dutiesFor } from "../../../shared/access/may.ts";
import { benefitKinds } from "../../../shared/contracts/benefit-assessments.ts";
import type { Operation } from "../../../shared/contracts/operation.ts";
import { type OperationId, operations } from "../../../shared/contracts/operations.ts";
import { problems } from "../../../shared/contracts/problems.ts";
import { purposes } from "../../../shared/contracts/requests.ts";
import { type Filer, filers } from "../../../shared/domain/filing.ts";
import { filingStatuses, transitions } from "../../../shared/domain/filing-status.ts";
import { roles } from "../../../shared/domain/roles.ts";
import { flows } from "../../../shared/flows/catalogue.ts";
import { anyone } from "../../../shared/flows/filers.ts";
import { plainDate, plainMonth } from "../../../shared/law/calendar.ts";
import { contributionsFulfilled, mayClaimOldAge } from "../../../shared/law/claim-limits.ts";
import { oldAgeClaimOffice } from "../../../shared/law/claim-office.ts";
import { mayContinue } from "../../../shared/law/continuation.ts";
import { mayClaimWidowPension } from "../../../shared/law/death-benefits.ts";
import { suspensionFor } from "../../../shared/law/disability-income-limit.ts";
import { statutoryRoute } from "../../../shared/law/statutory-exemption.ts";
import { openOffice } from "../../support/office.ts";

/** Reasons of the law that a claim passes on. */
const toldByLawOfClaims = [
  ...oldAgeClaimOffice({ employees: 1, category3: 0 }).reasons,
  ...mayClaimOldAge(plainDate("1990-01-01"), plainDate("2026-01-01"), 0).reasons,
  ...mayClaimWidowPension({ husbandMonths: 0, marriageMonths: 0, husbandReceived: true, wifeAge: 65 }).reasons,
  ...[0, 70, 120].flatMap((fulfilledMonths) =>
    [true, false].flatMap(
      (lastYearUnpaid) =>
        contributionsFulfilled({ insuredMonths: 120, fulfilledMonths, lastYearUnpaid }, plainDate("2026-01-01"))
          .reasons,
    ),
  ),
  ...[0, 4_000_000, 9_000_000].map(
    (income) => suspensionFor(plainMonth("2026-10"), income, { general: 0, elderly: 0, specific: 0 }).reason,
  ),
].map(({ code }) => code);

const root = new URL("../../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");

const codesIn = (pattern: string) =>
  globSync(pattern, { cwd: root }).flatMap((path) =>
    [...read(path).matchAll(/\bcode: "([a-z0-9-]+)"/g)].map(([, code]) => code ?? ""),
  );

/** The codes by which the law says no; those by which it says yes are no reason against a 届出. */
const refusalsIn = (pattern: string) =>
  globSync(pattern, { cwd: root }).flatMap((path) =>
    [...read(path).matchAll(/(?:&& |=> \()\{\s*code: "([a-z-]+)"/g)].map(([, code]) => code ?? ""),
  );

/** Refusals that the law keeps in tables of its own, each asked for. */
const refusedByLaw = [
  statutoryRoute({ kind: "disability-pension", grade: 3 }),
  statutoryRoute({ kind: "public-assistance", livelihood: false, foreigner: false }),
  statutoryRoute({ kind: "public-assistance", livelihood: true, foreigner: true }),
]
  .map(({ reason }) => reason)
  .concat(
    mayContinue({ kind: "full", by: "hardship" }).reasons,
    mayContinue({ kind: "half", by: "income" }).reasons,
    mayContinue({ kind: "student-deferment", by: "income" }).reasons,
  )
  .map(({ code }) => code);

describe("docs/api.md", () => {
  const page = read("docs/api.md");

  it("draws the table of statuses, line by line", () => {
    const node = (status: string) => status.replaceAll("-", "_");
    const drawn = [...page.matchAll(/^ {2}(\w+) --> (\w+): (.+)$/gm)].map(([line]) => line.trim());
    const table = Object.values(transitions).flatMap(({ title, from, to }) =>
      from.flatMap((start) => to.map((end) => `${node(start)} --> ${node(end)}: ${title}`)),
    );
    expect(drawn.sort()).toEqual(table.sort());
    for (const [status, title] of Object.entries(filingStatuses))
      expect(page).toContain(`  ${node(status)}: ${title}\n`);
  });

  it("lists every problem in its own words, and no other", () => {
    const rows = Object.entries(problems).map(
      ([code, { status, title, detail }]) => `| \`${code}\` | ${status} | ${title} | ${detail} |`,
    );
    expect(page.match(/^\| `[a-z-]+` \| \d+ \| .* \| .* \|$/gm)).toEqual(rows);
  });

  it("shows a 届出 that is accepted as it stands, and an error in the words that are given", async () => {
    const [, sent = ""] = /-d '(\{ *\n[\s\S]*?\})'/.exec(page) ?? [];
    const office = openOffice();
    const taken = await office.ask("POST", "/v1/filings/acquisition", { key: "api-page-1", body: sent });
    expect(taken).toMatchObject({ status: 201, body: { status: "accepted" } });

    const [, shown = ""] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    const wrong = { ...JSON.parse(sent), person: { ...JSON.parse(sent).person, individualNumber: "123456789012" } };
    const refused = await office.ask("POST", "/v1/filings/acquisition", { key: "api-page-2", body: wrong });
    expect({ ...JSON.parse(shown), correlationId: "test-request" }).toEqual(refused.body);
  });

  it("shows an assessment that comes out as the law says", async () => {
    const [, sent = ""] = /assessments\/exemption"[^\n]*-d '(\{[\s\S]*?\})'\n```/.exec(page) ?? [];
    const answer = await openOffice().ask("POST", "/v1/assessments/exemption", { body: sent });
    // 控除前90万は全額・猶予の67万を超え、控除後75万は4分の3の88万以下。
    expect(answer).toMatchObject({ status: 200, body: { forms: [{ spans: [{ outcome: "three-quarters" }] }] } });
  });

  it("shows an estimate of a 給付 that comes out as the page says", async () => {
    const [, sent = ""] = /assessments\/old-age-pension"[^\n]*-d '(\{[\s\S]*?\})'\n```/.exec(page) ?? [];
    const answer = await openOffice().ask("POST", "/v1/assessments/old-age-pension", { body: sent });
    expect(answer).toMatchObject({ status: 200, body: { annualYen: 535_387, against: [] } });
    expect(page).toContain("535,387円");
    for (const kind of Object.keys(benefitKinds)) expect(page).toContain(`| \`${kind}\` |`);
  });

  it("lists the problems that only the gateway gives", () => {
    const own = [...read("infra/constructs/gateway-problems.ts").matchAll(/gatewayOnly\(\s*"([a-z-]+)", (\d+)/g)];
    expect(own.length).toBeGreaterThan(0);
    for (const [, code, status] of own) expect(page).toContain(`| \`${code}\` | ${status}`);
  });

  it("lists every operation with its roles, and every purpose and role", () => {
    const rows = (Object.entries(operations) as [OperationId, Operation][]).map(
      ([id, each]) => `| \`${each.method} ${each.path}\` | ${each.title} | ${dutiesFor(id).join(" ")} |`,
    );
    expect(page.match(/^\| `(GET|POST) .*$/gm)).toEqual(rows);
    for (const code of [...Object.keys(purposes), ...Object.keys(roles)]) expect(page).toContain(`\`${code}\``);
  });
});

/** The rows by which a page has to tell of the flows whose form is `wanted`. */
const rowsOfFlows = (wanted: (form: string) => boolean): string[] =>
  Object.entries(flows)
    .filter(([, { form }]) => wanted(form))
    .map(([id, { form, title, basis, deadlineDays, report, filers: may }]) => {
      const who = anyone.every((filer) => (may as readonly Filer[]).includes(filer))
        ? "すべて"
        : may.map((filer) => filers[filer]).join("、");
      return `| \`${id}\` | ${form} | ${title} | ${basis.join("、")} | ${who} | ${deadlineDays === null ? "なし" : `${deadlineDays}日`} | ${report ?? "なし"} |`;
    });

const flowRowsOf = (page: string) => page.match(/^\| `[a-z0-9-]+` \| [ABC]\d\d(?:-\d)? .*$/gm);

/** The codes that the tables of a page explain. */
const explainedIn = (page: string): string[] =>
  [...page.matchAll(/^\| `([a-z0-9-]+)` \| (?![ABC]\d\d)[^|]*\|(?: [^|]*\|)?$/gm)].map(([, code]) => code ?? "");

describe("docs/flows.md", () => {
  const page = read("docs/flows.md");

  it("has each 手続 of qualification and of 免除 as the code says it, and no other", () => {
    expect(flowRowsOf(page)).toEqual(rowsOfFlows((form) => !form.startsWith("C")));
  });

  it("says whom 「すべて」 means", () => {
    for (const [code, title] of Object.entries(filers)) expect(page).toContain(`${title}(\`${code}\`)`);
  });

  it("explains every reason code that a decision can give, and no code that none gives", () => {
    const given = new Set([
      ...codesIn("shared/flows/*.ts"),
      ...codesIn("functions/filings/**/*.ts"),
      ...refusedByLaw,
      ...refusalsIn(
        "shared/law/{voluntary-enrolment,additional-premium,procedures,maternity-exemption,childcare-exemption}.ts",
      ),
    ]);
    expect(explainedIn(page).toSorted()).toEqual([...given].toSorted());
  });
});

describe("docs/claims.md", () => {
  const page = read("docs/claims.md");

  it("has each 手続 of 給付 as the code says it, and no other", () => {
    expect(flowRowsOf(page)).toEqual(rowsOfFlows((form) => form.startsWith("C")));
  });

  it("explains every reason code that a claim can give, and no code that none gives", () => {
    const own = globSync("shared/flows/claims/*.ts", { cwd: root }).flatMap((path) =>
      [...read(path).matchAll(/(?:\b(?:refuse|incomplete|notice)\(|\bcode:)\s*"([a-z0-9-]+)"/g)].map(
        ([, code]) => code,
      ),
    );
    const given = new Set([...own, ...toldByLawOfClaims]);
    expect(explainedIn(page).toSorted()).toEqual([...given].toSorted());
  });
});

describe.each([
  "README.md",
  ...globSync("docs/{api,claims,flows,glossary,operations}.md", { cwd: root }),
  ...globSync("docs/adr/*.md", { cwd: root }),
])("%s", (path) => {
  it("names no file of the project that is not there", () => {
    const named = [...read(path).matchAll(/`((?:infra|functions|shared|test|tools)\/[\w./-]+)`/g)].map(
      ([, file]) => file ?? "",
    );
    expect(named.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
  });
});
