const cell = (value: unknown) => {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A CSV file as another system would drop it: a header of `columns`, then the rows. */
export const csvFile = (
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
  { bom = false, end = "\r\n" } = {},
): Uint8Array =>
  Buffer.from(
    (bom ? "\uFEFF" : "") +
      [columns.join(","), ...rows.map((row) => columns.map((name) => cell(row[name])).join(","))]
        .map((line) => line + end)
        .join(""),
  );
