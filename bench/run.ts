import { availableParallelism, cpus, loadavg } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Figure, noted } from "./figure.ts";
import { groupNames, isGroup } from "./groups.ts";
import { inChild } from "./support/in-child.ts";

const { values } = parseArgs({ options: { only: { type: "string" } } });
if (values.only !== undefined && !isGroup(values.only)) {
  console.error(`--only ${groupNames.join(" | ")}`);
  process.exit(2);
}

const print = (figure: Figure) => console.log(JSON.stringify(figure));

print({
  ...noted({ name: "machine", value: availableParallelism(), unit: "cores" }),
  yardstick: `${cpus()[0]?.model ?? "unknown"}, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)} before the run`,
});
for (const name of groupNames) {
  if (values.only !== undefined && name !== values.only) continue;
  const figures = (await inChild(path.join(import.meta.dirname, "worker.ts"), [name])) as readonly Figure[];
  for (const figure of figures) print(figure);
}
