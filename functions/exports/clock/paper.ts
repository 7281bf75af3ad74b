import { composeReportPdf } from "../../../shared/documents/report-pdf.ts";
import { dayAt } from "../../../shared/law/calendar.ts";
import type { Paper } from "../ports.ts";

/** 帳票 in the ward's name, with the glyphs of `font`. */
export const paperOf =
  (font: Uint8Array, ward: { readonly code: string; readonly name: string }): Paper =>
  async (kind, records, { outputId, requestedAt }) => {
    const { bytes } = await composeReportPdf(kind, records, {
      wardCode: ward.code,
      wardName: ward.name,
      runId: outputId,
      createdOn: dayAt(requestedAt),
      font,
    });
    return bytes;
  };
