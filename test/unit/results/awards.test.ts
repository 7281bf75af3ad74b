import { describe, expect, it } from "vitest";
import { type Recipient, recipientState } from "../../../shared/domain/recipients.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { awardOf } from "../../support/benefit-decisions.ts";
import { openOffice } from "../../support/office.ts";
import { claimFiling, recordFor, rightRecorded, withClaim } from "../../support/rights-on-file.ts";

const today = plainDate("2026-12-31");
const claimed = (kind: Recipient["kind"] = "disability", facts: object = {}) =>
  rightRecorded("claimed", "2026-11-20", kind, {
    claimedOn: "2026-11-20",
    startMonth: "2026-12",
    ...(kind === "special-disability" ? {} : { entitledOn: "2026-11-20" }),
    ...facts,
  });
const opened = (claim = claimed()) => withClaim(openOffice(), [], claim);
const award = awardOf("disability", {
  symbol: "5350",
  number: "0012345678",
  startMonth: "2026-12",
  grade: 2,
  determination: "term",
  nextCertificateMonth: "2029-05",
  basicYen: 831_700,
  paidYen: 831_700,
});
const lines = ([right]: readonly Recipient[]) => right?.history.map(({ change, standing }) => [change, standing]);

describe("裁定", () => {
  it("makes the claim 確定 and records what was decided of its own right", async () => {
    const { settle, rights } = await opened(claimed("disability", { diseaseName: "統合失調症" }));
    expect(await settle({ award })).toBe("approved");
    const after = await rights();
    expect(after).toMatchObject([
      {
        seq: 1,
        kind: "disability",
        facts: { ...award.facts, claimedOn: "2026-11-20", adjudicatedOn: "2026-12-04", diseaseName: "統合失調症" },
      },
    ]);
    expect(lines(after)).toEqual([
      ["claimed", "confirmed"],
      ["awarded", "confirmed"],
    ]);
    expect(after.map((right) => recipientState(right, today))).toEqual(["receiving"]);
  });

  it("otherwise than claimed stands over the claim, whose day stays in the history", async () => {
    const { settle, rights } = await opened();
    const otherwise = awardOf("disability", { ...award.facts, entitledOn: "2026-09-01", startMonth: "2026-10" });
    expect(await settle({ result: "amended", award: otherwise })).toBe("amended");
    const after = await rights();
    expect(after).toMatchObject([{ facts: { entitledOn: "2026-09-01", startMonth: "2026-10" } }]);
    expect(lines(after)?.map(([change]) => change)).toEqual(["claimed", "awarded"]);
  });

  it("of a 障害基礎年金 as one of 20歳前傷病 is 訂正, and nothing else lets the kind differ", async () => {
    const { settle, rights } = await opened();
    const before20 = awardOf("disability-before-20", award.facts);
    expect(await settle({ award: before20 })).toBe("unfit-grant");
    expect(await settle({ result: "amended", award: before20 })).toBe("amended");
    expect(await rights()).toMatchObject([{ seq: 1, kind: "disability-before-20", facts: { grade: 2 } }]);
  });

  it("of 死亡一時金 is over with its payment", async () => {
    const { settle, rights } = await opened(rightRecorded("claimed", "2026-11-20", "death-lump-sum"));
    expect(await settle({ form: "C10", award: awardOf("death-lump-sum", { paidYen: 120_000 }) })).toBe("approved");
    const [right] = await rights();
    expect(right?.facts).toMatchObject({ paidYen: 120_000, forfeiture: "paid-once", forfeitedOn: "2026-12-04" });
    expect(right && recipientState(right, today)).toBe("ended");
  });

  it("of 特別障害給付金 is recorded in its own register", async () => {
    const { settle, rights } = await opened(claimed("special-disability"));
    const special = awardOf("special-disability", { number: "77", startMonth: "2026-12", grade: 1 });
    expect(await settle({ form: "C12", award: special })).toBe("approved");
    expect(await rights()).toMatchObject([
      { register: "special-disability", seq: 1, facts: { number: "77", grade: 1 } },
    ]);
  });

  it("of a second right leaves the first as it is", async () => {
    const survivor = rightRecorded("awarded", "2020-04-01", "survivor", { serial: 1, basicYen: 800_000 });
    const own = rightRecorded("claimed", "2026-11-20", "old-age", { claimedOn: "2026-11-20" }, 2);
    const { settle, rights } = await withClaim(openOffice(), [survivor], own);
    const before = (await rights())[0];
    expect(await settle({ form: "C01", award: awardOf("old-age", { startMonth: "2026-12" }) })).toBe("approved");
    const after = await rights();
    expect(after[0]).toEqual(before);
    expect(after[1]).toMatchObject({ seq: 2, kind: "old-age", facts: { startMonth: "2026-12" } });
  });

  it.each([
    ["C02 without what was decided", {}, "grant-missing"],
    ["C02 without a grade", { award: awardOf("disability", { startMonth: "2026-12" }) }, "grant-missing"],
    ["C02 without a month", { award: awardOf("disability", { grade: 1 }) }, "grant-missing"],
    ["C02 of another kind", { award: awardOf("old-age", { startMonth: "2026-12" }) }, "unfit-grant"],
    ["C02 before its claim", { award, processedOn: plainDate("2026-11-19") }, "decided-before-claim"],
  ])("%s changes nothing", async (_, over, reason) => {
    const { settle, rights } = await opened();
    const before = await rights();
    expect(await settle(over)).toBe(reason);
    expect(await rights()).toEqual(before);
  });

  it("of a filing that recorded no right changes nothing", async () => {
    const other = { kind: "requested", what: "number-notice" } as const;
    const { settle, rights } = await withClaim(openOffice(), [], other);
    expect(await settle({ award })).toBe("no-such-right");
    expect(await rights()).toEqual([]);
  });
});

