import type { IncomeOutputRequest } from "../../../shared/contracts/income-outputs.ts";
import { type Problem, problem } from "../../../shared/contracts/problems.ts";
import { openIncomeRequests } from "../../../shared/documents/income-requests.ts";
import { openUnpaidList, readUnpaidMonths } from "../../../shared/documents/unpaid-list.ts";
import type { RequestList, UnpaidList } from "./step-work.ts";

export interface Lists {
  readonly list: RequestList | null;
  readonly unpaid: UnpaidList | null;
  /** The list as it came; null where there is none. */
  readonly bytes: Uint8Array | null;
}

/** The list that came with a request, or why it cannot be read. */
export const openLists = (request: IncomeOutputRequest, wardCode: string): Lists | Problem => {
  const content = "contentBase64" in request ? request.contentBase64 : undefined;
  if (content === undefined) return { list: null, unpaid: null, bytes: null };
  const bytes = Buffer.from(content, "base64");
  const opened = request.kind === "request-answer" ? openIncomeRequests(bytes) : openUnpaidList(bytes);
  if (!opened.ok) return problem("list-unreadable", [{ code: opened.code, detail: opened.message }]);
  const { header } = opened;
  if (header.wardCode !== wardCode)
    return problem("list-unreadable", [{ code: "wrong-ward", detail: "この区あてのファイルではありません" }]);
  if (request.kind === "request-answer") return { list: opened, unpaid: null, bytes };
  const lines = opened.lines.map((line) => readUnpaidMonths(line, header.wardCode));
  const first = new Map<string, number>();
  for (const [at, line] of lines.entries())
    if (line !== null && line.exemptionYear === request.year && !first.has(line.basicPensionNumber))
      first.set(line.basicPensionNumber, at);
  return { list: null, unpaid: { header, lines, first }, bytes };
};
