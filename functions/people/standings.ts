import type { Standing } from "../../shared/domain/standing.ts";

/** 参考 (見込み) or 確定: never the one as the other. */
export const standings = { provisional: "参考(見込み)", confirmed: "確定" } as const satisfies Record<Standing, string>;
