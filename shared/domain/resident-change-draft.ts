import type { PersonFacts } from "./person.ts";
import type { ProposedFlow } from "./resident-change.ts";
import type { ResidentChange } from "./resident-change-row.ts";

/** The facts that a みなし届出 names: those on file, or of someone new those that the change brought. */
const factsForFiling = (change: ResidentChange, facts: PersonFacts | null): Partial<PersonFacts> => {
  if (facts !== null) return facts;
  const { atenaNumber, name, nameKana, birthDate, sex, postalCode, address, addressSupplement, individualNumber } =
    change;
  return { atenaNumber, name, nameKana, birthDate, sex, postalCode, address, addressSupplement, individualNumber };
};

/** The proposed 届出 as the counter would have written it. 受付日 is that of the 住民異動届, which stands for it (法12条3項). */
export const draftOf = (change: ResidentChange, flow: ProposedFlow, facts: PersonFacts | null) => ({
  person: factsForFiling(change, facts),
  filedOn: change.notifiedOn,
  eventOn: change.changedOn,
  counter: "main-office",
  channel: "resident-record",
  filer: "insured",
  identityDocument: "resident-notification",
  documents: flow === "loss" ? ["moving-out-notice"] : [],
  details: { cause: flow === "loss" ? "moved-abroad" : "moved-into-japan" },
});
