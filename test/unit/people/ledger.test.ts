import { describe, expect, it } from "vitest";
import { acquisitionOf, applicant, lossOf } from "../../support/people.ts";
import { openCounter } from "../support/counter.ts";

const person = applicant();

describe("the ledger as it is asked for", () => {
  it("by a day tells the period of that day, and by what was known on a day leaves out what was recorded later", async () => {
    const counter = openCounter();
    await counter.file("acquisition", acquisitionOf(person));
    counter.time.now = "2026-11-25T01:00:00.000Z" as typeof counter.time.now;
    await counter.file("loss", lossOf(person));
    const ask = async (query: Record<string, string>) =>
      (await counter.ask("GET", `/v1/people/${person.atenaNumber}/ledger`, { purpose: "filing", query })).body;

    expect(await ask({})).toMatchObject({ asOf: "2026-11-25", knownOn: "2026-11-25", period: null });
    expect(await ask({ asOf: "2026-11-18" })).toMatchObject({
      period: { until: "2026-11-19", fromStandingLabel: "参考(見込み)" },
    });
    const earlier = await ask({ knownOn: "2026-11-24" });
    expect(earlier).toMatchObject({ period: { from: "2026-11-16" }, periods: [{ from: "2026-11-16", until: null }] });
    expect(earlier.entries).toHaveLength(1);
    expect(await ask({ knownOn: "2026-11-22" })).toMatchObject({ periods: [], entries: [] });
  });

  it("shows no 個人番号", async () => {
    const counter = openCounter();
    await counter.file("acquisition", acquisitionOf(person));
    const shown = JSON.stringify(await counter.ledger(person.atenaNumber));
    expect(shown).not.toContain(person.individualNumber);
    expect(shown).toContain('"individualNumber":"************"');
  });
});
