import { acquisition } from "./acquisition.ts";
import { changeFromCategory2 } from "./change-from-category-2.ts";
import { changeFromCategory3 } from "./change-from-category-3.ts";
import type { Flow } from "./define.ts";
import { loss } from "./loss.ts";

/** Every 届出 the system takes, by its name in the API. A new one is its file and a line here. */
export const flows = {
  acquisition,
  "change-from-category-2": changeFromCategory2,
  "change-from-category-3": changeFromCategory3,
  loss,
} as const satisfies Record<string, Flow>;

export type FlowId = keyof typeof flows;

export const flowIds = Object.keys(flows) as [FlowId, ...FlowId[]];
