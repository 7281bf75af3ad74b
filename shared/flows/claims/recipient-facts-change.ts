import type { Reason } from "../../domain/decision.ts";
import type { LedgerEvent } from "../../domain/ledger-events.ts";
import { item } from "../../domain/record-items.ts";
import { addressSchema, kanaSchema, nameSchema, postalCodeSchema } from "../../domain/values.ts";
import type { Case } from "../define.ts";
import { incomplete, when } from "./checks.ts";

/** What a recipient may say of themselves anew. */
export const changedFacts = {
  newName: item("addressee.name", nameSchema).optional(),
  newNameKana: item("addressee.nameKana", kanaSchema).optional(),
  newPostalCode: item("addressee.postalCode", postalCodeSchema).optional(),
  newAddress: item("addressee.address", addressSchema).optional(),
  newAddressSupplement: item("addressee.addressSupplement", addressSchema).optional(),
} as const;

export interface ChangedFacts {
  readonly newName?: string | undefined;
  readonly newNameKana?: string | undefined;
  readonly newPostalCode?: string | undefined;
  readonly newAddress?: string | undefined;
  readonly newAddressSupplement?: string | undefined;
}

type Change = Case<ChangedFacts, unknown>;

export const namesOrAddress = ({ newName, newAddress }: ChangedFacts): boolean =>
  newName !== undefined || newAddress !== undefined;

/** Name and かな, 郵便番号 and address belong together; a 届 that changes nothing is none. */
export const changeReasons = ({ filing: { details } }: Change, accountChanged: boolean): readonly Reason[] => [
  ...when(
    (details.newName === undefined) !== (details.newNameKana === undefined),
    incomplete("name-half-given", "新しい氏名とかなの両方を入力してください", "/details/newName"),
  ),
  ...when(
    (details.newAddress === undefined) !== (details.newPostalCode === undefined),
    incomplete("address-half-given", "新しい郵便番号と住所の両方を入力してください", "/details/newAddress"),
  ),
  ...when(
    !accountChanged && !namesOrAddress(details),
    incomplete("nothing-changed", "変更する氏名・住所・受取先金融機関のどれかを入力してください", "/details"),
  ),
];

/** The person's own facts, changed as the form says. */
export const factsChanged = ({ filing: { details, eventOn } }: Change): readonly LedgerEvent[] => {
  if (!namesOrAddress(details)) return [];
  const { newName, newNameKana, newPostalCode, newAddress, newAddressSupplement } = details;
  return [
    {
      kind: "facts-changed",
      on: eventOn,
      facts: {
        ...(newName === undefined ? {} : { name: newName, nameKana: newNameKana }),
        ...(newAddress === undefined
          ? {}
          : { postalCode: newPostalCode, address: newAddress, addressSupplement: newAddressSupplement ?? null }),
      },
    } as LedgerEvent,
  ];
};
