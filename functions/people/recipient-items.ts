import type * as z from "zod";
import { itemsOf } from "../../shared/domain/items-of.ts";
import { ledgerEntry } from "../../shared/domain/ledger-events.ts";
import { pensionFacts, type RecipientRight, specialDisabilityFacts } from "../../shared/domain/recipient-facts.ts";
import type { Recipient } from "../../shared/domain/recipients.ts";
import { type RecordItemId, recordItemsOf } from "../../shared/domain/record-items.ts";
import { isOfRecipient } from "../viewer.ts";

const byName = (facts: z.ZodType): ReadonlyMap<string, RecordItemId> =>
  new Map(recordItemsOf(facts).flatMap((leaf) => (leaf.kind === "item" ? [[leaf.path, leaf.id] as const] : [])));

const registers = {
  pension: { own: ["beneficiary.seq", "beneficiary.benefitType"], facts: byName(pensionFacts) },
  "special-disability": { own: ["specialDisabilityBeneficiary.seq"], facts: byName(specialDisabilityFacts) },
} as const satisfies Record<
  RecipientRight["register"],
  { readonly own: readonly RecordItemId[]; readonly facts: ReadonlyMap<string, RecordItemId> }
>;

/** The items that these rights say something of, and no other. */
export const itemsOfRecipients = (rights: readonly Recipient[]): RecordItemId[] => [
  ...new Set(
    rights.flatMap(({ register, facts }) => {
      const known = registers[register];
      return [...known.own, ...Object.keys(facts).flatMap((name) => known.facts.get(name) ?? [])];
    }),
  ),
];

/** What a ledger can hold beside rights to 給付. */
export const itemsBesideRecipients: readonly RecordItemId[] = itemsOf(ledgerEntry).filter((id) => !isOfRecipient(id));
