import { randomUUID } from "node:crypto";
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { beforeAll, describe, expect, it } from "vitest";
import { namesOf } from "../../infra/names.ts";
import { parameterFor } from "../../infra/parameter.ts";
import { composeIncomeRequests } from "../../shared/documents/income-lists-composer.ts";
import { plainDate } from "../../shared/law/calendar.ts";
import { type Desk, openDesk } from "../../tools/demo/client.ts";
import { localClient } from "../../tools/local/aws.ts";
import { headOf, incomeCsv, incomeOf } from "../support/incomes.ts";
import { localCloud, runByTheClock } from "../support/local-cloud.ts";
import { acquisitionOf, applicants } from "../support/people.ts";

const { bucket } = namesOf(parameterFor("local"));
const linkage = bucket("linkage");
const outbox = bucket("outbox");

describe("免除 on the deployed app", () => {
  /** Young enough for 納付猶予. */
  const people = applicants(20, 93)
    .filter(({ birthDate }) => birthDate > "1982")
    .slice(0, 4);
  const person = (at: number) => {
    const found = people[at];
    if (!found) throw new Error("too few generated people");
    return found;
  };
  let clerk: Desk;
  let examiner: Desk;
  let manager: Desk;
  let s3: S3Client;
  let endpoint: string;

  beforeAll(async () => {
    const cloud = await localCloud();
    endpoint = cloud.endpoint;
    clerk = await openDesk(cloud, "clerk-e", "clerk");
    examiner = await openDesk(cloud, "examiner-e", "examiner");
    manager = await openDesk(cloud, "manager-e", "manager");
    s3 = new S3Client(localClient(endpoint));
    for (const [at, one] of people.entries())
      await clerk.post("/v1/filings/acquisition", {
        key: `exempt-${at}-${randomUUID()}`,
        body: acquisitionOf(one, { eventOn: "2026-06-01" }),
      });
  });

  /** One turn of the file drop of 所得情報, as the schedule takes it every quarter of an hour. */
  const takeIncomes = async () => expect(await runByTheClock(endpoint, "income-files")).toBe(200);

  const listed = async (bucket: string, prefix: string) =>
    ((await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }))).Contents ?? []).map(
      ({ Key = "" }) => Key,
    );

  const application = (at: number, over: object = {}) =>
    acquisitionOf(person(at), {
      eventOn: "2026-11-20",
      filedOn: "2026-11-20",
      documents: [],
      details: {
        from: "2026-07",
        until: "2027-06",
        wish: [],
        spouse: null,
        headOfHousehold: "self",
        grounds: [],
        continuation: false,
        ...over,
      },
    });
  const apply = (at: number, over: object = {}) =>
    clerk.post("/v1/filings/exemption-application", { key: `apply-${randomUUID()}`, body: application(at, over) });

  it("takes 所得情報 out of the drop, and the report names lines and no amount", async () => {
    const rows = [
      incomeOf(person(0), 567_891),
      incomeOf(person(1), 0, headOf(3_456_789, { headDependants: 0 })),
      incomeOf(person(3), 1),
    ];
    const file = incomeCsv([...rows, { ...incomeOf(person(0), 1), atenaNumber: "000000099999999" }]);
    await s3.send(new PutObjectCommand({ Bucket: linkage, Key: "incomes/inbox/e2e.csv", Body: file }));
    await takeIncomes();
    expect(await listed(linkage, "incomes/inbox/")).toEqual([]);
    const [report] = await listed(linkage, "incomes/results/");
    const told = await (
      await s3.send(new GetObjectCommand({ Bucket: linkage, Key: report }))
    ).Body?.transformToString();
    expect(told).toContain("unknown-person");
    for (const amount of ["567891", "3456789"]) expect(told).not.toContain(amount);
  });

  it("answers at the counter without keeping anything, and decides the 届出 the same way", async () => {
    const asked = await clerk.post("/v1/assessments/exemption", {
      body: {
        cycle: "exemption",
        atenaNumber: person(1).atenaNumber,
        filedOn: "2026-11-20",
        spouse: false,
        headOfHousehold: "other",
        years: [2026],
      },
    });
    expect(asked).toMatchObject({ status: 200, body: { standing: "provisional", forms: [{ outcome: "accept" }] } });
    const { forms } = asked.body as { forms: { spans: object[] }[] };
    const filed = await apply(1, { headOfHousehold: "other" });
    expect(filed).toMatchObject({ status: 201, body: { status: "accepted" } });
    const { assessment } = filed.body as { assessment: { outcome: string }[] };
    expect(forms[0]?.spans).toMatchObject(assessment);
    expect(assessment.map(({ outcome }) => outcome)).toContain("deferment");
  });

  it("holds whom the tax office has told nothing of, and shows what counts in each month", async () => {
    expect(await apply(2)).toMatchObject({ status: 201, body: { status: "awaiting-correction" } });
    expect(await apply(0)).toMatchObject({ status: 201, body: { status: "accepted" } });
    expect(await clerk.get(`/v1/people/${person(0).atenaNumber}/months?from=2026-06&until=2026-08`)).toMatchObject({
      body: {
        months: [
          { month: "2026-06", relief: null, toPay: { premium: 17_920 } },
          { month: "2026-07", relief: { kind: "full", standing: "provisional" }, toPay: { premium: 0 } },
          { month: "2026-08", relief: { kind: "full" } },
        ],
      },
    });
  });

  it("opens an application again when a 更正 comes, and waits for a clerk to look", async () => {
    const row = incomeOf(person(0), 2_000_000);
    const again = await examiner.post("/v1/incomes", { body: { incomes: [row] } });
    expect(again).toMatchObject({ status: 200, body: { counts: { corrected: 1 } } });
    const open = await examiner.get("/v1/incomes/corrections?state=open");
    const { corrections } = open.body as { corrections: { correctionId: string; criteriaChanged: boolean }[] };
    expect(corrections).toMatchObject([{ criteriaChanged: true }]);
    expect(await clerk.get(`/v1/people/${person(0).atenaNumber}/months?from=2026-08&until=2026-08`)).toMatchObject({
      body: { months: [{ relief: { kind: "full" } }] },
    });
    const decided = await examiner.post(`/v1/incomes/corrections/${corrections[0]?.correctionId}/decision`, {
      body: { decision: "refile", note: "更正後の所得で出し直してもらう" },
    });
    expect(decided.status).toBe(200);
  });

  it("answers an income request list, and lets it out only when a manager says so", async () => {
    const list = composeIncomeRequests(
      [0, 2].map((at) => ({
        basicPensionNumber: person(at).basicPensionNumber ?? "",
        birthDate: person(at).birthDate,
        incomeYear: 2025,
      })),
      { wardCode: "13110", runId: "T20261120-REQ001", createdOn: plainDate("2026-11-20") },
    );
    const body = { kind: "request-answer", contentBase64: Buffer.from(list).toString("base64") };
    const made = await examiner.post("/v1/income-outputs", { body });
    expect(made).toMatchObject({ status: 200, body: { state: "sealed" } });
    const { outputId } = made.body as { outputId: string };
    const sent = async () => (await listed(outbox, "")).filter((name) => name.includes(outputId));
    expect(await sent()).toEqual([]);
    expect(
      (await examiner.post(`/v1/income-outputs/${outputId}/decision`, { body: { decision: "approve" } })).status,
    ).toBe(403);
    expect(
      await manager.post(`/v1/income-outputs/${outputId}/decision`, { body: { decision: "approve" } }),
    ).toMatchObject({ status: 200, body: { state: "released" } });
    expect((await sent()).length).toBeGreaterThan(1);
  });

  it("takes 産前産後 and 育児, which count as paid", async () => {
    const maternity = await clerk.post("/v1/filings/maternity-exemption", {
      key: `maternity-${randomUUID()}`,
      body: acquisitionOf(person(3), {
        eventOn: "2026-09-10",
        documents: [],
        details: { day: "2026-09-10", dayIs: "delivered", type: "single" },
      }),
    });
    expect(maternity).toMatchObject({ status: 201, body: { status: "accepted" } });
    const childcare = await clerk.post("/v1/filings/childcare-exemption", {
      key: `childcare-${randomUUID()}`,
      body: acquisitionOf(person(3), {
        eventOn: "2026-09-10",
        documents: [],
        details: { childBornOn: "2026-09-10", parent: "mother" },
        atCounter: { livesWithChild: true, relationConfirmed: true },
      }),
    });
    expect(childcare).toMatchObject({ status: 201, body: { status: "accepted" } });
    expect(await clerk.get(`/v1/people/${person(3).atenaNumber}/months?from=2026-11&until=2026-12`)).toMatchObject({
      body: {
        months: [
          { relief: { kind: "maternity", countsAsPaid: true } },
          { relief: { kind: "childcare", countsAsPaid: true } },
        ],
      },
    });
  });
});
