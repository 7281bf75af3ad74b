import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { transformSync } from "esbuild";
import { may } from "../../shared/access/may.ts";
import { cedar, policyTexts } from "../../tools/policies/read-policies.ts";
import { against, atMost, median, noted } from "../figure.ts";
import type { Measure } from "../groups.ts";

const rounds = 9;

/** Permitted: every rule that could forbid it is asked too. */
const caller = { department: "pension", roles: ["examiner", "manager"], system: null } as const;

/** CPU in ns of one call of `work`, done `count` times. */
const nanoseconds = (count: number, work: () => unknown): number => {
  const before = process.cpuUsage();
  for (let at = 0; at < count; at += 1) work();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1000) / count;
};

const measured = (count: number, work: () => unknown): number => {
  for (let at = 0; at < 3; at += 1) nanoseconds(count, work);
  return median(Array.from({ length: rounds }, () => nanoseconds(count, work)));
};

const officer = { type: "Officer", id: "officer-1" };
const run = { type: "Transmittal", id: "run" };

const byCedar = () =>
  cedar.statefulIsAuthorized({
    principal: officer,
    action: { type: "Action", id: "decideRun" },
    resource: run,
    context: { own: false },
    preparsedPolicySetId: "bench",
    preparsedSchemaName: "bench",
    validateRequest: false,
    entities: [
      { uid: officer, attrs: { department: caller.department, duties: [...caller.roles] }, parents: [] },
      { uid: run, attrs: {}, parents: [] },
    ],
  });

/** One decision over all policies, by the predicates that the functions carry; Cedar's own evaluator in WebAssembly is the yardstick. */
export const policies: Measure = async () => {
  const texts = policyTexts();
  const before = process.cpuUsage();
  cedar.preparsePolicySet("bench", { staticPolicies: texts.policies });
  cedar.preparseSchema("bench", texts.schema);
  const { user, system } = process.cpuUsage(before);

  const decision = measured(200_000, () => may(caller, "decideRun", { own: false }));
  const written = readFileSync(new URL("../../shared/access/policies.generated.ts", import.meta.url), "utf8");
  const wasm = createRequire(import.meta.url)
    .resolve("@cedar-policy/cedar-wasm/nodejs")
    .replace(/\.js$/, "_bg.wasm");
  return [
    atMost({ name: "policy-decision", value: decision, unit: "ns" }, 2_000),
    against(
      { name: "policy-decision-to-cedar", value: decision, unit: "ns" },
      { what: "cedar-wasm, policies and schema parsed before", value: measured(300, byCedar) },
      0.05,
    ),
    against(
      {
        name: "policy-bytes",
        value: Buffer.byteLength(transformSync(written, { loader: "ts", minify: true }).code) / 1024,
        unit: "KB",
      },
      { what: "cedar-wasm", value: statSync(wasm).size / 1024 },
      0.01,
    ),
    noted({ name: "cedar-parse", value: (user + system) / 1000, unit: "ms" }),
  ];
};
