import type { FileLayout } from "./layout.ts";

const cr = 0x0d;
const lf = 0x0a;

const byLineEnding = (bytes: Uint8Array, most: number): Uint8Array[] | undefined => {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let at = bytes.indexOf(cr); at >= 0; at = bytes.indexOf(cr, at + 1)) {
    if (bytes[at + 1] !== lf) continue;
    if (lines.length === most) return undefined;
    lines.push(bytes.subarray(start, at));
    start = at + 2;
  }
  if (start < bytes.length) lines.push(bytes.subarray(start));
  return lines;
};

const byLength = (bytes: Uint8Array, length: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / length) }, (_, at) => bytes.subarray(at * length, (at + 1) * length));

/** The records of a file without their line endings; undefined when there are more than `most`. */
export const linesOf = (
  bytes: Uint8Array,
  layout: Pick<FileLayout<string>, "lineEnding"> & { readonly data: { readonly length: number } },
  most: number,
): Uint8Array[] | undefined => {
  if (bytes.length > most * (layout.data.length + 2)) return undefined;
  return layout.lineEnding === "crlf" ? byLineEnding(bytes, most) : byLength(bytes, layout.data.length);
};
