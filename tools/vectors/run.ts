import { readFileSync } from "node:fs";
import { evaluateVectors, type VectorResult } from "./evaluate.ts";
import { InputError } from "./input.ts";

const [path = "test/law/vectors.json"] = process.argv.slice(2);

const lineOf = ({ id, ok, expected, actual }: VectorResult): string =>
  ok ? `${id} ok` : `${id} FAIL expected=${JSON.stringify(expected)} actual=${JSON.stringify(actual)}`;

const read = (): VectorResult[] => {
  try {
    return evaluateVectors(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    const unreadable = error instanceof SyntaxError || error instanceof InputError;
    if (!unreadable && !(error instanceof Error && "code" in error)) throw error;
    const reason = `unreadable file: ${error instanceof Error ? error.message : "unknown"}`;
    return [{ id: path, ok: false, expected: null, actual: { error: reason } }];
  }
};

const results = read();
for (const result of results) console.log(lineOf(result));
const failed = results.filter(({ ok }) => !ok).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
