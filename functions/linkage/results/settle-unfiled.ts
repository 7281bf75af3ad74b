import { itemsOf } from "../../../shared/domain/items-of.ts";
import { ledgerEntry } from "../../../shared/domain/ledger-events.ts";
import { flows } from "../../../shared/flows/catalogue.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import { lineWrite } from "../../../shared/stores/imports.ts";
import { recordWrites } from "../../../shared/stores/people.ts";
import { ownChange } from "./award-rules.ts";
import { filingsOf, holderOf, type Line, type Settled } from "./holder.ts";
import { unfiledEvents } from "./unfiled-events.ts";

/** Nothing was filed, so nothing can be sent back; and what 日本年金機構 grants or changes of itself it does not refuse. */
const cannotBe = ({ form, result }: Line["record"]) =>
  result === "returned" || (result === "rejected" && (form === "B18" || form === ownChange));

/** A line without a 届出 (継続審査の結果, 育児の自動該当, 給付の職権の変更): the person by 基礎年金番号, the record and the line's mark in one transaction. */
export const settleUnfiled = async (line: Line): Promise<Settled> => {
  const { importId, record, before, index, call, ports } = line;
  if (cannotBe(record)) return "no-filing-awaiting";
  const loaded = await holderOf(line);
  if (typeof loaded === "string") return loaded;
  const alike = (await filingsOf(loaded, ports)).filter(({ flow }) => flows[flow].form === record.form);
  const events = unfiledEvents(record, loaded, new Set(alike.map(({ filingId }) => filingId)));
  if (typeof events === "string") return events;
  const outcome = await ports.database.transact([
    lineWrite(
      importId,
      { line: record.line, outcome: record.result, filingId: null, reason: record.reasonCode ?? null },
      before,
    ),
    ...(events.length > 0
      ? recordWrites(loaded, index, call.occasion, { kind: "jps", importId }, events).writes
      : loaded.keyWrites),
    auditWrite(
      call.trail({
        subjects: [index.auditSubject(loaded.personId)],
        object: importId,
        items: itemsOf(ledgerEntry),
        purpose: "results",
        codes: [record.result],
      }),
    ),
  ]);
  return outcome.ok;
};
