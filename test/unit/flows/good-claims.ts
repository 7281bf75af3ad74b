import type { BenefitKind } from "../../../shared/domain/benefits.ts";
import type { LedgerEvent } from "../../../shared/domain/ledger-events.ts";
import { plainDate } from "../../../shared/law/calendar.ts";
import { filedBenefits } from "../documents/filed-benefits.ts";
import { application, form, registeredAs, somebody } from "./decide.ts";

/** A right that was claimed and awarded in 2020. */
export const awarded = (kind: BenefitKind, facts: object = {}, seq = 1): LedgerEvent =>
  ({
    kind: "recipient-recorded",
    change: "awarded",
    on: plainDate("2020-06-01"),
    right:
      kind === "special-disability"
        ? { register: "special-disability", seq, kind, facts: { startMonth: "2020-05", ...facts } }
        : { register: "pension", seq, kind, facts: { startMonth: "2020-05", adjudicatedOn: "2020-06-01", ...facts } },
  }) as LedgerEvent;

interface GoodClaim {
  readonly body: ReturnType<typeof form>;
  readonly events: readonly LedgerEvent[];
  readonly told?: readonly string[];
}

interface Told {
  readonly right?: LedgerEvent;
  /** A fact of 20 November; a claim and an application have no other day than that of their filing. */
  readonly fact?: true;
  readonly told?: readonly string[];
}

/** The example of a form, of somebody born so that it may be theirs. */
const good = (form_: string, { right, fact, told = [] }: Told = {}): GoodClaim => {
  const example = filedBenefits[form_];
  if (example === undefined) throw new Error(`no example of ${form_}`);
  const { details = {}, documents = [], atCounter, filer = "insured", birthDate = somebody.birthDate, sex } = example;
  const person = { ...somebody, birthDate: plainDate(birthDate), ...(sex ? { sex } : {}) };
  const body = { person, details, documents, filer, ...(atCounter ? { atCounter } : {}) };
  return {
    body: fact ? form(body) : application(body),
    events: [registeredAs(person), ...(right ? [right] : [])],
    told: told.map((code) => `notice ${code}`),
  };
};

const disability = awarded("disability");
const before20 = awarded("disability-before-20");
const oldAge = awarded("old-age");
const special = awarded("special-disability");
const stopped = { suspensionType: "other-pension", suspensionMonth: "2026-06" };
const due = { nextCertificateMonth: "2026-12" };

/** A claim or 届 of each flow of 給付 that is accepted, and what its counter is always told. */
export const goodClaims = {
  "old-age-pension-claim": good("C01"),
  "disability-pension-claim": good("C02", { told: ["contributions-by-two-thirds", "paid-from-claim"] }),
  "disability-before-20-claim": good("C03", { told: ["no-contributions-needed", "suspension-unsure"] }),
  "disability-revision-claim": good("C04", { right: disability }),
  "disability-state-report": good("C05", { right: awarded("disability", due) }),
  "recipient-income-report": good("C06", { right: before20, told: ["income-known-by-number", "suspension-unsure"] }),
  "suspension-reason-start": good("C07-1", { right: disability, fact: true }),
  "suspension-reason-end": good("C07-2", { right: awarded("disability", stopped), fact: true }),
  "addition-change": good("C07-3", { right: disability, fact: true, told: ["amount-from-next-month"] }),
  "survivor-pension-claim": good("C08", {
    fact: true,
    told: ["contributions-by-two-thirds", "survivor-income-limit", "survivor-until"],
  }),
  "widow-pension-claim": good("C09", { fact: true, told: ["widow-or-lump-sum", "widow-from"] }),
  "death-lump-sum-claim": good("C10", { fact: true, told: ["lump-sum-estimate"] }),
  "recipient-death-report": good("C11-1", { right: oldAge, fact: true, told: ["unpaid-months"] }),
  "unpaid-pension-claim": good("C11-2", { right: oldAge, fact: true, told: ["unpaid-months"] }),
  "special-disability-claim": good("C12", { told: ["paid-from-claim", "suspension-unsure"] }),
  "special-income-report": good("C13-1", { right: special, told: ["suspension-unsure"] }),
  "special-revision-claim": good("C13-2", { right: special }),
  "special-recipient-change": good("C13-3", { right: special, fact: true }),
  "special-unpaid-claim": good("C13-4", { right: special, fact: true, told: ["unpaid-months"] }),
  "special-state-report": good("C13-5", { right: awarded("special-disability", due) }),
  "support-benefit-claim": good("C14", { right: oldAge, told: ["support-from-next-month"] }),
  "recipient-change": good("C15-1", { right: disability, fact: true }),
  "pension-certificate-reissue": good("C15-2", { right: disability }),
  "old-age-welfare-report": good("C16", {
    right: awarded("old-age-welfare"),
    told: ["welfare-suspension-by-pension-office"],
  }),
} as const satisfies Record<string, GoodClaim>;
