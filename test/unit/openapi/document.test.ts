import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Operation } from "../../../shared/contracts/operation.ts";
import { type OperationId, operations } from "../../../shared/contracts/operations.ts";
import { problems } from "../../../shared/contracts/problems.ts";
import { openApiDocument } from "../../../tools/openapi/document.ts";
import { failures } from "../../../tools/openapi/failures.ts";
import { failuresInCode } from "./failures-in-code.ts";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

const all = Object.entries(operations) as [OperationId, Operation][];

interface Described {
  readonly operationId: string;
  readonly responses: Record<string, { description: string }>;
  readonly parameters: { name: string; schema: { pattern?: string } }[];
  readonly requestBody?: unknown;
}

const document = JSON.parse(JSON.stringify(openApiDocument())) as {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, unknown> };
};

const describedAt = ({ path, method }: Operation) => document.paths[path]?.[method.toLowerCase()];

describe("docs/openapi.json", () => {
  it("is what the code says today (npm run openapi writes it anew)", () => {
    expect(JSON.parse(read("docs/openapi.json"))).toEqual(document);
  });

  it("has each operation once and no other", () => {
    const described = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(described.map(({ operationId }) => operationId).sort()).toEqual(all.map(([id]) => id).sort());
  });

  it.each(all)("%s names every problem it can end in, under its status", (id, operation) => {
    const codes = ["no-token", "not-allowed", "internal-error", ...failures[id]] as const;
    for (const code of codes) {
      const response = describedAt(operation)?.responses[problems[code].status];
      expect(response?.description).toContain(`${code}: ${problems[code].title}`);
    }
  });

  it("leaves no problem code unmentioned but the one for what is no operation", () => {
    const text = JSON.stringify(document.paths);
    expect(Object.keys(problems).filter((code) => !text.includes(`${code}: `))).toEqual(["no-such-operation"]);
  });

  it("asks for a body of every operation that reads one, and refers to nothing that is not there", () => {
    for (const [id, operation] of all) {
      const reads =
        operation.method === "POST" &&
        !["file:unknown", "resumeRun", "endSession", "takeOutput", "resumeErasure", "liftHold"].includes(id);
      expect([id, describedAt(operation)?.requestBody !== undefined]).toEqual([id, reads]);
    }
    const referred = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(referred.length).toBeGreaterThan(0);
    expect(referred.filter((name) => !Object.hasOwn(document.components.schemas, name ?? ""))).toEqual([]);
  });

  it("asks for an Idempotency-Key in the form that the code takes", () => {
    const key = describedAt(operations["file:loss"])?.parameters.find(({ name }) => name === "Idempotency-Key");
    expect(read("shared/http/idempotency-key.ts")).toContain(`/${key?.schema.pattern}/`);
  });
});

describe("the table of failures", () => {
  const found = failuresInCode();

  it("was compared with every operation", () => {
    expect(Object.keys(found).sort()).toEqual(all.map(([id]) => id).sort());
  });

  it.each(Object.entries(found))("of %s is what the code of its work names", (id, codes) => {
    expect([...(failures[id as OperationId] ?? [])].sort()).toEqual([...codes].sort());
  });
});
