import { median } from "../figure.ts";
import { weekOf } from "./batch-of.ts";

/** A batch of the given size in its own process: CPU of the median run, and the most memory it ever held. */
const [, , size = "", runs = "1"] = process.argv;

const { compose: warmUp } = await weekOf(3_000);
await warmUp();
const { filings, compose } = await weekOf(Number(size));
globalThis.gc?.();
const before = process.memoryUsage().rss;
const seconds: number[] = [];
let written = 0;
for (let run = 0; run < Number(runs); run += 1) {
  const start = process.cpuUsage();
  written = (await compose()).written;
  const { user, system } = process.cpuUsage(start);
  seconds.push((user + system) / 1e6);
}
process.send?.({
  filings,
  written,
  seconds: median(seconds),
  storeMegabytes: before / 1e6,
  mostMegabytes: process.resourceUsage().maxRSS / 1e3,
});
process.disconnect?.();
