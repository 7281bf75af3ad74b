import { describe, expect, it } from "vitest";
import { acquisitionOf, applicants } from "../../support/people.ts";
import { openCounter } from "../support/counter.ts";

const operator = { as: "operator-1", roles: ["operator"] } as const;
const manager = { as: "manager-1", roles: ["manager"] } as const;
const examiner = { as: "examiner-1", roles: ["examiner"] } as const;

/** A run sent back with words about somebody in them, and a batch that found them. */
const opened = async () => {
  const counter = openCounter();
  const [person] = applicants(1);
  if (!person) throw new Error("the generated ward is too small");
  const filed = await counter.file("acquisition", acquisitionOf(person));
  await counter.examine(filed.body.filingId);
  const { runId } = await counter.drive();
  const reason = `${person.name}の届書を確かめる`;
  const decided = await counter.ask("POST", `/v1/transmittals/${runId}/decision`, {
    ...manager,
    body: { decision: "refuse", reason },
  });
  const ran = await counter.ask("POST", "/v1/batches", { ...examiner, body: { kind: "age-60", month: "2026-11" } });
  expect([decided.status, ran.status]).toEqual([200, 202]);
  return { counter, person, filingId: filed.body.filingId as string, runId, batchId: ran.body.batchId as string };
};

describe("運用", () => {
  it("進達と一括処理がどこまで進んだかを見て、進達を再開できるが、だれの届出か、だれに何をしたか、職員の言葉は見えない", async () => {
    const { counter, person, filingId, runId, batchId } = await opened();
    const answers = [
      await counter.ask("GET", "/v1/transmittals", operator),
      await counter.ask("GET", `/v1/transmittals/${runId}`, operator),
      await counter.ask("POST", `/v1/transmittals/${runId}/resume`, operator),
      await counter.ask("GET", `/v1/batches/${batchId}`, operator),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 202, 200]);
    const text = JSON.stringify(answers);
    for (const value of [filingId, ...Object.values(person)].filter((one) => String(one).length > 4))
      expect(text).not.toContain(value);
    expect(answers[1]?.body).not.toHaveProperty("members");
    expect(answers[1]?.body.files[0]).not.toHaveProperty("url");
    expect(answers[3]?.body).not.toHaveProperty("rows");
    expect(counter.trail().at(-1)).toMatchObject({ action: "showBatch", object: batchId, subjects: [], items: [] });
  });

  it("審査は、同じ進達の届出と言葉を見る", async () => {
    const { counter, filingId, runId, batchId } = await opened();
    const run = await counter.ask("GET", `/v1/transmittals/${runId}`, examiner);
    expect(run.body.members).toMatchObject([{ filingId }]);
    expect(run.body.decision.reason).toMatch(/届書を確かめる/);
    expect(run.body.files[0]).not.toHaveProperty("url");
    expect((await counter.ask("GET", `/v1/batches/${batchId}`, examiner)).body).toHaveProperty("rows");
  });
});
