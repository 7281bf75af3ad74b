import { type IncomeFieldName, incomeFields } from "./income-row.ts";
import { keysOf } from "./keys-of.ts";
import type { RecordItemId } from "./record-items.ts";
import type { CellReader } from "./takeover-cells.ts";

/** One column of a file of the previous package. */
export interface TakeoverColumn {
  /** As its heading says it. */
  readonly column: string;
  /** Items of 別添1 that it fills; none for what only tells rows apart, or what 別添1 does not list. */
  readonly items: readonly RecordItemId[];
  readonly read: CellReader;
  /** The package's own codes, where they differ from ours. */
  readonly codes?: Readonly<Record<string, string>>;
}

export const takeoverFiles = ["people", "periods", "reliefs", "incomes"] as const;
export type TakeoverFile = (typeof takeoverFiles)[number];

const text = (column: string, ...items: readonly RecordItemId[]): TakeoverColumn => ({ column, items, read: "text" });
const owner = text("宛名番号", "addressee.addressee");

const incomeColumns = Object.fromEntries(
  keysOf(incomeFields).map((name) => {
    const { ja, value, item } = incomeFields[name];
    const column = { column: ja, items: item === null ? [] : [item], read: value } as const;
    return [name, name === "atenaNumber" ? owner : column];
  }),
) as Readonly<Record<IncomeFieldName, TakeoverColumn>>;

/**
 * The extract of the previous package. Its real layout is not published: `standin-1` stands in for it, and the ward's real
 * columns, encoding, codes and 和暦 are a change of this table alone. docs/takeover.md says the same for people.
 */
export const takeoverLayout = {
  name: "standin-1",
  encoding: "utf-8" as "utf-8" | "shift_jis",
  files: {
    people: {
      atenaNumber: owner,
      basicPensionNumber: text("基礎年金番号", "insured.basicPensionSymbol"),
      individualNumber: text("個人番号", "addressee.myNumber"),
      name: text("氏名", "addressee.name"),
      nameKana: text("カナ氏名", "addressee.nameKana"),
      birthDate: text("生年月日", "addressee.birthDate"),
      sex: { ...text("性別", "addressee.sex"), codes: { "1": "male", "2": "female" } },
      postalCode: text("郵便番号", "addressee.postalCode"),
      address: text("住所", "addressee.address"),
      addressSupplement: text("方書", "addressee.addressSupplement"),
      phoneNumber: text("電話番号", "insured.phoneNumber"),
    },
    periods: {
      atenaNumber: owner,
      category: text("種別", "insured.insuredCategory"),
      from: text("資格取得年月日", "insured.acquisitionDate"),
      fromCause: text("資格取得理由", "insured.acquisitionReason"),
      expiresOn: text("資格満了日", "insured.expiryDate"),
      exOfficio: { column: "職権適用", items: ["insured.exOfficioApplyType"], read: "flag" },
      until: text("資格喪失年月日", "insured.lossDate"),
      untilCause: text("資格喪失原因", "insured.lossCause"),
    },
    reliefs: {
      atenaNumber: owner,
      record: text("区分"),
      from: text(
        "開始年月",
        "insured.exemptionStartDate",
        "insured.additionalPremiumStartDate",
        "insured.maternityExemptionStartMonth",
      ),
      until: text(
        "終了年月",
        "insured.exemptionEndDate",
        "insured.additionalPremiumEndDate",
        "insured.maternityExemptionEndMonth",
      ),
      exemptionType: text("免除種別", "insured.exemptionType"),
      exemptionReason: text("免除理由", "insured.exemptionReason"),
      noticedOn: text("免除該当届出年月日", "insured.exemptionQualifiedNoticeDate"),
      additionalType: text("付加種別", "insured.additionalPremiumType"),
      additionalEndCause: text("付加終了理由", "insured.additionalPremiumEndReason"),
      maternityOn: text("出産(予定)年月日", "insured.maternityDueOrDeliveryDate"),
      maternityType: text("産前産後免除種別", "insured.maternityExemptionType"),
    },
    incomes: incomeColumns,
  },
} as const satisfies {
  readonly name: string;
  readonly encoding: string;
  readonly files: Readonly<Record<TakeoverFile, Readonly<Record<string, TakeoverColumn>>>>;
};
