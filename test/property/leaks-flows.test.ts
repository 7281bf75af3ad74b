import { describe, expect, it } from "vitest";
import { flowIds } from "../../shared/flows/catalogue.ts";
import { everyFlow } from "../support/every-flow.ts";
import { execute } from "../support/execution.ts";
import { type Deeds, deedsOf, fileWrongly, type Lived, liveUntilExamined } from "../support/leaks/flow-life.ts";
import { markedPeople, secretsOf } from "../support/leaks/marked-people.ts";
import { leakSearch } from "../support/leaks/search.ts";
import { toldDecisions } from "../support/leaks/told-decisions.ts";
import { toldResults } from "../support/leaks/told-results.ts";
import { openWitnessed, type WitnessedOffice } from "../support/leaks/witnessed-office.ts";

const manager = { as: "manager-1", roles: ["manager"] } as const;
const examiner = { as: "examiner-2", roles: ["examiner"] } as const;

const send = async (office: WitnessedOffice, refuse: boolean) => {
  let runId = "";
  const step: typeof office.step = async (event) => {
    const output = await office.step(event);
    runId = output.runId;
    return output;
  };
  expect(await execute(step, { name: "weekly" })).toBe("waiting");
  await office.ask("GET", "/v1/transmittals", manager);
  const decision = refuse ? { decision: "refuse", reason: "氏名を確かめる" } : { decision: "approve" };
  await office.ask("POST", `/v1/transmittals/${runId}/decision`, { ...manager, body: decision });
  const last = refuse ? "reopen" : "release";
  for (let next: string = last; next === last; ) ({ next } = await office.step({ step: last, runId }));
  await office.ask("GET", `/v1/transmittals/${runId}`, manager);
};

/** Every 手続 from the counter to what 日本年金機構 made of it, each about somebody else. */
const season = async (office: WitnessedOffice, seed: number, deeds: Deeds) => {
  const did = deedsOf(deeds);
  const people = markedPeople(everyFlow.length, seed);
  const lived: Lived[] = [];
  for (const [at, example] of everyFlow.entries()) {
    const person = people[at];
    if (!person) throw new Error("too few people");
    lived.push(await liveUntilExamined(office, example, person, at, did));
  }
  await send(office, true);
  await send(office, false);
  const sent = lived.filter(({ reported }) => reported);
  const file = Buffer.from(toldResults(sent, seed)).toString("base64");
  for (const contentBase64 of [
    file,
    file,
    `${file.slice(0, -40)}AAAA`,
    Buffer.from(toldDecisions(sent)).toString("base64"),
    Buffer.from(people[0]?.name ?? "").toString("base64"),
  ])
    await office.ask("POST", "/v1/results", { ...examiner, body: { contentBase64 } });
  for (const { flow, filingId, body, person } of lived) {
    const { status } = (await office.ask("GET", `/v1/filings/${filingId}`)).body;
    did(flow, `ended ${status}`);
    if (
      status === "returned" &&
      (
        await office.ask("POST", `/v1/filings/${filingId}/actions`, {
          body: { action: "correct", filing: body },
        })
      ).status === 200
    )
      did("any", "corrected after 返戻");
    for (const path of ["", "/ledger", "/months", "/benefits"])
      await office.ask("GET", `/v1/people/${person.atenaNumber}${path}`, { purpose: "filing" });
  }
  for (const [at, one] of lived.entries()) await fileWrongly(office, one, seed * 100 + at, did);
  return people;
};

const seasons = 2;
const fewest = 4_000;

describe("personal data in every 手続", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    `part %i: over ${fewest} operations it stands in no log line, key, plain attribute, name, header, problem or workflow`,
    async (part) => {
      const deeds: Deeds = new Map();
      let operations = 0;
      for (let at = 0; at < seasons; at += 1) {
        const office = openWitnessed();
        try {
          const people = await season(office, part * 10 + at, deeds);
          const search = leakSearch(secretsOf(people));
          for (const [place, text] of Object.entries(office.outside()))
            expect([place, search(text)]).toEqual([place, []]);
          expect(office.surprises()).toEqual([]);
          const numbers = leakSearch({
            numbers: people.map((one) => one.individualNumber ?? ""),
            marks: [],
            values: [],
          });
          expect(numbers(office.shown())).toEqual([]);
          operations += office.operations();
        } finally {
          office.stop();
        }
      }
      process.stdout.write(`leaks-flows ${part}: ${operations} operations\n`);
      const each = [
        "accepted",
        "sent again",
        "key reused",
        "withdrawn",
        "kept out of a remark",
        "returned",
        "corrected wrongly",
        "corrected",
        "examined",
        "refused",
      ];
      const left = flowIds.flatMap((flow) =>
        each.filter((deed) => !deeds.has(`${flow} ${deed}`)).map((deed) => `${flow} ${deed}`),
      );
      expect(left).toEqual([]);
      const ends = new Set([...deeds.keys()].flatMap((deed) => / ended (\S+)$/.exec(deed)?.[1] ?? []));
      expect([...ends]).toEqual(expect.arrayContaining(["amended", "closed", "rejected", "returned"]));
      expect(deeds.get("any corrected after 返戻")).toBeGreaterThan(0);
      expect(operations).toBeGreaterThan(fewest);
    },
  );
});
