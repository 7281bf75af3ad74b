import type { ReportItem, ReportRecord } from "../../../shared/documents/report.ts";
import { type FormSensitiveItem, formSensitiveItems, formWhereabouts } from "../../../shared/domain/form-items.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { maskedAddress } from "../../../shared/protection/mask-person.ts";

/** What a 帳票 of this output shows: no 個人番号 or 要配慮 item that was not asked for by name, and no whereabouts under 支援措置. */
export const formRecord = (
  record: ReportRecord,
  asked: readonly FormSensitiveItem[],
  addressProtected: boolean,
): ReportRecord => {
  const left = new Set<string>(
    keysOf(formSensitiveItems).flatMap((item) => (asked.includes(item) ? [] : [...formSensitiveItems[item]])),
  );
  if (addressProtected) for (const field of formWhereabouts) left.add(field);
  const shown = Object.entries(record.values).filter(([field]) => !left.has(field));
  const values: Partial<Record<ReportItem, string>> = Object.fromEntries(shown);
  return {
    ...record,
    values: addressProtected && record.values.address !== undefined ? { ...values, address: maskedAddress } : values,
  };
};
