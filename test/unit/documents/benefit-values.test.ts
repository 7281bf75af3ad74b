import { describe, expect, it } from "vitest";
import { benefitValues } from "../../../functions/transmittal/benefit-values.ts";
import type { DocumentCode } from "../../../shared/domain/filing.ts";
import type { EntryId } from "../../../shared/domain/ids.ts";
import { type LedgerEvent, ledgerEvent } from "../../../shared/domain/ledger-events.ts";
import type { Recipient } from "../../../shared/domain/recipients.ts";
import { plainDate } from "../../../shared/law/calendar.ts";

const recorded = (change: string, on: string, facts: object, right: object = { kind: "disability" }): LedgerEvent =>
  ledgerEvent.parse({
    kind: "recipient-recorded",
    change,
    on,
    right: { register: "pension", seq: 1, facts, ...right },
  });

const said = (event: LedgerEvent, documents: readonly DocumentCode[] = [], recipients: readonly Recipient[] = []) =>
  benefitValues({ documents: [...documents] }, [event], recipients);

const awarded: Recipient = {
  register: "pension",
  seq: 1,
  kind: "disability",
  facts: { symbol: "5350", number: "1234567890", diseaseName: "統合失調症" },
  history: [{ change: "awarded", on: plainDate("2025-01-10"), standing: "confirmed", entry: "1" as EntryId }],
};

describe("給付の報告", () => {
  const claim = {
    claimType: "worsened-later",
    firstVisitOn: "2024-04-15",
    certifiedOn: "2025-10-15",
    certificateForm: "120-4",
    diseaseName: "統合失調症",
    bank: "架空銀行",
    entitledOn: "2026-11-20",
    startMonth: "2026-12",
    scheme: "national",
    claimedOn: "2026-11-20",
  };

  it("of a claim says the right, its days and the papers, and neither 傷病名 nor the bank", () => {
    const values = said(recorded("claimed", "2026-11-20", claim), [
      "medical-certificate",
      "history-statement",
      "medical-certificate",
    ]);
    expect(values).toEqual({
      benefitKind: "disability",
      benefitChange: "claimed",
      claimType: "worsened-later",
      firstVisitOn: "2024-04-15",
      certifiedOn: "2025-10-15",
      certificateForm: "120-4",
      entitledOn: "2026-11-20",
      claimedOn: "2026-11-20",
      papers: "medical-certificate,history-statement",
    });
  });

  it("of somebody who is registered with it finds the claim among what was recorded", () => {
    const events = [recorded("claimed", "2026-11-20", {}, { kind: "old-age", facts: { claimedOn: "2026-11-20" } })];
    expect(benefitValues({ documents: [] }, events, [])).toMatchObject({ benefitKind: "old-age" });
    expect(benefitValues({ documents: ["bank-account-proof"] }, [], [])).toEqual({ papers: "bank-account-proof" });
  });

  it("of 額改定請求 is claimed on the day of its event, with the 年金証書 of the right on file", () => {
    const event = recorded("revision-claimed", "2026-11-20", { certificateForm: "120-4", certificateOn: "2026-11-20" });
    expect(said(event, ["medical-certificate"], [awarded])).toEqual({
      benefitKind: "disability",
      benefitChange: "revision-claimed",
      claimedOn: "2026-11-20",
      certificateForm: "120-4",
      certificateOn: "2026-11-20",
      pensionSymbol: "5350",
      pensionNumber: "1234567890",
      papers: "medical-certificate",
    });
  });

  it("of another right than the one on file has no 年金証書", () => {
    const other = recorded(
      "state-reported",
      "2026-11-20",
      { certificateForm: "120-1" },
      { kind: "disability", seq: 2 },
    );
    expect(said(other, [], [awarded])).not.toHaveProperty("pensionNumber");
    const special = recorded(
      "state-reported",
      "2026-11-20",
      {},
      {
        register: "special-disability",
        kind: "special-disability",
      },
    );
    expect(said(special, [], [awarded])).toEqual({
      benefitKind: "special-disability",
      benefitChange: "state-reported",
    });
  });

  it("of 支給停止, an end and another account says which", () => {
    const stop = { suspensionType: "detained", suspensionMonth: "2026-12" };
    expect(said(recorded("suspension-reported", "2026-11-02", stop))).toMatchObject(stop);
    const end = { forfeiture: "death", forfeitedOn: "2026-11-02" };
    expect(said(recorded("death-reported", "2026-11-02", end))).toMatchObject(end);
    expect(said(recorded("account-changed", "2026-11-02", { bank: "架空銀行" }))).toEqual({
      benefitKind: "disability",
      benefitChange: "account-changed",
      accountChanged: "changed",
    });
  });
});
