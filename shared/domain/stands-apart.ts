import type { OfficerId } from "./ids.ts";

/** Nobody decides or confirms what they asked for, nor what is theirs. 評価書 III-3 リスク2 ①③. */
export const standsApart = (
  decider: OfficerId,
  { subject, requestedBy }: { readonly subject: OfficerId; readonly requestedBy: OfficerId },
): boolean => decider !== subject && decider !== requestedBy;
