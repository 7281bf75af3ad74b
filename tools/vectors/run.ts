import { readFileSync } from "node:fs";
import { evaluateVectors } from "./evaluate.ts";

const [path = "test/law/vectors.json"] = process.argv.slice(2);
const results = evaluateVectors(JSON.parse(readFileSync(path, "utf8")));

for (const { id, ok, expected, actual } of results) {
  console.log(ok ? `${id} ok` : `${id} FAIL expected=${JSON.stringify(expected)} actual=${JSON.stringify(actual)}`);
}
const failed = results.filter(({ ok }) => !ok).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
