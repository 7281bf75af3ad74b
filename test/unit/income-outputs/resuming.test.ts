import { describe, expect, it } from "vitest";
import type { Instant } from "../../../shared/law/calendar.ts";
import type { Database } from "../../../shared/stores/database.ts";
import { examiner, requestFor, requestList } from "../../support/income-outputs.ts";
import { openOffice } from "../../support/office.ts";
import { preparedStores } from "../../support/output-story.ts";

/** Two steps of the list: 400 lines and some more. */
const asked = Array.from({ length: 404 }, (_, at) => requestFor(at % 5));
const body = { kind: "request-answer", contentBase64: requestList(asked) };

describe("an output that is cut off", () => {
  it("out of time answers 202 with how far it came, and goes on from there", async () => {
    const { database, ...stores } = await preparedStores();
    let ticks = 0;
    // Every transaction takes seven seconds.
    const slow: Database = {
      ...database,
      transact: (writes) => {
        ticks += 7_000;
        return database.transact(writes);
      },
    };
    const office = openOffice({ ...stores, database: slow });
    const start = Date.parse(office.time.now);
    Object.defineProperty(office.time, "now", { get: () => new Date(start + ticks).toISOString() as Instant });
    const turns: unknown[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const answer = await office.ask("POST", "/v1/income-outputs", { ...examiner, body });
      turns.push([answer.status, answer.body.state, answer.body.examined]);
      if (answer.status === 200) break;
      expect(answer.body.next).toMatch(/もう一度送る/);
    }
    expect(turns).toEqual([
      [202, "composing", 400],
      [202, "composing", 404],
      [200, "sealed", 404],
    ]);
  });

  it("two officers at once make one output, with every line once", async () => {
    const stores = await preparedStores();
    const office = openOffice(stores);
    const put = (as: string) => office.ask("POST", "/v1/income-outputs", { ...examiner, as, body });
    const answers = await Promise.all([put("examiner-1"), put("examiner-2")]);
    const last = await put("examiner-1");
    expect(answers.every(({ status }) => [200, 202, 409].includes(status))).toBe(true);
    expect(last.body).toMatchObject({ state: "sealed", lines: 404, examined: 404 });
    expect(stores.database.dump("transmittals").filter(({ pk }) => pk === "INCOME-OUTPUTS")).toHaveLength(1);
  });
});
