import type * as z from "zod";
import { itemsOf } from "../../shared/domain/items-of.ts";
import { ledgerEntry } from "../../shared/domain/ledger-events.ts";
import {
  pensionFacts,
  type RecipientRight,
  recipientRight,
  specialDisabilityFacts,
} from "../../shared/domain/recipient-facts.ts";
import { type RecordItemId, recordItemsOf } from "../../shared/domain/record-items.ts";

const byName = (facts: z.ZodType): ReadonlyMap<string, RecordItemId> =>
  new Map(recordItemsOf(facts).flatMap((leaf) => (leaf.kind === "item" ? [[leaf.path, leaf.id] as const] : [])));

const registers = {
  pension: { own: ["beneficiary.seq", "beneficiary.benefitType"], facts: byName(pensionFacts) },
  "special-disability": { own: ["specialDisabilityBeneficiary.seq"], facts: byName(specialDisabilityFacts) },
} as const satisfies Record<
  RecipientRight["register"],
  { readonly own: readonly RecordItemId[]; readonly facts: ReadonlyMap<string, RecordItemId> }
>;

/** The items that something is said of in these rights, and no other: who has no 傷病名 on file, of them none was seen. */
export const itemsOfRecipients = (
  rights: readonly { readonly register: RecipientRight["register"]; readonly facts: object }[],
): RecordItemId[] => [
  ...new Set(
    rights.flatMap(({ register, facts }) => {
      const known = registers[register];
      return [...known.own, ...Object.keys(facts).flatMap((name) => known.facts.get(name) ?? [])];
    }),
  ),
];

const ofRecipients = new Set(itemsOf(recipientRight));

/** What the ledger holds of a person as 被保険者. */
export const itemsOfInsured: readonly RecordItemId[] = itemsOf(ledgerEntry).filter((id) => !ofRecipients.has(id));
