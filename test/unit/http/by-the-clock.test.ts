import { describe, expect, it } from "vitest";
import { byTheClock } from "../../../functions/by-the-clock.ts";
import { memoryLog } from "../../../shared/http/log.ts";
import { applicant } from "../../support/people.ts";

describe("a function that no caller waits for", () => {
  it("fails without the message of what went wrong, which the runtime would print, and logs that it did", async () => {
    const { individualNumber } = applicant();
    const log = memoryLog();
    const handler = byTheClock(log, async () => {
      throw new Error(`no such item: ${individualNumber}`, { cause: new Error(individualNumber) });
    });
    const thrown = await handler({}).then(
      () => undefined,
      (error: Error) => error,
    );
    expect(thrown).toBeInstanceOf(Error);
    expect(`${thrown?.stack} ${String(thrown?.cause)}`).not.toContain(individualNumber);
    expect(log.lines.map(({ code }) => code)).toEqual(["internal-error"]);
  });

  it("answers what its work answers", async () => {
    expect(await byTheClock(memoryLog(), async (event: number) => event + 1)(1)).toBe(2);
  });
});
