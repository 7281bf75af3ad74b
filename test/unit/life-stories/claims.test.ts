import { describe, expect, it } from "vitest";
import { lifeStory } from "../../support/life-story.ts";

const bank = "架空銀行目黒支店";
const certificates = ["medical-certificate", "history-statement", "first-visit-certificate", "bank-account-proof"];
const disability = {
  details: {
    claimType: "worsened-later",
    firstVisitOn: "2024-04-15",
    certificateForm: "120-4",
    diseaseName: "架空障害",
    bank,
  },
  documents: certificates,
  atCounter: {
    firstVisitUnder: "1",
    certificateMadeOn: "2026-11-01",
    contributions: { insuredMonths: 200, fulfilledMonths: 200, lastYearUnpaid: false },
  },
};
const oldAge = {
  details: { bank },
  documents: ["bank-account-proof"],
  atCounter: { qualifyingMonths: 480, employeesMonths: 0, category3Months: 0 },
};

describe("給付の十の物語: 請求から日本年金機構の決定まで", () => {
  it("1. 65歳で老齢基礎年金を請求し、裁定を受け、口座を変える", async () => {
    const life = lifeStory({ birthDate: "1961-11-22" });
    life.comes("2026-11-24");
    const claim = await life.asks("old-age-pension-claim", oldAge);
    expect([claim.status, claim.state]).toEqual([201, "accepted"]);
    expect(await life.rights()).toMatchObject([
      { kind: "old-age", state: "claimed", facts: { startMonth: "2026-12" } },
    ]);
    await life.goesOut(claim);
    life.comes("2026-12-18");
    const facts = {
      startMonth: "2026-12",
      entitledOn: "2026-11-21",
      symbol: "1150",
      number: "0012345678",
      basicYen: 847_300,
    };
    expect(await life.isDecided(claim, { kind: "old-age", facts })).toMatchObject({ outcome: "approved" });
    expect(await life.rights()).toMatchObject([
      { state: "receiving", facts: { ...facts, adjudicatedOn: "2026-12-18" } },
    ]);

    life.comes("2027-02-10");
    const change = await life.asks("recipient-change", {
      details: { kind: "old-age", bank: "架空信用金庫" },
      documents: ["bank-account-proof"],
    });
    await life.goesOut(change);
    expect(await life.isDecided(change, {})).toMatchObject({ outcome: "approved" });
    expect(await life.historyOf()).toEqual(["請求", "裁定(支給の決定)", "支払金融機関の変更"]);
    expect((await life.rights())[0].facts.bank).toBe("架空信用金庫");
  });

  it("2. 障害基礎年金の請求が二度返戻され、二度補正して、1級でなく2級で裁定される", async () => {
    const life = lifeStory({ birthDate: "1985-05-05" });
    const claim = await life.asks("disability-pension-claim", disability);
    await life.goesOut(claim);
    for (const [day, reasonCode, made] of [
      ["2026-12-04", "07", "2026-11-25"],
      ["2026-12-25", "12", "2026-12-20"],
    ] as const) {
      life.comes(day);
      expect(await life.isDecided(claim, { result: "returned", reasonCode })).toMatchObject({ outcome: "returned" });
      expect(await life.counter.statusOf(claim.filingId)).toBe("returned");
      const corrected = await life.corrects(claim, { atCounter: { ...disability.atCounter, certificateMadeOn: made } });
      expect(corrected.body.status).toBe("accepted");
      await life.goesOut(claim);
    }
    life.comes("2027-02-05");
    const facts = { startMonth: "2026-12", grade: 2, determination: "term", nextCertificateMonth: "2029-05" };
    expect(await life.isDecided(claim, { result: "amended", kind: "disability", facts })).toMatchObject({
      outcome: "amended",
    });
    const [right, ...others] = await life.rights();
    expect(right).toMatchObject({
      state: "receiving",
      facts: { ...facts, diseaseName: "架空障害", claimType: "worsened-later" },
    });
    expect(others).toEqual([]);
    expect(await life.historyOf()).toEqual(["請求", "裁定(支給の決定)"]);

    // 有期認定: 提出月の3か月前から督促の一覧に出て、診断書が出ると消える。
    life.comes("2029-03-01");
    expect(await life.list("certificates-due")).toMatchObject([
      { atenaNumber: life.person.atenaNumber, month: "2029-05" },
    ]);
    life.comes("2029-05-10");
    const state = await life.asks("disability-state-report", {
      details: { kind: "disability", certificateForm: "120-4" },
      documents: ["medical-certificate"],
      atCounter: { certificateMadeOn: "2029-04-20" },
    });
    expect(state.state).toBe("accepted");
    expect(await life.list("certificates-due")).toEqual([]);
    await life.goesOut(state);
    life.comes("2029-07-20");
    const examined = { nextCertificateMonth: "2032-05", determination: "term" } as const;
    expect(await life.isDecided(state, { kind: "disability", facts: examined })).toMatchObject({ outcome: "approved" });
    expect(await life.historyOf()).toEqual([
      "請求",
      "裁定(支給の決定)",
      "障害状態確認届(診断書)の提出",
      "障害の程度の診査",
    ]);
  });

  it("3. 厚生年金の月がある人の老齢年金は年金事務所のもので、区には何も残らない", async () => {
    const life = lifeStory({ birthDate: "1961-05-05" });
    const claim = await life.asks("old-age-pension-claim", {
      ...oldAge,
      atCounter: { ...oldAge.atCounter, employeesMonths: 36 },
    });
    expect([claim.status, claim.codes]).toEqual([422, ["belongs-to-pension-office"]]);
    expect(claim.words).toMatch(/厚生年金.*年金事務所.*案内/);
    expect(await life.isOnFile()).toBe(false);
    expect(life.counter.stored().filings).toEqual([]);
  });

  it("4. 死亡一時金を2年と1日で請求して断られ、別の死亡では期限の日に請求して支給される", async () => {
    const life = lifeStory({ birthDate: "1980-05-05" });
    const months = { paid: 420, quarter: 0, half: 0, threeQuarters: 0, additional: 36 };
    const claim = (eventOn: string) =>
      life.asks("death-lump-sum-claim", {
        eventOn,
        details: { bank },
        documents: ["family-register", "livelihood-statement", "bank-account-proof"],
        atCounter: {
          relation: "child",
          nearerSurvivor: false,
          sharedLivelihood: true,
          months,
          deceasedReceived: false,
          survivorPension: false,
        },
      });
    const late = await claim("2024-11-19");
    expect([late.status, late.codes]).toEqual([422, ["claim-lapsed"]]);
    expect(late.words).toContain("2026-11-19");
    const inTime = await claim("2024-11-20");
    expect([inTime.status, inTime.state, inTime.codes]).toEqual([201, "accepted", ["lump-sum-estimate"]]);
    expect(inTime.words).toContain("328,500円");
    await life.goesOut(inTime);
    life.comes("2027-01-15");
    await life.isDecided(inTime, { kind: "death-lump-sum", facts: { paidYen: 328_500 } });
    expect(await life.rights()).toMatchObject([
      { state: "ended", facts: { paidYen: 328_500, forfeiture: "paid-once", forfeitedOn: "2027-01-15" } },
    ]);
    expect((await claim("2024-11-20")).codes).toContain("claim-lapsed");
  });

  it("5. 夫を亡くした妻が寡婦年金を選び、死亡一時金はもう請求できない。65歳で失権する", async () => {
    const life = lifeStory({ birthDate: "1965-05-05", sex: "female" });
    const eventOn = "2026-10-01";
    const papers = ["family-register", "death-certificate", "bank-account-proof"];
    const seen = { husbandMonths: 300, marriageMonths: 240, husbandReceived: false, sharedLivelihood: true };
    const claim = await life.asks("widow-pension-claim", {
      eventOn,
      details: { bank },
      documents: papers,
      atCounter: seen,
    });
    expect([claim.state, claim.codes]).toEqual(["accepted", ["widow-or-lump-sum", "widow-from"]]);
    await life.goesOut(claim);
    life.comes("2027-01-20");
    await life.isDecided(claim, { kind: "widow", facts: { startMonth: "2026-11", paidYen: 400_000 } });
    const other = await life.asks("death-lump-sum-claim", {
      eventOn,
      details: { bank },
      documents: ["family-register", "livelihood-statement", "bank-account-proof"],
      atCounter: {
        relation: "spouse",
        sharedLivelihood: true,
        months: { paid: 300, quarter: 0, half: 0, threeQuarters: 0, additional: 0 },
        deceasedReceived: false,
        survivorPension: false,
      },
    });
    expect([other.status, other.codes]).toEqual([422, ["other-chosen"]]);
    life.comes("2030-05-20");
    const over = { forfeiture: "age-65", forfeitedOn: "2030-05-04" } as const;
    expect(await life.isDecided("of its own", { kind: "widow", facts: over })).toMatchObject({ outcome: "approved" });
    expect(await life.rights()).toMatchObject([{ state: "ended", facts: over }]);
  });

  it("6. 老齢基礎年金の受給者が亡くなり、未支給の月が子に支給される", async () => {
    const life = lifeStory({ birthDate: "1950-05-05" });
    const claim = await life.asks("old-age-pension-claim", oldAge);
    await life.goesOut(claim);
    life.comes("2026-12-20");
    await life.isDecided(claim, { kind: "old-age", facts: { startMonth: "2026-12", basicYen: 1_000_000 } });
    life.comes("2027-03-20");
    const death = await life.asks("recipient-death-report", {
      eventOn: "2027-03-10",
      filer: "survivor",
      documents: ["death-certificate", "pension-certificate"],
    });
    expect(death.state).toBe("accepted");
    expect(death.words).toContain("2027年2月から2027年3月までの2か月分");
    const unpaid = await life.asks("unpaid-pension-claim", {
      eventOn: "2027-03-10",
      filer: "survivor",
      details: { kind: "old-age" },
      documents: ["death-certificate", "family-register", "livelihood-statement", "pension-certificate"],
      atCounter: { relation: "child", nearerSurvivor: false, sharedLivelihood: true },
    });
    expect([unpaid.state, unpaid.papers?.filter(({ attached }) => !attached).length]).toEqual([
      "awaiting-correction",
      1,
    ]);
    const documents = [...(unpaid.body.documents as string[]), "bank-account-proof"];
    expect((await life.corrects(unpaid, { documents })).body.status).toBe("accepted");
    await life.counter.examine(death.filingId);
    await life.goesOut(unpaid);
    life.comes("2027-05-20");
    for (const filed of [death, unpaid]) expect(await life.isDecided(filed, {})).toMatchObject({ outcome: "approved" });
    expect(await life.rights()).toMatchObject([
      { state: "ended", facts: { forfeiture: "death", forfeitedOn: "2027-03-10" } },
    ]);
    expect(await life.historyOf()).toEqual(["請求", "裁定(支給の決定)", "受給権者の死亡の届出", "未支給(未払)の請求"]);
  });

  it("7. 20歳前傷病の障害基礎年金が所得で停止され、翌年の10月に解除される", async () => {
    const life = lifeStory({ birthDate: "1985-05-05" });
    const claim = await life.asks("disability-before-20-claim", {
      details: { ...disability.details, firstVisitOn: "2000-04-15", certificateForm: "120-3" },
      documents: certificates,
      atCounter: { certificateMadeOn: "2026-11-01" },
    });
    expect(claim.codes).toEqual(["no-contributions-needed", "suspension-unsure"]);
    await life.goesOut(claim);
    life.comes("2027-02-01");
    const first = {
      startMonth: "2026-12",
      grade: 2,
      suspensionType: "income-all",
      suspensionMonth: "2026-12",
    } as const;
    await life.isDecided(claim, { kind: "disability-before-20", facts: first });
    expect(await life.rights()).toMatchObject([{ state: "suspended" }]);
    life.comes("2027-07-15");
    expect(await life.list("suspension-turn")).toMatchObject([
      { now: "所得による全額停止", incomeYear: 2026, turn: expect.stringMatching(/所得/) },
    ]);
    life.comes("2027-09-20");
    await life.isDecided("of its own", {
      kind: "disability-before-20",
      facts: { suspensionType: "none", suspensionMonth: "2027-10", paidYen: 900_000 },
    });
    life.comes("2027-10-05");
    expect(await life.rights()).toMatchObject([{ state: "receiving", facts: { suspensionType: "none", grade: 2 } }]);
    expect(await life.historyOf()).toEqual(["請求", "裁定(支給の決定)", "支給停止の解除"]);
  });

  it("8. 元学生が特別障害給付金を受け、1年たたない額改定は断られ、たってから1級になる", async () => {
    const life = lifeStory({ birthDate: "1967-05-05" });
    const claim = await life.asks("special-disability-claim", {
      details: {
        firstVisitOn: "1988-06-01",
        certificateForm: "120-3",
        diseaseName: "架空障害",
        schoolName: "架空大学",
        enrolledFrom: "1986-04-01",
        enrolledUntil: "1990-03-31",
      },
      documents: [...certificates, "enrolment-certificate"],
      atCounter: { certificateMadeOn: "2026-11-01", group: "student", enrolledVoluntarily: false },
    });
    expect(claim.state).toBe("accepted");
    await life.goesOut(claim);
    life.comes("2027-03-01");
    const facts = { startMonth: "2026-12", grade: 2, basicYen: 46_920 };
    expect(await life.isDecided(claim, { kind: "special-disability", facts })).toMatchObject({ outcome: "approved" });
    const revise = (certificateMadeOn: string) =>
      life.asks("special-revision-claim", {
        details: { certificateForm: "120-3" },
        documents: ["medical-certificate"],
        atCounter: { certificateMadeOn },
      });
    life.comes("2027-10-01");
    const early = await revise("2027-09-10");
    expect([early.status, early.codes]).toEqual([422, ["within-one-year"]]);
    expect(early.words).toContain("2028-03-01");
    life.comes("2028-03-01");
    const again = await revise("2028-02-10");
    expect(again.state).toBe("accepted");
    await life.goesOut(again);
    life.comes("2028-06-01");
    await life.isDecided(again, { kind: "special-disability", facts: { grade: 1, basicYen: 58_650 } });
    expect(await life.rights()).toMatchObject([
      { register: "special-disability", facts: { grade: 1, basicYen: 58_650 } },
    ]);
    expect((await revise("2028-05-10")).codes).toContain("revision-not-open");
  });

  it("9. 遺族基礎年金を受ける親の子が18歳の年度末を迎え、失権する。加算の減少も届けていた", async () => {
    const life = lifeStory({ birthDate: "1985-05-05" });
    const claim = await life.asks("survivor-pension-claim", {
      eventOn: "2026-11-10",
      details: { bank },
      documents: ["family-register", "death-certificate", "bank-account-proof"],
      atCounter: {
        claimant: "spouse",
        deceasedStanding: "insured",
        deceasedCategory: "1",
        deceasedEmployeesMonths: 0,
        contributions: { insuredMonths: 200, fulfilledMonths: 100, lastYearUnpaid: false },
        children: [{ bornOn: "2008-06-01" }, { bornOn: "2010-06-01" }],
        sharedLivelihood: true,
      },
    });
    expect(claim.codes).toEqual(["contributions-by-last-year", "survivor-income-limit", "survivor-until"]);
    expect(claim.words).toContain("2029-03-31");
    await life.goesOut(claim);
    life.comes("2027-01-20");
    await life.isDecided(claim, {
      kind: "survivor",
      facts: { startMonth: "2026-12", basicYen: 847_300, additionYen: 487_600 },
    });
    life.comes("2027-04-05");
    const fewer = await life.asks("addition-change", {
      eventOn: "2027-03-31",
      details: { kind: "survivor", change: "addition-ended" },
    });
    await life.goesOut(fewer);
    life.comes("2027-05-20");
    await life.isDecided(fewer, { kind: "survivor", facts: { additionYen: 243_800 } });
    life.comes("2029-04-20");
    await life.isDecided("of its own", {
      kind: "survivor",
      facts: { forfeiture: "child-grown", forfeitedOn: "2029-03-31" },
    });
    expect(await life.rights()).toMatchObject([{ state: "ended", facts: { additionYen: 243_800 } }]);
    expect(await life.historyOf()).toEqual([
      "請求",
      "裁定(支給の決定)",
      "加算の対象となる子の減少の届出",
      "額の改定",
      "失権",
    ]);
  });

  it("10. 納付要件を満たさない請求は受け付けて送り、不支給で受給権は残らず、あらためて請求できる", async () => {
    const life = lifeStory({ birthDate: "1985-05-05" });
    const unfulfilled = { insuredMonths: 200, fulfilledMonths: 100, lastYearUnpaid: true };
    const claim = await life.asks("disability-pension-claim", {
      ...disability,
      atCounter: { ...disability.atCounter, contributions: unfulfilled },
    });
    expect([claim.state, claim.codes]).toEqual(["accepted", ["contributions-unfulfilled", "paid-from-claim"]]);
    expect((await life.asks("disability-pension-claim", disability)).codes).toContain("right-already");
    await life.goesOut(claim);
    life.comes("2027-02-20");
    expect(await life.isDecided(claim, { result: "rejected", reasonCode: "21" })).toMatchObject({
      outcome: "rejected",
    });
    // その請求で初めて載った人は、請求とともに記録から消える。
    expect(await life.isOnFile()).toBe(false);
    expect(await life.counter.statusOf(claim.filingId)).toBe("rejected");
    const again = await life.asks("disability-pension-claim", {
      ...disability,
      atCounter: { ...disability.atCounter, certificateMadeOn: "2027-02-01" },
    });
    expect(again.state).toBe("accepted");
    await life.goesOut(again);
    life.comes("2027-05-20");
    await life.isDecided(again, { kind: "disability", facts: { startMonth: "2027-03", grade: 1 } });
    expect(await life.rights()).toMatchObject([{ state: "receiving", facts: { grade: 1, startMonth: "2027-03" } }]);
  });
});
