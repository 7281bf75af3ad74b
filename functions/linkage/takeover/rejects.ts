import { type TakeoverFile, takeoverLayout } from "../../../shared/domain/takeover-mapping.ts";
import type { TakeoverReason, TakeoverRow } from "../../../shared/domain/takeover-row.ts";
import type { Reject } from "../../../shared/stores/takeovers.ts";

const headings = (file: TakeoverFile, fields: readonly string[]): string[] => {
  const columns: Readonly<Record<string, { readonly column: string }>> = takeoverLayout.files[file];
  // A name of an event's own (`on`, `month`) has no heading: then the row alone is named.
  return fields.flatMap((field) => columns[field]?.column ?? []);
};

/** What is kept of a row that is not taken in: never what stood in it. */
export const rejectOf = ({ file, line, content }: TakeoverRow, reason: TakeoverReason): Reject => ({
  file,
  line,
  reason,
  columns: content.ok ? [] : headings(file, content.fields),
});
