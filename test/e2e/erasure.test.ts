import { DescribeExecutionCommand, ListExecutionsCommand, SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { namesOf } from "../../infra/names.ts";
import { parameterFor } from "../../infra/parameter.ts";
import { erasureCertificate } from "../../shared/audit/certificate.ts";
import type { OfficerId } from "../../shared/domain/ids.ts";
import { type Instant, plainDate } from "../../shared/law/calendar.ts";
import { loadedPerson, personRows, recordWrites } from "../../shared/stores/people.ts";
import { type Desk, openDesk } from "../../tools/demo/client.ts";
import { localClient } from "../../tools/local/aws.ts";
import { localStores } from "../../tools/local/stores.ts";
import { modelOf } from "../support/income-outputs.ts";
import { localCloud } from "../support/local-cloud.ts";

const stateMachineArn = namesOf(parameterFor("local")).stateMachineArn("erasure");
const documentNumber = "8目国発第30号";
const at = "2026-01-05T01:00:00.000Z" as Instant;

const erasureAnswer = z.object({ erasureId: z.string(), state: z.string(), certificateId: z.string().nullable() });
const certificateAnswer = z.object({ verified: z.boolean(), certificate: erasureCertificate });
const reportAnswer = z.object({
  report: z.array(z.object({ class: z.string(), states: z.array(z.object({ state: z.string(), records: z.int() })) })),
});

/** People of a takeover who lost their last 資格 in 2012. */
const putOnFile = async (cloud: Awaited<ReturnType<typeof localCloud>>, nths: readonly number[]) => {
  const stores = localStores(cloud);
  try {
    for (const nth of nths) {
      const facts = modelOf(nth);
      const index = await stores.keyring.index();
      const personId = index.person(facts.atenaNumber);
      const rows = await stores.database.getAll([...personRows(personId)]);
      const loaded = await loadedPerson(personId, rows, stores.keyring);
      const { writes } = recordWrites(loaded, index, { at, by: "takeover" as OfficerId }, { kind: "takeover" }, [
        { kind: "registered", facts },
        { kind: "acquired", on: plainDate("2010-03-31"), category: "1", cause: "turned-20" },
        { kind: "lost", on: plainDate("2012-06-01"), cause: "moved-abroad" },
      ]);
      if (!(await stores.database.transact(writes)).ok) throw new Error("not recorded");
    }
  } finally {
    stores.close();
  }
};

/** How an execution of the machine ends. */
const ended = async (sfn: SFNClient, executionArn: string | undefined): Promise<string> => {
  for (let turn = 0; turn < 200; turn += 1) {
    const { status = "UNKNOWN" } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    if (status !== "RUNNING") return status;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return "RUNNING";
};

describe("the erasure of the deployed application", () => {
  let sfn: SFNClient;
  let manager: Desk;
  let head: Desk;

  beforeAll(async () => {
    const cloud = await localCloud();
    sfn = new SFNClient(localClient(cloud.endpoint));
    manager = await openDesk(cloud, "manager-of-erasure", "manager");
    head = await openDesk(cloud, "head-of-erasure", "head");
    await putOnFile(cloud, [30, 31, 32]);
    return () => sfn.destroy();
  });

  it("is listed by the night's execution, held where somebody is held, and begun by two people and not by one", async () => {
    const { atenaNumber } = modelOf(30);
    const hold = await manager.post("/v1/holds", {
      body: { atenaNumber, reason: "litigation", until: null, documentNumber },
    });
    expect(hold).toMatchObject({ status: 201, body: { reasonLabel: "訴訟・審査請求" } });

    const { executionArn } = await sfn.send(new StartExecutionCommand({ stateMachineArn, input: "{}" }));
    expect(await ended(sfn, executionArn)).toBe("SUCCEEDED");
    const { erasures } = z.object({ erasures: z.array(erasureAnswer) }).parse((await head.get("/v1/erasures")).body);
    // The emulator's own clock may begin one too, and find nothing more that is due.
    const erasure = erasures.find(({ state }) => state === "awaiting-approval");
    expect(erasure?.state).toBe("awaiting-approval");
    const path = `/v1/erasures/${erasure?.erasureId}`;
    const { report } = reportAnswer.parse((await head.get(path)).body);
    expect(
      report.find((row) => row.class === "qualification-history")?.states.toSorted((a, b) => a.records - b.records),
    ).toEqual([
      { state: "held", records: 1 },
      { state: "listed", records: 2 },
    ]);

    const decide = (desk: Desk) => desk.post(`${path}/decision`, { body: { decision: "approve", documentNumber } });
    expect(await decide(manager)).toMatchObject({ status: 200, body: { state: "half-approved" } });
    expect(await decide(manager)).toMatchObject({ status: 403, body: { code: "same-person" } });
    expect(await decide(head)).toMatchObject({ status: 200, body: { state: "erasing" } });
    const { executions = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn }));
    const begun = executions.find(({ name }) => name === `approved-${erasure?.erasureId}`);
    expect(await ended(sfn, begun?.executionArn)).toBe("SUCCEEDED");
    const done = erasureAnswer.parse((await head.get(path)).body);
    expect(done.state).toBe("done");

    const { status, body } = await manager.get(`/v1/certificates/${done.certificateId}`);
    expect(status).toBe(200);
    const { verified, certificate } = certificateAnswer.parse(body);
    expect(verified).toBe(true);
    expect(certificate).toMatchObject({ kind: "retention", of: erasure?.erasureId, approvals: { length: 2 } });
    expect(certificate.erased).toContainEqual(expect.objectContaining({ class: "qualification-history", records: 2 }));
    expect(certificate.left).toContainEqual({ class: "qualification-history", reason: "litigation", records: 1 });
    expect(certificate.checks.every(({ found }) => found === 0)).toBe(true);
    const look = (nth: number) => manager.get(`/v1/people/${modelOf(nth).atenaNumber}`);
    expect(await look(31)).toMatchObject({ status: 404 });
    expect(await look(30)).toMatchObject({ status: 200 });
  });

  it("goes by the schedule that was deployed", async () => {
    expect(await head.get("/v1/retention")).toMatchObject({ status: 200, body: { classes: { length: 13 } } });
  });
});
