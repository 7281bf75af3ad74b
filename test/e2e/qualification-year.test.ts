import { randomUUID } from "node:crypto";
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { beforeAll, describe, expect, it } from "vitest";
import { namesOf } from "../../infra/names.ts";
import { parameterFor } from "../../infra/parameter.ts";
import { changeColumns } from "../../shared/contracts/resident-changes.ts";
import { type Desk, openDesk } from "../../tools/demo/client.ts";
import { localClient } from "../../tools/local/aws.ts";
import { localCloud, runByTheClock } from "../support/local-cloud.ts";
import { acquisitionOf, applicants } from "../support/people.ts";

const bucket = namesOf(parameterFor("local")).bucket("linkage");

describe("資格 on the deployed app", () => {
  const people = applicants(4, 55);
  const person = (at: number) => {
    const found = people[at];
    if (!found) throw new Error("too few generated people");
    return found;
  };
  let clerk: Desk;
  let examiner: Desk;
  let s3: S3Client;
  let endpoint: string;

  beforeAll(async () => {
    const cloud = await localCloud();
    endpoint = cloud.endpoint;
    clerk = await openDesk(cloud, "clerk-q", "clerk");
    examiner = await openDesk(cloud, "examiner-q", "examiner");
    s3 = new S3Client(localClient(endpoint));
    for (const [at, one] of people.entries())
      await clerk.post("/v1/filings/acquisition", { key: `year-${at}-${randomUUID()}`, body: acquisitionOf(one) });
  });

  /** One turn of the file drop, as the schedule takes it every quarter of an hour. */
  const takeFiles = async () => expect(await runByTheClock(endpoint, "resident-files")).toBe(200);

  it("takes a file of 住民記録の異動 out of the drop, accounts for every row, and tells who died", async () => {
    const dead = person(0);
    const row = (values: Partial<Record<(typeof changeColumns)[number], string>>) =>
      changeColumns.map((column) => values[column] ?? "").join(",");
    const common = { sequence: "1", changedOn: "2026-11-19", notifiedOn: "2026-11-20" };
    const file = [
      changeColumns.join(","),
      row({ ...common, changeId: "E2E-1", atenaNumber: dead.atenaNumber, kind: "died" }),
      row({ ...common, changeId: "E2E-2", atenaNumber: "000000099999999", kind: "died" }),
      row({ ...common, changeId: "E2E-3", atenaNumber: person(1).atenaNumber, kind: "protection-started" }),
    ].join("\r\n");
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: "residents/inbox/e2e.csv", Body: file }));
    await takeFiles();

    const listed = async (prefix: string) =>
      ((await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }))).Contents ?? []).map(
        ({ Key }) => Key,
      );
    expect(await listed("residents/inbox/")).toEqual([]);
    const [report] = await listed("residents/results/");
    const told = await (await s3.send(new GetObjectCommand({ Bucket: bucket, Key: report }))).Body?.transformToString();
    expect(told).toContain("unknown-person");
    expect(told).not.toContain(dead.atenaNumber);

    expect(await clerk.get(`/v1/people/${dead.atenaNumber}/ledger?asOf=2026-11-20`)).toMatchObject({
      body: { period: null, periods: [{ until: "2026-11-20", untilCause: "death" }] },
    });
    const hidden = await clerk.get(`/v1/people/${person(1).atenaNumber}`);
    expect(JSON.stringify(hidden.body)).not.toContain(person(1).address);
  });

  it("records a change of name that nobody sees before its day, and counts the months", async () => {
    const { atenaNumber, name } = person(2);
    const changed = await clerk.post("/v1/filings/name-change", {
      key: randomUUID(),
      body: {
        ...acquisitionOf(person(2)),
        eventOn: "2026-11-18",
        documents: ["residence-record"],
        details: { newName: "架空　花子", newNameKana: "カクウ　ハナコ" },
      },
    });
    expect(changed).toMatchObject({ status: 201, body: { status: "accepted" } });
    const before = await clerk.get(`/v1/people/${atenaNumber}/ledger?asOf=2026-11-17`);
    const after = await clerk.get(`/v1/people/${atenaNumber}/ledger?asOf=2026-11-18`);
    expect([before.body, after.body]).toMatchObject([{ facts: { name } }, { facts: { name: "架空　花子" } }]);
    expect(await clerk.get(`/v1/people/${atenaNumber}/months?from=2026-10&until=2026-11`)).toMatchObject({
      body: {
        months: [
          { month: "2026-10", category: null },
          { month: "2026-11", category: "1" },
        ],
      },
    });
  });

  it("finds who turns 60 in a month, and gives the lists of a section head as CSV", async () => {
    const batch = await examiner.post("/v1/batches", { body: { kind: "age-60", month: "2026-10" } });
    expect([200, 201, 202]).toContain(batch.status);
    expect(batch.body).toMatchObject({ batchId: "age-60-2026-10" });
    const list = await examiner.get("/v1/lists/register?from=2026-11-01&to=2026-11-30&format=json");
    expect(list.status).toBe(200);
  });
});
