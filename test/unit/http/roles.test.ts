import { describe, expect, it } from "vitest";
import { type OperationId, operations } from "../../../shared/contracts/operations.ts";
import type { Department, LinkedSystem } from "../../../shared/domain/departments.ts";
import { columns, matrix } from "../../support/access-matrix.ts";
import { acquisitionOf, applicant } from "../../support/people.ts";
import { openCounter } from "../support/counter.ts";

const filed = async () => {
  const counter = openCounter();
  const person = applicant();
  const { body } = await counter.file("acquisition", acquisitionOf(person));
  return { counter, person, id: body.filingId as string };
};

type Ids = Record<
  "filingId" | "atenaNumber" | "runId" | "importId" | "requestId" | "rightId" | "officerId" | "entryId" | "month",
  string
>;
const missing: Ids = {
  filingId: "20261120-ZZZZZZ",
  atenaNumber: "999999999999999",
  runId: "T20261120-ZZZZZZ",
  importId: "0".repeat(64),
  requestId: "Q20261120-ZZZZZZ",
  rightId: "R20261120-ZZZZZZ",
  officerId: "officer-nobody",
  entryId: "2026-11-20T00:00:00.000Z_0000000000000000",
  month: "2026-10",
};
const pathWith = (path: string, ids: Ids) => path.replace(/\{(\w+)\}/g, (_, name: keyof Ids) => ids[name]);

/** Whether the matrix lets somebody do it under some facts. */
const isAllowed = (action: string, department: Department, duty: string, system: LinkedSystem | null) => {
  const at = columns.findIndex((column) => column[0] === department && column[1] === duty && column[2] === system);
  const row = Object.values(matrix).flatMap((rows) => rows[action] ?? [])[0];
  return row?.replaceAll(" ", "")[at] !== "-";
};

describe.each(Object.keys(operations) as OperationId[])("%s", (id) => {
  const { method, path } = operations[id];

  it.each(columns)("%s %s %s", async (department, role, system) => {
    const { counter, person, id: filingId } = await filed();
    const there = pathWith(path, { ...missing, filingId, atenaNumber: person.atenaNumber });
    const before = counter.stored();
    const trail = counter.trail().length;
    const body = method === "POST" ? {} : undefined;
    const ask = (at: string) =>
      counter.ask(method, at, {
        as: "officer-5",
        roles: [role],
        department,
        ...(system ? { system } : {}),
        purpose: "filing",
        key: "key-of-roles",
        body,
      });
    const answer = await ask(there);

    if (isAllowed(id, department, role, system)) {
      expect(answer.status).not.toBe(401);
      expect(answer.status).not.toBe(403);
      return;
    }
    expect(answer).toMatchObject({ status: 403, body: { code: "not-allowed", correlationId: "test-request" } });
    expect(answer.body).not.toHaveProperty("errors");
    expect(await ask(pathWith(path, missing))).toEqual(answer);
    expect(counter.stored()).toEqual(before);
    const entry = {
      officer: "officer-5",
      action: id,
      result: "refused",
      codes: ["not-allowed"],
      subjects: [],
      object: null,
    };
    expect(counter.trail().slice(trail)).toMatchObject([entry, entry]);
  });

  it("without a token: 401, the same whether there is anything or not, and nothing is stored but that it was asked", async () => {
    const { counter, person, id: filingId } = await filed();
    const before = counter.stored();
    const trail = counter.trail().length;
    const body = method === "POST" ? {} : undefined;
    const there = await counter.ask(method, pathWith(path, { ...missing, filingId, atenaNumber: person.atenaNumber }), {
      token: null,
      body,
    });
    expect(there).toMatchObject({ status: 401, body: { code: "no-token" } });
    expect(await counter.ask(method, pathWith(path, missing), { token: null, body })).toEqual(there);
    expect(await counter.ask(method, "/v1/nothing-here", { token: null, body })).toEqual(there);
    expect(counter.stored()).toEqual(before);
    const entry = { officer: "unknown", roles: [], result: "refused", codes: ["no-token"], subjects: [], object: null };
    expect(counter.trail().slice(trail)).toMatchObject([
      { ...entry, action: id },
      { ...entry, action: id },
      { ...entry, action: "unknown" },
    ]);
  });
});