describe("不支給 and 返戻", () => {
  it.each(["rejected", "returned"] as const)("%s leaves no right of a first claim", async (result) => {
    const { settle, rights } = await opened();
    expect(await settle({ result, reasonCode: "12" })).toBe(result);
    expect(await rights()).toEqual([]);
  });

  it("may be put right and sent again any number of times, each time for a right of its own", async () => {
    const office = openOffice();
    const { atenaNumber, settle, rights } = await withClaim(office, [], claimed());
    for (const certificateForm of ["120-1", "120-2"]) {
      expect(await settle({ result: "returned", reasonCode: "07" })).toBe("returned");
      const again = claimed("disability", { certificateForm });
      await recordFor(office, atenaNumber, { kind: "filing", filingId: claimFiling }, [again]);
    }
    expect(await settle({ award })).toBe("approved");
    const after = await rights();
    expect(after).toMatchObject([{ seq: 1, facts: { certificateForm: "120-2", grade: 2 } }]);
    expect(lines(after)?.map(([change]) => change)).toEqual(["claimed", "awarded"]);
  });

  it("of 額改定請求 leaves the right as it was before", async () => {
    const history = [rightRecorded("awarded", "2024-04-01", "disability", { grade: 2, basicYen: 816_000 })];
    const revision = rightRecorded("revision-claimed", "2026-11-20", "disability", { certificateForm: "120-4" });
    const { settle, rights } = await withClaim(openOffice(), history, revision);
    expect(await settle({ form: "C04", result: "rejected" })).toBe("rejected");
    const after = await rights();
    expect(after).toMatchObject([{ facts: { grade: 2, basicYen: 816_000 } }]);
    expect(lines(after)).toEqual([["awarded", "confirmed"]]);
  });
});

describe("what was decided of a right on file", () => {
  const history = [rightRecorded("awarded", "2024-04-01", "disability", { grade: 2, basicYen: 816_000 })];
  const filed = (change: Parameters<typeof rightRecorded>[0], facts: object = {}) =>
    withClaim(openOffice(), history, rightRecorded(change, "2026-11-20", "disability", facts));

  it("額改定 is recorded, and needs its grade", async () => {
    const { settle, rights } = await filed("revision-claimed", { certificateForm: "120-4" });
    expect(await settle({ form: "C04", award: awardOf("disability", { basicYen: 1_039_625 }) })).toBe("grant-missing");
    const revised = awardOf("disability", { grade: 1, basicYen: 1_039_625 });
    expect(await settle({ form: "C04", award: revised })).toBe("approved");
    const after = await rights();
    expect(after).toMatchObject([{ facts: { grade: 1, basicYen: 1_039_625 } }]);
    expect(lines(after)?.at(-1)).toEqual(["revised", "confirmed"]);
    expect(after[0]?.facts).not.toHaveProperty("adjudicatedOn");
  });

  it.each([
    ["examined", { nextCertificateMonth: "2029-05", determination: "term" }],
    ["revised", { grade: 1, nextCertificateMonth: "2029-05" }],
    ["suspended", { suspensionType: "below-grade", suspensionMonth: "2027-01", grade: 3 }],
    ["resumed", { suspensionType: "none", suspensionMonth: "2027-01" }],
    ["ended", { forfeiture: "below-grade-at-65", forfeitedOn: "2026-12-01", suspendedYen: 0 }],
  ] as const)("障害状態確認届 may end as %s, by what is said", async (change, facts) => {
    const { settle, rights } = await filed("state-reported", { certificateForm: "120-4" });
    expect(await settle({ form: "C05", award: awardOf("disability", facts) })).toBe("approved");
    const after = await rights();
    expect(after).toMatchObject([{ facts }]);
    expect(lines(after)?.at(-1)).toEqual([change, "confirmed"]);
  });

  it("nothing: the 届 alone becomes 確定", async () => {
    const { settle, rights } = await filed("state-reported", { certificateForm: "120-4" });
    expect(await settle({ form: "C05" })).toBe("approved");
    expect(lines(await rights())?.at(-1)).toEqual(["state-reported", "confirmed"]);
  });
});
