import { describe, expect, it } from "vitest";
import type { Caller, NotIdentified } from "../../../shared/access/caller.ts";
import { unknownActor } from "../../../shared/access/caller.ts";
import type { OperationId } from "../../../shared/contracts/operations.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import type { OfficerId } from "../../../shared/domain/ids.ts";
import type { Call } from "../../../shared/http/call.ts";
import { memoryLog } from "../../../shared/http/log.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { serve } from "../../../shared/http/serve.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { memoryDatabase } from "../../../shared/stores/memory-database.ts";
import { answered } from "./events.ts";

const caller: Caller = {
  officer: "manager-1" as OfficerId,
  roles: ["manager"],
  department: "pension",
  counter: "main-office",
  terminal: "t-1",
  session: "s-1",
  system: null,
};

type Served = Extract<OperationId, "listRuns" | "showRun" | "startRun" | "decideRun" | "resumeRun">;

/** The function of 進達 with the given work behind every operation, and who is let in. */
const served = (work: (call: Call) => Promise<Reply>, who: Caller | NotIdentified = caller) => {
  const database = memoryDatabase();
  const log = memoryLog();
  let drawn = 0;
  const run = serve(
    "transmittal",
    {
      database,
      log,
      clock: () => "2026-11-23T01:00:00.000Z" as Instant,
      random: (bytes) => new Uint8Array(bytes).fill(++drawn),
      identify: async () => who,
    },
    { listRuns: work, showRun: work, startRun: work, decideRun: work, resumeRun: work } satisfies Record<
      Served,
      typeof work
    >,
  );
  const ask = async (method: "GET" | "POST", path: string, over: object = {}) => {
    const answer = await answered(run, { httpMethod: method, path, ...over });
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  };
  return {
    database,
    log,
    ask,
    trail: () => database.dump("audit").map(({ entry }) => JSON.parse(String(entry))),
  };
};

const answer: Reply = { status: 200, body: { runs: [] } };
const nothing = async () => answer;

describe("every call leaves its entry", () => {
  it("also one whose work left none, with who called, what, and of which kind", async () => {
    const { ask, trail } = served(nothing);
    expect((await ask("GET", "/v1/transmittals")).status).toBe(200);
    expect((await ask("POST", "/v1/transmittals", { body: "{}" })).status).toBe(200);
    const entry = { officer: "manager-1", terminal: "t-1", session: "s-1", result: "done", codes: [] };
    expect(trail()).toMatchObject([
      { ...entry, action: "listRuns", kind: "read" },
      { ...entry, action: "startRun", kind: "output" },
    ]);
  });

  it("and only that one where the work left its own", async () => {
    const own = served(async (call) => {
      await keepTrail(own.database, call.trail({ object: "T20261123-7K3M9Q" }));
      return answer;
    });
    await own.ask("GET", "/v1/transmittals");
    expect(own.trail()).toMatchObject([{ object: "T20261123-7K3M9Q", result: "done" }]);
  });

  it("of a refusal beside what was done before it came to that", async () => {
    const own = served(async (call) => {
      await keepTrail(own.database, call.trail({ codes: ["begun"] }));
      return problem("contended");
    });
    expect((await own.ask("POST", "/v1/transmittals", { body: "{}" })).status).toBe(409);
    expect(own.trail()).toMatchObject([
      { result: "done", codes: ["begun"] },
      { result: "refused", codes: ["contended"] },
    ]);
  });

  it.each([
    ["no JSON", "{", 400, "malformed-json"],
    ["too much", " ".repeat(64 * 1024 + 1), 413, "body-too-large"],
  ])("of a body that is %s, which no work sees", async (_, body, status, code) => {
    const { ask, trail } = served(async () => {
      throw new Error("the work was reached");
    });
    expect(await ask("POST", "/v1/transmittals", { body })).toMatchObject({ status, body: { code } });
    expect(trail()).toMatchObject([{ officer: "manager-1", action: "startRun", result: "refused", codes: [code] }]);
  });

  it("with the codes of the faults, the first ones of many", async () => {
    const errors = Array.from({ length: 50 }, (_, at) => ({ code: `fault-${at}`, detail: "誤り" }));
    const { ask, trail } = served(async () => problem("invalid-content", errors));
    await ask("POST", "/v1/transmittals", { body: "{}" });
    expect(trail()[0].codes).toEqual(["invalid-content", ...errors.slice(0, 19).map(({ code }) => code)]);
  });

  it.each([
    ["of somebody unknown", { refused: "no-token", actor: unknownActor } as const, 401, "unknown"],
    ["of somebody without the duty", { ...caller, roles: ["clerk"] } as Caller, 403, "manager-1"],
  ])("and its line in the log: %s", async (_, who, status, officer) => {
    const { ask, trail, log } = served(nothing, who);
    expect((await ask("GET", "/v1/transmittals")).status).toBe(status);
    expect(trail()).toMatchObject([{ officer, action: "listRuns", result: "refused" }]);
    expect(log.lines).toContainEqual({ code: "access-refused", facts: { status, operation: "listRuns" } });
  });

  it("an operation of another function is none of this one, and leaves its entry", async () => {
    const { ask, trail } = served(nothing);
    expect(await ask("GET", "/v1/filings")).toMatchObject({ status: 404, body: { code: "no-such-operation" } });
    expect(trail()).toMatchObject([{ action: "unknown", result: "refused", codes: ["no-such-operation"] }]);
  });
});

describe("what nobody foresaw", () => {
  it("is answered by an opaque 500 with a 照会番号, and logged by its kind", async () => {
    const { ask, log, trail } = served(async () => {
      throw new TypeError("国年太郎 999900000100");
    });
    const { status, body } = await ask("GET", "/v1/transmittals");
    expect([status, body.code, body.correlationId]).toEqual([500, "internal-error", "test-request"]);
    expect(JSON.stringify(body)).not.toMatch(/国年太郎|9999|TypeError/);
    expect(log.lines).toMatchObject([{ code: "internal-error", facts: { correlationId: "test-request" } }]);
    expect(trail()).toMatchObject([{ officer: "manager-1", result: "refused", codes: ["internal-error"] }]);
    expect(JSON.stringify(trail())).not.toMatch(/国年太郎|9999/);
  });

  it("leaves an entry of an unknown caller where it cannot even be asked who calls", async () => {
    const { ask, trail } = served(nothing, Promise.reject(new Error("no answer")) as never);
    expect((await ask("GET", "/v1/transmittals")).status).toBe(500);
    expect(trail()).toMatchObject([{ officer: "unknown", action: "listRuns", codes: ["internal-error"] }]);
  });
});

describe("what a work is handed", () => {
  const handed = async (over: object) => {
    const calls: Call[] = [];
    const { ask } = served(async (call) => {
      calls.push(call);
      return answer;
    });
    await ask("GET", "/v1/transmittals", over);
    return calls[0];
  };

  it("is the header whatever its capitals, and a query without what was not given", async () => {
    const call = await handed({
      headers: { "KOKUNEN-Purpose": "filing", "iDempotency-key": "key-00001" },
      queryStringParameters: { limit: "5", after: undefined },
    });
    expect(call).toMatchObject({ purpose: "filing", idempotencyKey: "key-00001" });
    expect(Object.keys(call?.query ?? {})).toEqual(["limit"]);
  });

  it("is found below the stage that API Gateway puts before the path", async () => {
    expect((await handed({ path: "/prod/v1/transmittals" }))?.operation).toBe("listRuns");
  });
});
