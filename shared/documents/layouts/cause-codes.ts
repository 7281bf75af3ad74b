import type {
  AcquisitionCause,
  additionalPremiumEnds,
  additionalPremiumTypes,
  lossCauses,
} from "../../domain/causes.ts";

/** Stand-in codes of the 取得・種別変更の事由. */
export const acquisitionCauseCodes = {
  "turned-20": "01",
  "new-law": "04",
  "moved-into-japan": "02",
  "exclusion-ended": "03",
  "left-employees-pension": "11",
  "joined-employees-pension": "12",
  "became-dependent-spouse": "13",
  "spouse-left-employment": "21",
  "spouse-turned-65": "22",
  divorced: "23",
  "income-increased": "24",
  "spouse-died": "25",
  "applied-domestic-60": "31",
  "applied-domestic-20": "32",
  "applied-abroad": "33",
  "applied-special": "34",
} as const satisfies Record<AcquisitionCause, string>;

/** Stand-in codes of the 喪失の原因. */
export const lossCauseCodes = {
  "moved-abroad": "51",
  "old-age-benefit": "52",
  excluded: "53",
  death: "54",
  "age-60": "55",
  "age-65": "56",
  "left-employees-pension": "57",
  "age-70": "58",
  withdrew: "59",
  "nationality-lost": "60",
  "full-months": "61",
} as const satisfies Record<keyof typeof lossCauses, string>;

/** Both ways of 任意加入 in one field: only the causes of an 申出, for one slug of the two tables above means two things. */
export const voluntaryCauseCodes = {
  "applied-domestic-60": acquisitionCauseCodes["applied-domestic-60"],
  "applied-domestic-20": acquisitionCauseCodes["applied-domestic-20"],
  "applied-abroad": acquisitionCauseCodes["applied-abroad"],
  "applied-special": acquisitionCauseCodes["applied-special"],
  withdrew: lossCauseCodes.withdrew,
} as const satisfies Partial<Record<AcquisitionCause | keyof typeof lossCauses, string>>;

/** Stand-in codes of the 付加種別. */
export const additionalPremiumTypeCodes = { applied: "1", farmer: "2" } as const satisfies Record<
  keyof typeof additionalPremiumTypes,
  string
>;

/** Stand-in codes of the 付加保険料の終了事由. */
export const additionalPremiumEndCodes = {
  withdrew: "1",
  "joined-fund": "2",
  "left-farmers-pension": "3",
} as const satisfies Record<keyof typeof additionalPremiumEnds, string>;
