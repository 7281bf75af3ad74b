import { inflateSync } from "node:zlib";

const latin1 = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);

export const pagesOf = (bytes: Uint8Array): number => latin1(bytes).match(/\/Type \/Page\n/g)?.length ?? 0;

/** The characters a PDF maps its glyphs back to: what it prints, in no order. */
export const printedCharacters = (bytes: Uint8Array): string => {
  const text = latin1(bytes);
  const found: string[] = [];
  for (const { index, 0: start } of text.matchAll(/stream\n/g)) {
    try {
      const inflated = inflateSync(bytes.subarray(index + start.length), { finishFlush: 2 }).toString("latin1");
      const ranges = inflated.match(/beginbfrange([\s\S]*?)endbfrange/g) ?? [];
      for (const [, hex = ""] of ranges.join("").matchAll(/<([0-9a-f]+)>(?=[ \]])/gi)) {
        for (const unit of hex.match(/.{4}/g) ?? []) found.push(String.fromCharCode(Number.parseInt(unit, 16)));
      }
    } catch {
      // not a compressed stream
    }
  }
  return found.join("");
};
