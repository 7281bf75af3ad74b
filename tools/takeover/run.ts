import { parseArgs } from "node:util";
import { Misuse, needed, runCommand } from "../operator/command.ts";
import { environmentPorts } from "../operator/environment-ports.ts";
import { check } from "./check.ts";
import { erase } from "./erase.ts";
import { type Given, options } from "./given.ts";
import { importCommand } from "./import.ts";
import { status } from "./status.ts";

const usage = `使い方 / usage: npm run takeover --
  check FOLDER --env NAME
  import --env NAME --set SET --operator ID [--minutes N] [--endpoint URL]
  status --env NAME [--set SET] [--endpoint URL]
  erase --env NAME --set SET --operator ID --confirm kokunen-NAME
        [--accept CODE --officer ID --document-number N] [--endpoint URL]`;

const commands = new Map<string, (given: Given) => Promise<number>>([
  ["import", importCommand],
  ["status", status],
  ["erase", erase],
]);

await runCommand(usage, async () => {
  const [name = "", ...args] = process.argv.slice(2);
  if (name === "check") return check(args);
  const command = commands.get(name);
  if (!command) throw new Misuse("check、import、status、eraseのどれかが要る / no such command");
  const { values } = parseArgs({ args, options });
  return command({ values, ports: () => environmentPorts(needed(values.env, "env"), values.endpoint) });
});
