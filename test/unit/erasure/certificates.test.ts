import { describe, expect, it } from "vitest";
import { certificateSignatureName } from "../../../shared/audit/certificate.ts";
import { packSchedule, unpackSchedule } from "../../../shared/contracts/retention-schedule.ts";
import { defaultRetention } from "../../../shared/domain/retention.ts";
import type { Instant, PlainDate } from "../../../shared/law/calendar.ts";
import { certificateRow, issueCertificate } from "../../../shared/stores/certificates.ts";
import { asDescribed, auditor, head, manager, officeOfTheNight, operator } from "../../support/erasure-desk.ts";

describe("消去証明", () => {
  const certificateId = "X20261123-000001";
  const issued = async () => {
    const scene = await officeOfTheNight();
    const { office, stores } = scene;
    const at = "2026-11-23T02:00:00.000Z" as Instant;
    const goneOn = "2026-12-28" as PlainDate;
    const certificate = await issueCertificate(
      { audit: office.trail, signer: office.signer },
      {
        certificateId,
        kind: "retention",
        wardCode: "13110",
        wardName: "目黒区",
        of: "E20261123-000001",
        approvals: [],
        from: at,
        until: at,
        erased: [],
        left: [],
        checks: [],
        goneFrom: { pointInTime: goneOn, keyBackups: goneOn, backups: goneOn },
        stays: ["trail-pseudonyms"],
      },
    );
    await stores.database.transact([certificateRow(certificate)]);
    return scene;
  };

  it("is listed and shown as signed, to the auditor and to 運用 too", async () => {
    const { office } = await issued();
    for (const by of [manager, head, operator, auditor]) {
      const all = await office.ask("GET", "/v1/certificates", by);
      expect(all.body.certificates).toMatchObject([
        { certificateId, kindLabel: "保存期間の満了による消去", records: 0 },
      ]);
      asDescribed("listCertificates", all);
      const seen = await office.ask("GET", `/v1/certificates/${certificateId}`, by);
      expect(seen.body).toMatchObject({ verified: true, certificate: { of: "E20261123-000001" } });
      asDescribed("showCertificate", seen);
    }
    expect((await office.ask("GET", "/v1/certificates", { as: "clerk-1", roles: ["clerk"] })).status).toBe(403);
  });

  it("does not verify when a byte of it, or its signature, is another", async () => {
    const { office } = await issued();
    const path = `/v1/certificates/${certificateId}`;
    const name = `certificates/${certificateId}.json`;
    const bytes = office.trail.files.get(name);
    if (!bytes) throw new Error("no certificate was issued");
    const signature = office.trail.files.get(certificateSignatureName(certificateId));
    office.trail.files.set(name, Buffer.from(Buffer.from(bytes).toString("utf8").replace("13110", "13111")));
    expect((await office.ask("GET", path, auditor)).body).toMatchObject({ verified: false });
    office.trail.files.set(name, Buffer.from("no certificate"));
    expect((await office.ask("GET", path, auditor)).body).toMatchObject({ verified: false, certificate: null });
    office.trail.files.set(name, bytes);
    office.trail.files.set(certificateSignatureName(certificateId), Buffer.from("AAAA"));
    expect((await office.ask("GET", path, auditor)).body).toMatchObject({ verified: false });
    office.trail.files.set(certificateSignatureName(certificateId), signature ?? Buffer.from(""));
    expect((await office.ask("GET", path, auditor)).body).toMatchObject({ verified: true });
  });

  it("that does not exist is not found", async () => {
    const { office } = await issued();
    expect((await office.ask("GET", "/v1/certificates/X20261123-000002", auditor)).status).toBe(404);
    expect((await office.ask("GET", "/v1/certificates/..%2Ftrail", auditor)).status).toBe(404);
  });
});

describe("保存期間の表", () => {
  it("is what is deployed, with its source, for whoever answers for it", async () => {
    const { office } = await officeOfTheNight();
    for (const by of [manager, head, operator, auditor]) {
      const seen = await office.ask("GET", "/v1/retention", by);
      expect(seen.body).toMatchObject({ on: "2026-11-23" });
      expect(seen.body.classes).toHaveLength(13);
      expect(seen.body.classes[0]).toMatchObject({
        class: "qualification-filing",
        inForce: { keep: { years: 5 }, source: "国年の既定。区の文書管理規程の条項に置き換える" },
      });
      asDescribed("showRetention", seen);
    }
  });

  it("comes out of its variable as it went in, and never without a class", () => {
    expect(unpackSchedule(packSchedule(defaultRetention))).toEqual(defaultRetention);
    const lacking = defaultRetention.filter((row) => row.class !== "income");
    expect(() => packSchedule(lacking)).toThrow("a retention class has no row");
    expect(() => unpackSchedule("AAAA")).toThrow();
  });
});
