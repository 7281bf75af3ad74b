import { describe, expect, it } from "vitest";
import { acquiredOn, application, born, decide, reasonsOf, registeredAs } from "./decide.ts";

const at67 = born("1959-05-05");
const applied = (over: object = {}) => application({ ...at67, atCounter: { qualifyingMonths: 100 }, ...over });

describe("特例任意加入申出書 (A13)", () => {
  it("is gained on the day of the 申出, until 70", () => {
    expect(decide("special-voluntary-enrolment", applied())).toEqual({
      outcome: "accept",
      events: [
        { kind: "registered", facts: at67.person },
        {
          kind: "acquired",
          on: "2026-11-20",
          category: "special-voluntary",
          cause: "applied-special",
          expiresOn: "2029-05-04",
        },
      ],
      reasons: [],
    });
  });

  it.each([
    ["65 that day", applied(born("1961-11-21")), []],
    ["65 tomorrow", applied(born("1961-11-22")), ["refuse outside-special-age /person/birthDate"]],
    ["70 tomorrow", applied(born("1956-11-22")), []],
    ["70 that day", applied(born("1956-11-21")), ["refuse outside-special-age /person/birthDate"]],
    [
      "born after 1 April 1975",
      applied(born("1975-04-02")),
      ["refuse born-too-late /person/birthDate", "refuse outside-special-age /person/birthDate"],
    ],
    ["119 months", applied({ atCounter: { qualifyingMonths: 119 } }), []],
    [
      "120 months",
      applied({ atCounter: { qualifyingMonths: 120 } }),
      ["refuse qualifying-period-met /person/birthDate"],
    ],
    ["months nobody looked up", applied({ atCounter: undefined }), ["incomplete payment-record-unknown /atCounter"]],
    ["a day before the 申出", applied({ eventOn: "2026-11-19" }), ["refuse not-the-day-of-application /eventOn"]],
    ["世帯主", applied({ filer: "household-head" }), ["refuse filer-not-allowed /filer"]],
  ])("%s: %#", (_, body, reasons) => {
    const decision = decide("special-voluntary-enrolment", body);
    expect(reasonsOf(decision)).toEqual(reasons);
    expect(decision.outcome).toBe(reasons[0]?.split(" ")[0] ?? "accept");
  });

  it.each([
    ["任意加入", [acquiredOn("2020-04-01", "voluntary")], ["refuse already-enrolled /eventOn"]],
    ["特例任意加入", [acquiredOn("2025-04-01", "special-voluntary")], ["refuse already-enrolled /eventOn"]],
    ["enrolled later", [acquiredOn("2026-11-21", "2")], ["refuse later-record-exists /eventOn"]],
  ])("whom the file has as %s is refused", (_, events, reasons) => {
    const decision = decide("special-voluntary-enrolment", applied(), [registeredAs(at67.person), ...events]);
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toEqual(reasons);
  });
});
