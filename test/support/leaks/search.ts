import { createHash, createHmac } from "node:crypto";
import type { Secrets } from "./marked-people.ts";
import { plainly, readingsOf } from "./readings.ts";

/** Hashes of `secret` that anybody can make, with no key or an empty one: whoever has a list of numbers finds the number. */
const bareHashes = (secret: string): string[] =>
  ["md5", "sha1", "sha256", "sha384", "sha512"].flatMap((name) => {
    const digests = [createHash(name), createHmac(name, "")].map((hash) => hash.update(secret).digest());
    // Cut short too, as the pseudonyms are: the first twenty bytes.
    return digests
      .flatMap((digest) => [digest, digest.subarray(0, 20)])
      .flatMap((bytes) => [
        bytes.toString("hex"),
        bytes.toString("base64").replace(/=+$/, ""),
        bytes.toString("base64url"),
      ]);
  });

/** The secrets among the runs of digits of `text`; a number is found within a longer run. */
const numbersIn = (text: string, numbers: ReadonlySet<string>, lengths: readonly number[]): string[] =>
  (text.match(/\d{10,}/g) ?? []).flatMap((run) =>
    lengths.flatMap((length) => {
      const found: string[] = [];
      for (let at = 0; at + length <= run.length; at += 1) {
        const part = run.slice(at, at + length);
        if (numbers.has(part)) found.push(part);
      }
      return found;
    }),
  );

/**
 * Looks for personal data in whatever came out, in every encoding of `readings.ts` and as a hash without a key. Gives what
 * was found with the text around it.
 */
export const leakSearch = ({ numbers, marks, values }: Secrets) => {
  const known = new Set(numbers);
  const lengths = [...new Set(numbers.map(({ length }) => length))];
  const hashes = new Set([...numbers, ...values, ...marks].flatMap(bareHashes));
  const folded = marks.map(plainly);
  const alone = new Set(values.flatMap((value) => [value, value.replaceAll("-", "")]));

  const inPlain = (text: string): string[] => {
    const flat = plainly(text);
    return [
      ...numbersIn(flat, known, lengths),
      // As well as it was written: folding could join what were two numbers.
      ...(flat === text ? [] : numbersIn(text, known, lengths)),
      ...folded.filter((mark) => flat.includes(mark)),
      ...(text.match(/(?<![\w-])\d{4}-?\d{2}-?\d{2}(?![\w-])/g) ?? []).filter((value) => alone.has(value)),
    ];
  };

  return (text: string): string[] => [
    ...readingsOf(text).flatMap(inPlain),
    ...(text.match(/[A-Za-z0-9+/_-]{22,}/g) ?? []).filter((run) => hashes.has(run)),
  ];
};
