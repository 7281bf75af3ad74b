import { disjoint, type ReliefSpan } from "../domain/relief-spans.ts";
import type { resultCodes } from "./layouts/results.ts";
import { type SpanItem, saidSpans } from "./span-items.ts";

export type GrantFault = "missing" | "backward-span" | "overlapping-spans" | "unexpected-grant";

interface Fault {
  readonly code: GrantFault;
  /** Japanese; names the item and never what it says. */
  readonly message: string;
}

const fault = (code: GrantFault, message: string): Fault => ({ code, message: `決定: ${message}` });

/** What a line says was granted, or why that cannot be. Only 法定免除 may have no end. */
export const grantsOf = (
  values: Readonly<Partial<Record<SpanItem<"grant">, string>>>,
  result: keyof typeof resultCodes,
): readonly ReliefSpan[] | Fault => {
  const grants: ReliefSpan[] = [];
  for (const { kind, from, until } of saidSpans("grant", values)) {
    if (kind === undefined) return fault("missing", "免除区分がありません");
    if (from === undefined) return fault("missing", "開始年月がありません");
    if (until === undefined && kind !== "statutory") return fault("missing", "終了年月がありません");
    if (until !== undefined && until < from) return fault("backward-span", "終了年月が開始年月より前です");
    grants.push({ kind, from, until: until ?? null });
  }
  if (!disjoint(grants)) return fault("overlapping-spans", "期間が重なっています");
  if (grants.length > 0 && (result === "rejected" || result === "returned"))
    return fault("unexpected-grant", "却下・返戻の行に期間があります");
  return grants;
};
