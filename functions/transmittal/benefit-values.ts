import type { ReportItem } from "../../shared/documents/report.ts";
import type { AccountChange } from "../../shared/documents/report-words.ts";
import type { RecipientChange } from "../../shared/domain/benefits.ts";
import type { EventOf, LedgerEvent } from "../../shared/domain/ledger-events.ts";
import type { AnyFacts, Recipient } from "../../shared/domain/recipients.ts";
import type { FlowReport, StoredFiling } from "../../shared/flows/define.ts";

type Values = Partial<Record<ReportItem, string>>;

const benefitReports = ["benefit-claim", "recipient-notice"] as const satisfies readonly FlowReport[];

export const isBenefitReport = (report: FlowReport): report is (typeof benefitReports)[number] =>
  (benefitReports as readonly FlowReport[]).includes(report);

/** Claims whose event has no 請求年月日 of its own, because the right was claimed before: they are made on the day of their event. */
const claimedByEvent: readonly RecipientChange[] = ["revision-claimed", "unpaid-claimed", "support-claimed"];

const ofRight = (
  { change, on, right }: EventOf<"recipient-recorded">,
  recipients: readonly Recipient[],
): Readonly<Partial<Record<ReportItem, string | undefined>>> => {
  // Of the other register's facts none is there, so each name reads as absent.
  const facts = right.facts as AnyFacts;
  const held = recipients.find(({ register, seq }) => register === right.register && seq === right.seq);
  const before = held?.facts as AnyFacts | undefined;
  return {
    benefitKind: right.kind,
    benefitChange: change,
    claimedOn: facts.claimedOn ?? (claimedByEvent.includes(change) ? on : undefined),
    entitledOn: facts.entitledOn,
    claimType: facts.claimType,
    firstVisitOn: facts.firstVisitOn,
    certifiedOn: facts.certifiedOn,
    certificateForm: facts.certificateForm,
    certificateOn: facts.certificateOn,
    suspensionType: facts.suspensionType,
    suspensionMonth: facts.suspensionMonth,
    forfeiture: facts.forfeiture,
    forfeitedOn: facts.forfeitedOn,
    // A certificate is issued with the 裁定: a claim has none, a later 届 has that of the right on file.
    pensionSymbol: facts.symbol ?? before?.symbol,
    pensionNumber: facts.number ?? before?.number,
  };
};

/**
 * What the 進達 of a claim or a 届 says beside the person: what the ledger took from it and which papers go along. The details
 * of the form are not read: 傷病名 and account stand on the papers alone.
 * @param recipients the rights of the person as the ledger has them.
 */
export const benefitValues = (
  { documents }: Pick<StoredFiling, "documents">,
  events: readonly LedgerEvent[],
  recipients: readonly Recipient[],
): Values => {
  // A 届 may say two things of a right (address and account), or end several (死亡届): it is reported by the first.
  const recorded = events.filter((event) => event.kind === "recipient-recorded");
  const [first] = recorded;
  const said = {
    ...(first === undefined ? {} : ofRight(first, recipients)),
    ...(recorded.some(({ change }) => change === "account-changed")
      ? { accountChanged: "changed" satisfies AccountChange }
      : {}),
    ...(documents.length === 0 ? {} : { papers: [...new Set(documents)].join(",") }),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
};
