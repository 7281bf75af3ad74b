import { beforeAll, describe, expect, it } from "vitest";
import {
  attempt,
  everyone,
  named,
  openScene,
  peopleOfTheScene,
  type Scene,
  things,
} from "../../support/forbidden-scene.ts";
import { secretsOf } from "../../support/leaks/marked-people.ts";
import { leakSearch } from "../../support/leaks/search.ts";

const search = leakSearch(secretsOf(peopleOfTheScene));

const forbidden = Object.entries(things).flatMap(([thing, { may }]) =>
  everyone.filter((who) => !may.includes(named(who))).map((who) => [thing, named(who), who] as const),
);

const onlyOfAProblem = ["code", "correlationId", "detail", "status", "title", "type"];

/** That a call was refused: nothing is stored but that it was tried, and the answer tells nothing. */
const expectRefused = async (scene: Scene, officer: string, code: string, call: () => ReturnType<typeof attempt>) => {
  const { counter } = scene;
  const before = counter.stored();
  const entries = counter.trail().length;
  const files = [counter.staging.files.size, counter.outbox.files.size, counter.started.length, counter.woken.length];
  const answer = await call();
  expect(answer).toMatchObject({ status: 403, body: { code } });
  expect(Object.keys(answer.body).sort()).toEqual(onlyOfAProblem);
  expect(search(JSON.stringify(answer.body))).toEqual([]);
  expect(counter.stored()).toEqual(before);
  expect([counter.staging.files.size, counter.outbox.files.size, counter.started.length, counter.woken.length]).toEqual(
    files,
  );
  const left = counter.trail().slice(entries);
  expect(left).toHaveLength(1);
  expect(left[0]).toMatchObject({ officer, result: "refused" });
  expect(left[0].codes).toContain(code);
  expect(search(JSON.stringify(left))).toEqual([]);
};

describe("what somebody may not do", () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });

  it.each(forbidden)("%s: refused to %s, stored nowhere but in the trail, and told nothing", async (thing, _, who) => {
    await expectRefused(scene, "officer-8", "not-allowed", () => attempt(scene, thing, who, "officer-8"));
  });

  it("is tried by everybody, of every department and every linked system", () => {
    expect(new Set(forbidden.map(([, who]) => who))).toEqual(new Set(everyone.map(named)));
    for (const thing of Object.keys(things)) expect(forbidden.some(([tried]) => tried === thing)).toBe(true);
  });

  it.each(["steward of information-policy", "auditor of audit", "head of pension"])(
    "includes, for %s, all of it",
    (who) => {
      expect(forbidden.filter(([, name]) => name === who)).toHaveLength(Object.keys(things).length);
    },
  );
});

describe("the same, by whoever may", () => {
  it.each(
    Object.entries(things).flatMap(([thing, { may }]) =>
      everyone.filter((who) => may.includes(named(who))).map((who) => [thing, named(who), who] as const),
    ),
  )("%s is done by %s", async (thing, _, who) => {
    const { status, body } = await attempt(await openScene(), thing, who, "officer-8");
    expect([status === 401 || status === 403, body?.code]).toEqual([false, body?.code]);
  });
});

describe("one's own work", () => {
  it("審査: who accepted a 届出 does not examine it, whatever other duty they have", async () => {
    const scene = await openScene();
    const asked = { as: "examiner-3", roles: ["examiner", "clerk"], body: { action: "examine" } } as const;
    await expectRefused(scene, "examiner-3", "own-work", () =>
      scene.counter.ask("POST", `/v1/filings/${scene.accepted}/actions`, asked),
    );
  });

  it.each(["approve", "refuse"])("進達: the manager who started a run does not %s it", async (decision) => {
    const scene = await openScene();
    const asked = { as: "manager-2", roles: ["manager"], body: { decision, reason: "確かめた" } } as const;
    await expectRefused(scene, "manager-2", "own-work", () =>
      scene.counter.ask("POST", `/v1/transmittals/${scene.runId}/decision`, asked),
    );
  });

  it("出力: the manager who made an output does not approve it", async () => {
    const scene = await openScene();
    const asked = { as: "manager-2", roles: ["manager"], body: { decision: "approve" } } as const;
    await expectRefused(scene, "manager-2", "own-work", () =>
      scene.counter.ask("POST", `/v1/income-outputs/${scene.outputId}/decision`, asked),
    );
  });
});

describe("a door that is not there", () => {
  it.each([
    ["a path that goes back", "/v1/filings/{}/actions/../../people"],
    ["a path that climbs", "/v1/filings/../people/search"],
    ["a path in capitals", "/V1/PEOPLE/SEARCH"],
    ["a path with a slash behind", "/v1/people/search/"],
    ["the audit trail", "/v1/audit"],
  ])("%s opens nothing, and leaves its entry", async (_, path) => {
    const { counter } = await openScene();
    const before = counter.stored();
    const entries = counter.trail().length;
    const answer = await counter.ask("POST", path, { roles: ["operator"], body: {} });
    expect([403, 404]).toContain(answer.status);
    expect(counter.stored()).toEqual(before);
    expect(counter.trail()).toHaveLength(entries + 1);
  });
});
