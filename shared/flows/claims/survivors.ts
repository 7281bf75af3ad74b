import * as z from "zod";
import type { Reason } from "../../domain/decision.ts";
import { keysOf } from "../../domain/keys-of.ts";
import { incomplete, livelihoodReasons, refuse } from "./checks.ts";

/** 続柄 of who claims to the deceased, in the order in which they may (法19条4項・52条の3第2項). */
const lumpSumOrder = {
  spouse: "配偶者",
  child: "子",
  parent: "父母",
  grandchild: "孫",
  grandparent: "祖父母",
  sibling: "兄弟姉妹",
} as const satisfies Record<string, string>;
const unpaidOrder = { ...lumpSumOrder, "within-third-degree": "その他の三親等内の親族" } as const;

const relation = <Key extends string>(table: Record<Key, string>) =>
  z.enum(keysOf(table), "用意された区分から選んでください").optional();

/** What the counter sees of whoever is left. Nobody keeps it: 別添1 has no item for the family of a deceased person. */
const seen = {
  sharedLivelihood: z.boolean().optional(),
  /** Somebody nearer in the order shared their living with the deceased. */
  nearerSurvivor: z.boolean().optional(),
} as const;

export const lumpSumClaimantSeen = { ...seen, relation: relation(lumpSumOrder) } as const;
export const unpaidClaimantSeen = { ...seen, relation: relation(unpaidOrder) } as const;

/** Who claims for a deceased person, as the counter sees them. */
export interface Claimant {
  readonly relation?: keyof typeof unpaidOrder | undefined;
  readonly sharedLivelihood?: boolean | undefined;
  readonly nearerSurvivor?: boolean | undefined;
}

const nearerReasons = ({ relation: own, nearerSurvivor }: Claimant, article: string): readonly Reason[] => {
  if (own === undefined)
    return [incomplete("relation-unknown", "亡くなった人との続柄を入力してください", "/atCounter/relation", article)];
  if (own === "spouse") return [];
  if (nearerSurvivor === undefined)
    return [
      incomplete(
        "nearer-survivor-unknown",
        "先の順位の遺族(生計を同じくしていた人)がいるかを戸籍などで確かめて入力してください",
        "/atCounter/nearerSurvivor",
        article,
      ),
    ];
  return nearerSurvivor
    ? [
        refuse(
          "nearer-survivor",
          `先の順位の遺族がいるため、${unpaidOrder[own]}は請求できません(配偶者、子、父母、孫、祖父母、兄弟姉妹の順)`,
          "/atCounter/nearerSurvivor",
          article,
        ),
      ]
    : [];
};

/** Whether whoever is left may claim: nearest in the order, and of one living with the deceased. */
export const claimantReasons = (claimant: Claimant | undefined, article: string): readonly Reason[] => [
  ...nearerReasons(claimant ?? {}, article),
  ...livelihoodReasons(claimant?.sharedLivelihood, article),
];
