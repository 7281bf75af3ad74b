import { describe, expect, it } from "vitest";
import { medicalNames, pensionFacts, specialDisabilityFacts } from "../../../shared/domain/recipient-facts.ts";
import { filingOf } from "../../support/every-flow.ts";
import { applicants } from "../../support/people.ts";
import { recordFor, rightRecorded } from "../../support/rights-on-file.ts";
import { became1, putOnFile } from "../batches/on-file.ts";
import { filedBenefits } from "../documents/filed-benefits.ts";
import { openCounter } from "../support/counter.ts";

/** Values that nothing else in the office has; of yes and no, grades and codes only the name can be looked for. */
const disease = "鑿蓑沢症";
const long = {
  certificateOn: "2091-01-03",
  firstVisitOn: "1941-02-04",
  certifiedOn: "1942-03-05",
  diseaseOn: "1943-04-06",
  nextCertificateMonth: "2092-05",
} as const;
const short = { determinedIn: 2093, diseaseCode: "7391", gradeItem: "97" } as const;
const codes = {
  certificateNeeded: true,
  certificateForm: "120-6-2",
  grade: 2,
  determination: "term",
  claimType: "worsened-later",
} as const;
const medical: Readonly<Record<string, unknown>> = { diseaseName: disease, ...long, ...short, ...codes };

const marked = (names: object) => Object.fromEntries(Object.entries(medical).filter(([name]) => name in names));

const [claimant, special] = applicants(2, 5);
if (!claimant || !special) throw new Error("the generated ward is too small");

/** Everything that puts 要配慮 into stores: taken over, recorded, claimed, corrected, refused, looked at, listed. */
const lived = async () => {
  const counter = openCounter();
  const atenaNumber = await putOnFile(counter, 3, "1980-05-05", [
    became1("2000-05-04"),
    rightRecorded("awarded", "2024-06-01", "disability", marked(pensionFacts.shape)),
  ]);
  await recordFor(counter, atenaNumber, { kind: "takeover" }, [
    rightRecorded("awarded", "2024-06-01", "special-disability", marked(specialDisabilityFacts.shape)),
  ]);
  const withMark = (form: "C02" | "C12", person: object) => {
    const { birthDate, details, ...filed } = filedBenefits[form] ?? {};
    const body = { ...(filed as Parameters<typeof filingOf>[1]), details: { ...details, diseaseName: disease } };
    return filingOf({ ...person, birthDate }, body);
  };
  const claim = withMark("C02", claimant);
  const filed = await counter.file("disability-pension-claim", claim);
  await counter.file("disability-pension-claim", claim);
  await counter.act(filed.body.filingId, { action: "return-for-correction", note: "診断書の確認" });
  await counter.act(filed.body.filingId, { action: "correct", filing: claim });
  await counter.examine(filed.body.filingId);
  const other = await counter.file("special-disability-claim", withMark("C12", special));
  expect([filed.status, other.status]).toEqual([201, 201]);
  const examiner = { as: "examiner-1", roles: ["examiner"], purpose: "medical" } as const;
  const seen = [
    await counter.ask("GET", `/v1/people/${atenaNumber}/benefits`, examiner),
    await counter.ask("GET", `/v1/people/${atenaNumber}/ledger`, examiner),
    await counter.ask("GET", `/v1/filings/${filed.body.filingId}`, examiner),
    await counter.ask("GET", "/v1/lists/certificates-due", {
      ...examiner,
      query: { from: "2092-01-01", to: "2092-06-30" },
    }),
  ];
  expect(seen.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  return { rows: Object.values(counter.database.dump()).flat(), shown: JSON.stringify(seen.map(({ body }) => body)) };
};

const namesIn = (value: unknown): string[] => {
  if (value instanceof Uint8Array || typeof value !== "object" || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(namesIn)];
};
/** JSON that stands in a text, such as the entry of the trail, is looked into like the row itself. */
const opened = (value: unknown): unknown => {
  if (typeof value === "string" && /^[[{]/.test(value)) return JSON.parse(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("latin1");
  if (typeof value !== "object" || value === null) return value;
  const inner = Object.entries(value).map(([name, each]) => [name, opened(each)] as const);
  return Array.isArray(value) ? inner.map(([, each]) => each) : Object.fromEntries(inner);
};

describe("要配慮 of a recipient at rest", () => {
  it("has a mark here for every name", () => {
    expect(Object.keys(medical).toSorted()).toEqual([...medicalNames].toSorted());
  });

  it("stands in no row of any table but sealed: neither its value nor its name", async () => {
    const { rows, shown } = await lived();
    const stored = rows.map(opened);
    // What is looked for is there to be found, once it is shown.
    for (const mark of [disease, long.firstVisitOn, long.nextCertificateMonth, short.diseaseCode])
      expect(shown).toContain(mark);
    expect(stored.flatMap(namesIn).filter((name) => medicalNames.has(name))).toEqual([]);
    const text = JSON.stringify(stored);
    const anywhere = [disease, Buffer.from(disease).toString("latin1"), codes.certificateForm, ...Object.values(long)];
    expect(anywhere.filter((mark) => text.includes(mark))).toEqual([]);
    // Too short not to come up within something else.
    const alone = Object.values(short).map(String);
    expect(alone.filter((mark) => new RegExp(`"${mark}"|[:[,]${mark}[,\\]}]`).test(text))).toEqual([]);
  });
});
