/** Shift_JIS and UTF-16 for tests: the platform decodes the first and encodes neither. */
const shiftJis = new Map<string, readonly number[]>();
const decoder = new TextDecoder("shift_jis");
for (let lead = 0x81; lead <= 0xfc; lead += lead === 0x9f ? 0x41 : 1)
  for (let trail = 0x40; trail <= 0xfc; trail += 1) {
    const letter = decoder.decode(Uint8Array.of(lead, trail));
    if (letter.length === 1 && letter !== "\ufffd" && !shiftJis.has(letter)) shiftJis.set(letter, [lead, trail]);
  }

export const inShiftJis = (text: string): Buffer =>
  Buffer.from(
    [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return code < 0x80 ? [code] : (shiftJis.get(letter) ?? [0x3f]);
    }),
  );

export const inUtf16 = (text: string): Buffer => Buffer.from(text, "utf16le");
