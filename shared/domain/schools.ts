import type { SchoolKind } from "../law/student-schools.ts";

/** 学校の種類, as the counter asks for it. 夜間・定時制・通信の課程 count as their school. */
export const schoolKinds = {
  university: "大学",
  graduate: "大学院",
  "junior-college": "短期大学",
  technical: "高等専門学校",
  "high-school": "高等学校・中等教育学校・特別支援学校",
  "special-training": "専修学校",
  miscellaneous: "各種学校",
  other: "その他(海外の大学の日本校など)",
} as const satisfies Record<SchoolKind, string>;
