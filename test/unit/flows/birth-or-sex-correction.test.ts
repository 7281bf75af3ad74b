import { describe, expect, it } from "vitest";
import { decide, enrolled, form, reasonsOf } from "./decide.ts";

const corrected = (details: object, over: object = {}) => form({ documents: ["residence-record"], details, ...over });

describe("生年月日・性別訂正届 (A10)", () => {
  it.each([
    ["the birth date", { correctBirthDate: "1990-05-11" }, { birthDate: "1990-05-11" }, ["notice ages-change"]],
    ["the sex", { correctSex: "female" }, { sex: "female" }, []],
    [
      "both",
      { correctBirthDate: "1990-05-11", correctSex: "male" },
      { birthDate: "1990-05-11", sex: "male" },
      ["notice ages-change"],
    ],
  ])("%s is recorded as it should be; a birth date warns that ages move", (_, details, facts, reasons) => {
    const decision = decide("birth-or-sex-correction", corrected(details), enrolled);
    expect(decision).toMatchObject({ outcome: "accept" });
    expect("events" in decision && decision.events).toEqual([{ kind: "facts-changed", on: "2026-11-16", facts }]);
    expect(reasonsOf(decision)).toEqual(reasons);
  });

  it.each([
    ["nothing to correct", corrected({}), enrolled, "refuse", ["refuse nothing-to-correct /details"]],
    [
      "someone not on file",
      corrected({ correctSex: "female" }),
      [],
      "refuse",
      ["refuse person-not-on-file /person/atenaNumber"],
    ],
    [
      "a birth date after the day it came to be known",
      corrected({ correctBirthDate: "2026-11-17" }),
      enrolled,
      "refuse",
      ["notice ages-change", "refuse event-before-birth /details/correctBirthDate"],
    ],
    [
      "no 住民票 or 戸籍",
      corrected({ correctSex: "female" }, { documents: [] }),
      enrolled,
      "incomplete",
      ["incomplete document-missing /documents"],
    ],
  ])("%s", (_, body, events, outcome, reasons) => {
    const decision = decide("birth-or-sex-correction", body, events);
    expect(decision.outcome).toBe(outcome);
    expect(reasonsOf(decision)).toEqual(reasons);
  });
});
