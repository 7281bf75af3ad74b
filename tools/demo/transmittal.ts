import { createHash } from "node:crypto";
import { runsAnswer } from "./answers.ts";
import { type Desk, type RunAnswer, runAnswer } from "./client.ts";
import type { Stage } from "./stage.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const runOf = async (desk: Desk, runId: string): Promise<RunAnswer> =>
  runAnswer.parse((await desk.get(`/v1/transmittals/${runId}`)).body);

/** Looks every half second until the run is where it should be; a minute and it is given up. */
const reaches = async (desk: Desk, runId: string, state: string): Promise<RunAnswer> => {
  for (let looks = 0; looks < 120; looks += 1) {
    const run = await runOf(desk, runId);
    if (run.state === state) return run;
    await pause(500);
  }
  throw new Error(`進達が1分以内に${state}になりませんでした`);
};

/** Starts the workflow and gives the number of its run once it waits for approval. */
export const startRun = async ({ examiner, manager }: Stage): Promise<RunAnswer> => {
  const before = new Set(runsAnswer.parse((await manager.get("/v1/transmittals")).body).runs.map((run) => run.runId));
  const started = await examiner.post("/v1/transmittals", { body: {} });
  if (started.status !== 202) throw new Error(`進達を始められませんでした: ${JSON.stringify(started.body)}`);
  for (let looks = 0; looks < 120; looks += 1) {
    const { runs } = runsAnswer.parse((await manager.get("/v1/transmittals")).body);
    const fresh = runs.find((run) => !before.has(run.runId));
    if (fresh) return reaches(manager, fresh.runId, "sealed");
    await pause(500);
  }
  throw new Error("進達が始まりませんでした");
};

export const decide = async ({ manager }: Stage, runId: string, body: object, state: string) => {
  const decided = await manager.post(`/v1/transmittals/${runId}/decision`, { body });
  if (decided.status !== 200) throw new Error(`決定できませんでした: ${JSON.stringify(decided.body)}`);
  return reaches(manager, runId, state);
};

export const checkFiles = async ({ report }: Stage, run: RunAnswer) => {
  const found = await Promise.all(
    run.files.map(async ({ url, sha256: promised }) => {
      const bytes = new Uint8Array(await (await fetch(url ?? "")).arrayBuffer());
      return sha256(bytes) === promised;
    }),
  );
  for (const { name, count, kind } of run.files) report.tell(`${name}${kind ? `(${count}件)` : ""}`);
  report.holds(
    `出力した${found.length}ファイルのSHA-256が目録と合う`,
    found,
    run.files.map(() => true),
  );
};
