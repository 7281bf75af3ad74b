import { randomUUID } from "node:crypto";
import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { ListExecutionsCommand, SFNClient, StopExecutionCommand } from "@aws-sdk/client-sfn";
import { beforeAll, describe, expect, it } from "vitest";
import { runsAnswer } from "../../tools/demo/answers.ts";
import { type Desk, filingAnswer, openDesk, type RunAnswer, runAnswer } from "../../tools/demo/client.ts";
import { localClient } from "../../tools/local/aws.ts";
import { waitUntil } from "../../tools/local/wait-until.ts";
import { localCloud } from "../support/local-cloud.ts";
import { acquisitionOf, applicants } from "../support/people.ts";

describe("進達 on the deployed workflow", () => {
  const people = applicants(6, 77);
  let clerk: Desk;
  let examiner: Desk;
  let manager: Desk;
  let sfn: SFNClient;
  let s3: S3Client;
  let cloud: Awaited<ReturnType<typeof localCloud>>;

  beforeAll(async () => {
    cloud = await localCloud();
    clerk = await openDesk(cloud, "clerk-t", "clerk");
    examiner = await openDesk(cloud, "examiner-t", "examiner");
    manager = await openDesk(cloud, "manager-t", "manager");
    sfn = new SFNClient(localClient(cloud.endpoint));
    s3 = new S3Client(localClient(cloud.endpoint));
  });

  const examined = async (at: number): Promise<string> => {
    const person = people[at];
    if (!person) throw new Error("too few generated people");
    const filed = await clerk.post("/v1/filings/acquisition", { key: randomUUID(), body: acquisitionOf(person) });
    const { filingId } = filingAnswer.parse(filed.body);
    await examiner.post(`/v1/filings/${filingId}/actions`, { body: { action: "examine" } });
    return filingId;
  };

  const killWorkflows = async () => {
    const { executions = [] } = await sfn.send(
      new ListExecutionsCommand({ stateMachineArn: cloud.deployment.stateMachineArn, statusFilter: "RUNNING" }),
    );
    for (const { executionArn } of executions) await sfn.send(new StopExecutionCommand({ executionArn }));
    return executions.length;
  };

  const runs = async () => runsAnswer.parse((await manager.get("/v1/transmittals")).body).runs;
  const show = async (runId: string): Promise<RunAnswer> =>
    runAnswer.parse((await manager.get(`/v1/transmittals/${runId}`)).body);

  const inState = async (runId: string, state: string): Promise<RunAnswer> => {
    let run = await show(runId);
    const ready = async () => {
      run = await show(runId);
      return run.state === state;
    };
    await waitUntil({ ready, seconds: 60, what: `the run to be ${state}` });
    return run;
  };

  /** The run that holds a filing, once some run does. */
  const runHolding = async (filingId: string): Promise<string> => {
    let runId: string | undefined;
    const ready = async () => {
      for (const run of await runs())
        if ((await show(run.runId)).members.some((member) => member.filingId === filingId)) runId = run.runId;
      return runId !== undefined;
    };
    await waitUntil({ ready, seconds: 60, what: "a run to take the filing" });
    if (!runId) throw new Error("no run took the filing");
    return runId;
  };

  const released = async (runId: string) =>
    (
      (await s3.send(new ListObjectsV2Command({ Bucket: cloud.deployment.outboxBucket, Prefix: `${runId}/` })))
        .Contents ?? []
    ).map(({ Key }) => Key?.slice(runId.length + 1));

  it("goes on after its workflow was stopped while it waited for approval, and sends once", async () => {
    const filingId = await examined(0);
    await examiner.post("/v1/transmittals", { body: {} });
    const runId = await runHolding(filingId);
    await inState(runId, "sealed");
    expect(await released(runId)).toEqual([]);
    expect(await killWorkflows()).toBeGreaterThan(0);

    const decision = await manager.post(`/v1/transmittals/${runId}/decision`, { body: { decision: "approve" } });
    expect(decision.status).toBe(200);
    // The emulator takes the token of a stopped execution, where AWS answers that the task is gone: start it again by hand.
    expect((await manager.post(`/v1/transmittals/${runId}/resume`)).status).toBe(202);
    await inState(runId, "released");
    expect(await released(runId)).toEqual([
      "acquisition.dat",
      "acquisition.pdf",
      "manifest.json",
      "transmittal-slip.pdf",
    ]);
    expect((await clerk.get(`/v1/filings/${filingId}`)).body).toMatchObject({ status: "transmitted", runId });
    const decide = (body: object) => manager.post(`/v1/transmittals/${runId}/decision`, { body });
    expect(await decide({ decision: "approve" })).toMatchObject({ status: 200, body: { state: "released" } });
    const turned = await decide({ decision: "refuse", reason: "やはり差し戻したい" });
    expect(turned).toMatchObject({ status: 409, body: { code: "already-decided" } });
  });

  it("is one run however many start it at once, and none when stopped at its start and started again", async () => {
    const filingIds = [await examined(1), await examined(2)];
    const before = (await runs()).length;
    await Promise.all([1, 2, 3].map(() => examiner.post("/v1/transmittals", { body: {} })));
    await killWorkflows();
    await examiner.post("/v1/transmittals", { body: {} });
    const [first, second] = await Promise.all(filingIds.map((filingId) => runHolding(filingId)));
    expect(first).toBe(second);
    const sealed = await inState(first ?? "", "sealed");
    expect(sealed.members.map(({ state }) => state)).toEqual(["included", "included"]);
    const holding = (await Promise.all((await runs()).map((run) => show(run.runId)))).filter(({ members }) =>
      members.some(({ filingId }) => filingIds.includes(filingId)),
    );
    expect(holding).toHaveLength(1);
    expect((await runs()).length).toBeGreaterThan(before);
  });
});
