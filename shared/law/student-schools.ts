/**
 * 学校の種類 whose students 学生納付特例 is for (法90条の3第1項, 令6条の6, 則77条の6). Evening and correspondence courses count.
 * The list and its articles are own knowledge, confidence medium (docs/law.md).
 */
export type SchoolKind =
  | "university"
  | "graduate"
  | "junior-college"
  | "technical"
  | "high-school"
  | "special-training"
  | "miscellaneous"
  | "other";

/** 各種学校 only in a course of a year or more, and other schools (海外の大学の日本校など) only where they are named. */
const eligibleAsSuch = {
  university: true,
  graduate: true,
  "junior-college": true,
  technical: true,
  "high-school": true,
  "special-training": true,
  miscellaneous: false,
  other: false,
} as const satisfies Record<SchoolKind, boolean>;

/** Whether students of the school are 学生等; null where that turns on the course or the school itself and nobody has looked. */
export const isStudentSchool = (kind: SchoolKind | undefined, checked: boolean | undefined): boolean | null =>
  checked ?? (kind !== undefined && eligibleAsSuch[kind] ? true : null);
