import type { PlainDate } from "../../shared/law/calendar.ts";
import type { Period } from "../../shared/law/qualification.ts";

export type Sex = "male" | "female";
export type Relationship = "世帯主" | "妻" | "夫" | "子" | "父" | "母";

/** `new-law` = was insured when the present law began on 1986-04-01. */
export type StartCause =
  | "age-20"
  | "employment"
  | "left-employment"
  | "dependent-spouse"
  | "no-longer-dependent"
  | "moved-in"
  | "new-law";

export type EndCause = "change-of-category" | "age-60" | "age-65" | "moved-abroad" | "left-employment";

/** A stretch of one category as 日本年金機構 would have it; contiguous stretches are one qualification. `until` is exclusive. */
export interface QualificationPeriod extends Period {
  readonly category: "1" | "2" | "3";
  readonly startCause: StartCause;
  /** Missing while the period lasts. */
  readonly endCause?: EndCause;
}

/** A resident who does not exist. Every number and name is computed; none is taken from life. */
export interface SyntheticPerson {
  /** 15 digits. */
  readonly atenaNumber: string;
  readonly householdNumber: string;
  /** 12 digits with a valid check digit, `9999` in front. */
  readonly individualNumber: string;
  /** 10 digits, `99` in front; from the age of 20, or from the first employment. */
  readonly basicPensionNumber?: string;
  /** Family and given name, U+3000 between; Latin capitals with a space for foreign residents. */
  readonly name: string;
  /** Full-width katakana, U+3000 between. */
  readonly nameKana: string;
  /** 通称 */
  readonly alias?: string;
  readonly aliasKana?: string;
  readonly birthDate: PlainDate;
  readonly sex: Sex;
  readonly relationship: Relationship;
  /** `153-xxxx` */
  readonly postalCode: string;
  readonly address: string;
  /** 方書 */
  readonly addressSupplement?: string;
  /** Digits only; its exchange is `0000`, which is never assigned. */
  readonly phoneNumber?: string;
  readonly foreigner: boolean;
  /** In order, never overlapping, nothing after today. Empty for those who reached 60 before the present law or are not yet insured. */
  readonly history: readonly QualificationPeriod[];
}
