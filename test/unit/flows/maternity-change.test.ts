import { describe, expect, it } from "vitest";
import { recordedMonths } from "../../../shared/domain/months.ts";
import { plainMonth } from "../../../shared/law/calendar.ts";
import {
  acquiredOn,
  application,
  changedOn,
  childcareOf,
  decide,
  enrolled,
  fold,
  maternityOn,
  reasonsOf,
  registered,
} from "./decide.ts";

const recorded = [...enrolled, maternityOn("2026-10-10")];
const change = (details: object, over: object = {}) =>
  application({
    details: { recordedOn: "2026-10-10", day: "2026-10-10", dayIs: "delivered", type: "single", ...details },
    ...over,
  });
const file = (body: object, events = recorded) => decide("maternity-change", body, events);

describe("産前産後免除変更届 (B15)", () => {
  it("出産月が予定月とずれたら、届け出た月に代わる", () => {
    const decision = file(change({ day: "2026-11-02" }));
    expect(decision).toMatchObject({
      outcome: "accept",
      events: [
        {
          kind: "maternity-exempted",
          on: "2026-11-02",
          type: "single",
          from: "2026-10",
          until: "2027-01",
          was: "2026-10-10",
        },
      ],
    });
    const person = fold([...recorded, ...("events" in decision ? decision.events : [])]);
    expect(person.reliefs.maternity).toHaveLength(1);
    const months = recordedMonths(person, plainMonth("2026-09"), plainMonth("2027-02"));
    expect(months.map(({ relief }) => relief !== null)).toEqual([false, true, true, true, true, false]);
  });

  it("多胎と分かったら、出産月の3月前からになる", () => {
    expect(file(change({ type: "multiple" }))).toMatchObject({
      outcome: "accept",
      events: [{ on: "2026-10-10", type: "multiple", from: "2026-07", until: "2026-12", was: "2026-10-10" }],
    });
  });

  it.each([
    ["記録のない日", { recordedOn: "2026-10-11", day: "2026-11-02" }, "refuse no-such-maternity /details/recordedOn"],
    ["何も変わらない", {}, "refuse nothing-to-correct /details/day"],
    ["まだ来ない出産日", { day: "2026-11-21" }, "refuse birth-in-future /details/day"],
    ["6か月より先の予定日", { day: "2027-05-21", dayIs: "due" }, "refuse before-six-months /filedOn"],
  ])("%sの変更は受け付けない", (_, details, reason) => {
    const decision = file(change(details, { documents: ["maternity-handbook"] }));
    expect(decision.outcome).toBe("refuse");
    expect(reasonsOf(decision)).toContain(reason);
  });

  it("別の出産の記録に重なる日には変えられない", () => {
    const decision = file(change({ day: "2025-12-01" }), [...recorded, maternityOn("2025-12-05")]);
    expect(reasonsOf(decision)).toContain("refuse maternity-already-recorded /details/day");
  });

  it("第1号の月がなくなる変更も事実なので受け付け、そのことを知らせる", () => {
    const events = [registered, acquiredOn("2015-04-01"), maternityOn("2026-10-10")];
    const decision = file(change({ day: "2026-11-02" }), [...events, changedOn("2026-09-01", "2")]);
    expect([decision.outcome, reasonsOf(decision)]).toEqual(["accept", ["notice months-outside-category-1"]]);
  });

  it("母の育児期間免除の記録があれば、その変更も要るかを知らせる", () => {
    const reasons = (parent: "mother" | "father") =>
      reasonsOf(
        file(change({ day: "2026-11-02" }), [...recorded, childcareOf("2026-10-10", "2027-01", "2027-09", { parent })]),
      );
    expect(reasons("mother")).toContain("notice childcare-follows");
    expect(reasons("father")).not.toContain("notice childcare-follows");
  });

  it("変更後が予定日なら母子健康手帳が要る", () => {
    const decision = file(change({ day: "2026-12-20", dayIs: "due" }));
    expect(reasonsOf(decision)).toContain("incomplete document-missing /documents");
  });
});
