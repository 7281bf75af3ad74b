import { counters } from "../../shared/domain/filing.ts";
import { filingStatuses } from "../../shared/domain/filing-status.ts";
import { flows } from "../../shared/flows/catalogue.ts";
import type { Filing } from "../../shared/stores/filings.ts";

/** What every list says of a 届出. */
export const filingColumns = [
  ["filingId", "受付番号"],
  ["form", "様式"],
  ["title", "届書"],
  ["filedOn", "受付日"],
  ["eventOn", "事実発生日"],
  ["counter", "受付窓口"],
  ["status", "状態"],
] as const;

export const filingCells = ({ filingId, flow, filedOn, eventOn, counter, status }: Filing) => ({
  filingId,
  form: flows[flow].form,
  title: flows[flow].title,
  filedOn,
  eventOn,
  counter: counters[counter],
  status: filingStatuses[status],
});
