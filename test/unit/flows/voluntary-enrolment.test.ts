import { describe, expect, it } from "vitest";
import { flows } from "../../../shared/flows/catalogue.ts";
import { acquiredOn, application, born, decide, enrolled, lostOn, reasonsOf, registered, somebody } from "./decide.ts";

const known = { creditedMonths: 400, isJapanese: true, receivesOldAgeBasic: false };
const at62 = born("1964-05-05");
const applied = (over: object = {}, cause = "applied-domestic-60") =>
  application({ ...at62, details: { cause }, atCounter: known, ...over });
const abroad = (over: object = {}) => applied({ person: somebody, ...over }, "applied-abroad");
const pensioner = (over: object = {}) =>
  applied({ ...born("1970-05-05"), documents: ["old-age-benefit-certificate"], ...over }, "applied-domestic-20");

describe("任意加入申出書 (A12)", () => {
  it("is gained on the day of the 申出, until 65 where 480 months are far", () => {
    expect(decide("voluntary-enrolment", applied())).toEqual({
      outcome: "accept",
      events: [
        { kind: "registered", facts: at62.person },
        {
          kind: "acquired",
          on: "2026-11-20",
          category: "voluntary",
          cause: "applied-domestic-60",
          expiresOn: "2029-05-04",
        },
      ],
      reasons: [],
    });
  });

  it.each([
    ["479 months: full with November itself", 479, "2026-12-01"],
    ["470 months: full with August", 470, "2027-09-01"],
    ["451 months: full on the last month before 65", 451, "2029-04-01"],
    ["450 months: full with April of the year of 65", 450, "2029-05-01"],
    ["449 months: 65 comes first", 449, "2029-05-04"],
    ["none", 0, "2029-05-04"],
  ])("%s", (_, creditedMonths, expiresOn) => {
    const decision = decide("voluntary-enrolment", applied({ atCounter: { ...known, creditedMonths } }));
    expect(decision).toMatchObject({ outcome: "accept", events: [{ kind: "registered" }, { expiresOn }] });
  });

  it.each([
    ["在外の日本人, 36 years old", abroad(), []],
    [
      "在外, not Japanese",
      abroad({ atCounter: { ...known, isJapanese: false } }),
      ["refuse outside-voluntary-scope /details/cause"],
    ],
    ["在外, under 20", abroad(born("2006-11-22")), ["refuse outside-voluntary-scope /details/cause"]],
    ["在外, 20 that day", abroad(born("2006-11-21")), []],
    ["老齢給付のある56歳", pensioner(), []],
    [
      "老齢給付のある人, 60 that day",
      pensioner(born("1966-11-21")),
      ["incomplete other-voluntary-cause /details/cause"],
    ],
    ["国内, a foreigner of 62", applied({ atCounter: { ...known, isJapanese: false } }), []],
    ["国内, 60 that day", applied(born("1966-11-21")), []],
    ["国内, 60 tomorrow", applied(born("1966-11-22")), ["refuse outside-voluntary-scope /details/cause"]],
    ["65 tomorrow", applied(born("1961-11-22")), []],
    ["65 that day", applied(born("1961-11-21")), ["refuse outside-voluntary-scope /details/cause"]],
    [
      "480 months",
      applied({ atCounter: { ...known, creditedMonths: 480 } }),
      ["refuse full-months-reached /details/cause"],
    ],
    [
      "老齢基礎年金を受けている人",
      applied({ atCounter: { ...known, receivesOldAgeBasic: true } }),
      ["refuse old-age-received /details/cause"],
    ],
    [
      "whose months nobody looked up",
      applied({ atCounter: undefined }),
      ["incomplete payment-record-unknown /atCounter"],
    ],
    ["老齢給付, without 年金証書", pensioner({ documents: [] }), ["incomplete document-missing /documents"]],
    ["the day before the 申出", applied({ eventOn: "2026-11-19" }), ["refuse not-the-day-of-application /eventOn"]],
    ["the day after the 申出", applied({ eventOn: "2026-11-21" }), ["refuse not-the-day-of-application /eventOn"]],
    ["世帯主", applied({ filer: "household-head" }), ["refuse filer-not-allowed /filer"]],
    ["職権", applied({ filer: "ex-officio" }), ["refuse filer-not-allowed /filer"]],
  ])("%s: %#", (_, body, reasons) => {
    const decision = decide("voluntary-enrolment", body);
    expect(reasonsOf(decision)).toEqual(reasons);
    expect(decision.outcome).toBe(reasons[0]?.split(" ")[0] ?? "accept");
  });

  it.each([
    ["lost before", [...enrolled, lostOn("2026-11-20")], []],
    ["第1号", enrolled, ["refuse already-enrolled /eventOn"]],
    ["第2号", [registered, acquiredOn("2015-04-01", "2")], ["refuse already-enrolled /eventOn"]],
    ["任意加入", [registered, acquiredOn("2015-04-01", "voluntary")], ["refuse already-enrolled /eventOn"]],
    ["enrolled later", [registered, acquiredOn("2026-11-21")], ["refuse later-record-exists /eventOn"]],
  ])("whom the file has as %s", (_, events, reasons) => {
    expect(reasonsOf(decide("voluntary-enrolment", abroad(), events))).toEqual(reasons);
  });

  it.each([
    ["a cause of another 届出", { details: { cause: "moved-into-japan" } }, "details.cause"],
    ["months below none", { atCounter: { ...known, creditedMonths: -1 } }, "atCounter.creditedMonths"],
    ["nationality left out", { atCounter: { ...known, isJapanese: undefined } }, "atCounter.isJapanese"],
  ])("%s is no such form", (_, over, path) => {
    const parsed = flows["voluntary-enrolment"].request.safeParse(applied(over));
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
  });
});
