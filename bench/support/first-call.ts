import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** In a fresh process: from nothing to the first answer of a bundle, in milliseconds. */
const [, , bundle = "", eventFile = ""] = process.argv;
const event: unknown = JSON.parse(readFileSync(eventFile, "utf8"));
const require = createRequire(import.meta.url);

const before = performance.now();
const { handler } = require(bundle);
const imported = performance.now() - before;
const answer = await handler(event, { awsRequestId: "bench" });
const milliseconds = performance.now() - before;

process.send?.({ imported, milliseconds, statusCode: answer.statusCode ?? null, body: answer.body ?? null });
process.disconnect?.();
