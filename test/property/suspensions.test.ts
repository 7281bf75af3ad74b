import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AtenaNumber } from "../../shared/domain/ids.ts";
import { modelOf, putOnFile } from "../support/income-outputs.ts";
import {
  csvRows,
  decide,
  examiner,
  extractOf,
  manager,
  openOutputOffice,
  otherManager,
  requested,
  take,
} from "../support/outputs.ts";
import { suspensionClaim } from "../support/requests.ts";

const people = 3;
type Scope = "use" | "provision";
const scopes: readonly Scope[] = ["use", "provision"];

const who = fc.nat({ max: people - 1 });
const step = fc.oneof(
  fc.record({ kind: fc.constant("place" as const), who, scopes: fc.subarray([...scopes], { minLength: 1 }) }),
  fc.record({ kind: fc.constant("lift" as const), who }),
  fc.record({ kind: fc.constant("provide" as const), who }),
  fc.constant({ kind: "ask" as const }),
  fc.constant({ kind: "approve" as const }),
  fc.constant({ kind: "take" as const }),
);

interface Asked {
  readonly path: string;
  /** Who may be in it, once it was made; and how often any 利用停止 had changed by then. */
  made: { readonly included: ReadonlySet<number>; readonly changes: number } | null;
  taken: boolean;
}

const names = new Map(Array.from({ length: people }, (_, nth) => [modelOf(nth).name, nth]));

const opened = async () => {
  const office = openOutputOffice();
  const onFile: AtenaNumber[] = [];
  for (let nth = 0; nth < people; nth += 1) onFile.push(await putOnFile(office, nth));
  const requests: string[] = [];
  for (const atenaNumber of onFile) requests.push(await suspensionClaim(office, atenaNumber));
  const suspended = new Map<number, { readonly id: string; readonly scopes: readonly Scope[] }>();
  const isStopped = (nth: number, scope: Scope) => suspended.get(nth)?.scopes.includes(scope) ?? false;
  return { office, onFile, requests, suspended, isStopped };
};

describe("利用停止は、いつかけ、いつ作り、いつ解いても", () => {
  it("停止された人をどの出力にも提供にも出さず、ほかの人は必ず出す", async () => {
    let refusals = 0;
    let files = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
        const { office, onFile, requests, suspended, isStopped } = await opened();
        const outputs: Asked[] = [];
        let changes = 0;
        for (const each of steps) {
          switch (each.kind) {
            case "place": {
              const answer = await office.ask("POST", "/v1/suspensions", {
                ...manager,
                body: {
                  requestId: requests[each.who],
                  atenaNumber: onFile[each.who],
                  scopes: each.scopes,
                  until: null,
                  // No two alike, so that none is taken for the one before.
                  documentNumber: `第${steps.indexOf(each) + 1}号`,
                },
              });
              expect(answer.status).toBe(suspended.has(each.who) ? 409 : 201);
              if (answer.status === 201) {
                changes += 1;
                suspended.set(each.who, { id: answer.body.suspensionId, scopes: each.scopes });
              }
              break;
            }
            case "lift": {
              const known = suspended.get(each.who);
              if (!known) break;
              const answer = await office.ask("POST", `/v1/suspensions/${known.id}/lifting`, {
                ...otherManager,
                body: { documentNumber: "第1号" },
              });
              expect(answer.status).toBe(200);
              changes += 1;
              suspended.delete(each.who);
              break;
            }
            case "provide": {
              const answer = await office.ask("GET", `/v1/provisions/${onFile[each.who]}`, {
                as: "national-health-insurance",
                roles: ["system"],
                system: "national-health-insurance",
              });
              expect(answer.status).toBe(isStopped(each.who, "provision") ? 409 : 200);
              expect("items" in answer.body).toBe(answer.status === 200);
              break;
            }
            case "ask":
              outputs.push({ path: await requested(office, extractOf()), made: null, taken: false });
              break;
            case "approve": {
              const output = outputs.find(({ made }) => made === null);
              if (!output) break;
              expect((await decide(office, output.path)).status).toBe(200);
              const included = [...names.values()].filter((nth) => !isStopped(nth, "use"));
              output.made = { included: new Set(included), changes };
              break;
            }
            case "take": {
              const output = outputs.find(({ made, taken }) => made !== null && !taken);
              if (!output?.made) break;
              const answer = await take(office, output.path, 1, examiner);
              output.taken = true;
              if (output.made.changes !== changes) {
                expect(answer).toMatchObject({ status: 409, body: { code: "output-outdated" } });
                refusals += 1;
                break;
              }
              const rows = csvRows(Buffer.from(answer.body.contentBase64, "base64"));
              const inFile = rows.map(({ 氏名 = "" }) => names.get(氏名) ?? -1);
              expect(inFile.toSorted()).toEqual([...output.made.included].toSorted());
              expect(inFile.toSorted()).toEqual([...names.values()].filter((nth) => !isStopped(nth, "use")));
              files += 1;
            }
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(Math.min(refusals, files)).toBeGreaterThan(10);
  }, 120_000);
});
