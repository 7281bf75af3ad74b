import * as z from "zod";
import { administrative, item, type RecordItemId } from "./record-items.ts";
import {
  addressSchema,
  atenaNumberSchema,
  holdsIndividualNumber,
  individualNumberSchema,
  kanaSchema,
  nameSchema,
  plainDateSchema,
  postalCodeSchema,
  sexSchema,
} from "./values.ts";

type ValueName =
  | "name"
  | "nameKana"
  | "birthDate"
  | "sex"
  | "postalCode"
  | "address"
  | "addressSupplement"
  | "individualNumber";

interface ChangeKind {
  readonly ja: string;
  readonly needs: readonly ValueName[];
  /** Values taken beyond those needed; any other is refused, because nothing is done with it. */
  readonly may: readonly ValueName[];
}

const newPerson = ["name", "nameKana", "birthDate", "sex", "postalCode", "address"] as const;
const newAddress = ["postalCode", "address"] as const;

/** 異動の種類, and the values each brings. */
export const changeKinds = {
  "moved-in-from-abroad": { ja: "国外転入", needs: newPerson, may: ["addressSupplement", "individualNumber"] },
  "moved-in": { ja: "転入", needs: newPerson, may: ["addressSupplement", "individualNumber"] },
  "moved-within": { ja: "転居", needs: newAddress, may: ["addressSupplement"] },
  "moved-out": { ja: "転出", needs: [], may: ["postalCode", "address", "addressSupplement"] },
  "moved-out-abroad": { ja: "国外転出", needs: [], may: [] },
  died: { ja: "死亡", needs: [], may: [] },
  "name-changed": { ja: "氏名変更", needs: ["name", "nameKana"], may: [] },
  "household-changed": { ja: "世帯変更", needs: [], may: [] },
  "protection-started": { ja: "支援措置の開始", needs: [], may: [] },
  "protection-ended": { ja: "支援措置の終了", needs: [], may: [] },
  "ex-officio-entry": { ja: "職権記載", needs: newPerson, may: ["addressSupplement", "individualNumber"] },
  "ex-officio-deletion": { ja: "職権消除", needs: [], may: [] },
} as const satisfies Record<string, ChangeKind>;
export type ChangeKindName = keyof typeof changeKinds;

const kindsTable: Readonly<Record<ChangeKindName, ChangeKind>> = changeKinds;
const kindNames = Object.keys(changeKinds) as [ChangeKindName, ...ChangeKindName[]];

/** 異動番号: letters, digits and hyphens, since it travels in addresses; too few digits in a row for a number of a person. */
export const changeIdPattern = /^(?!.*\d{10})[A-Za-z0-9-]{1,40}$/;

interface ChangeField {
  readonly ja: string;
  readonly required: boolean;
  /** Null: needed to handle the change, no item of 別添1. */
  readonly item: RecordItemId | null;
}

/** 取り込む項目: the one list that the file, the API and docs/resident-feed.md go by. Nothing else is taken. */
export const changeFields = {
  changeId: { ja: "異動番号", required: true, item: null },
  sequence: { ja: "連番", required: true, item: null },
  atenaNumber: { ja: "宛名番号", required: true, item: "addressee.addressee" },
  kind: { ja: "異動の種類", required: true, item: null },
  changedOn: { ja: "異動日", required: true, item: null },
  notifiedOn: { ja: "届出日", required: true, item: null },
  name: { ja: "氏名", required: false, item: "addressee.name" },
  nameKana: { ja: "氏名かな", required: false, item: "addressee.nameKana" },
  birthDate: { ja: "生年月日", required: false, item: "addressee.birthDate" },
  sex: { ja: "性別", required: false, item: "addressee.sex" },
  postalCode: { ja: "郵便番号", required: false, item: "addressee.postalCode" },
  address: { ja: "住所", required: false, item: "addressee.address" },
  addressSupplement: { ja: "方書", required: false, item: "addressee.addressSupplement" },
  individualNumber: { ja: "個人番号", required: false, item: "addressee.myNumber" },
} as const satisfies Record<string, ChangeField>;
export type ChangeFieldName = keyof typeof changeFields;

/** Each field's schema, marked with the item it fills. A test holds the marks to the table above. */
const shape = {
  changeId: administrative(
    z
      .string()
      .regex(changeIdPattern, "異動番号は英数字とハイフン、40文字まで、続く数字は9桁までです")
      .refine((value) => !holdsIndividualNumber(value), "異動番号に個人番号を入れないでください"),
    "住民記録の異動番号: 二重の取込みを防ぐ",
  ),
  sequence: administrative(
    z.int("連番は整数です").min(0, "連番は0以上です").max(999_999_999, "連番は9桁までです"),
    "同じ日の異動の順序",
  ),
  atenaNumber: item("addressee.addressee", atenaNumberSchema),
  kind: administrative(z.enum(kindNames, "用意された異動の種類から選んでください"), "異動の種類"),
  changedOn: administrative(plainDateSchema, "異動日: 資格と記録の日付のもとになる"),
  notifiedOn: administrative(plainDateSchema, "住民異動届の届出日: みなし届出の受付日になる"),
  name: item("addressee.name", nameSchema).optional(),
  nameKana: item("addressee.nameKana", kanaSchema).optional(),
  birthDate: item("addressee.birthDate", plainDateSchema).optional(),
  sex: item("addressee.sex", sexSchema).optional(),
  postalCode: item("addressee.postalCode", postalCodeSchema).optional(),
  address: item("addressee.address", addressSchema).optional(),
  addressSupplement: item("addressee.addressSupplement", addressSchema).optional(),
  individualNumber: item("addressee.myNumber", individualNumberSchema).optional(),
} as const satisfies Record<ChangeFieldName, z.ZodType>;

const valueNames = [...newPerson, "addressSupplement", "individualNumber"] as const satisfies readonly ValueName[];

/** One 異動 as the resident system tells it. What its kind does not need is refused as unknown items are. */
export const residentChange = z.strictObject(shape).check(({ value, issues }) => {
  const { needs, may } = kindsTable[value.kind];
  for (const name of valueNames) {
    const there = value[name] !== undefined;
    if (!there && needs.includes(name))
      issues.push({ code: "custom", path: [name], input: undefined, message: "この異動の種類では入力が要ります" });
    if (there && !needs.includes(name) && !may.includes(name))
      issues.push({
        code: "custom",
        path: [name],
        input: undefined,
        message: "この異動の種類では受け取らない項目です",
      });
  }
});
export type ResidentChange = z.infer<typeof residentChange>;
