import { parseArgs } from "node:util";
import * as z from "zod";
import { departments, linkedSystems } from "../../shared/domain/departments.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { roles } from "../../shared/domain/roles.ts";
import { departmentOf } from "./appoint.ts";
import { localFolder } from "./folders.ts";
import { counters, openIdentityProvider } from "./identity-provider.ts";

const { system: _, ...people } = roles;
const roleNames = keysOf(people);
const systemNames = keysOf(linkedSystems);

const usage = `npm run token -- --role <${roleNames.join("|")}> [--officer ID] [--department <${Object.keys(departments).join("|")}>] [--counter <${counters.join("|")}>] [--terminal ID] [--session ID] [--expires-in 8h]
npm run token -- --system <${systemNames.join("|")}>`;

const personRequest = z.strictObject({
  role: z.enum(roleNames),
  officer: z.string().min(1).optional(),
  counter: z.enum(counters).optional(),
  terminal: z.string().min(1).optional(),
  department: z.enum(keysOf(departments)).optional(),
  session: z.string().min(1).optional(),
  "expires-in": z.string().min(1).optional(),
});
const request = z.union([z.strictObject({ system: z.enum(systemNames) }), personRequest]);

/**
 * Prints a token of the development identity provider, alone on standard output so that a shell can take it. It says who calls:
 * `--role` only chooses the development officer of that duty, whose right is in the ledger of the local cloud.
 */
const main = async () => {
  const text = { type: "string" } as const;
  const options = { role: text, officer: text, counter: text, terminal: text, department: text, session: text };
  const { values } = parseArgs({ options: { ...options, system: text, "expires-in": text } });
  const asked = request.parse({ ...values });
  const { mintToken, mintSystemToken } = await openIdentityProvider(localFolder);
  if ("system" in asked) return console.log(await mintSystemToken(asked.system));
  const { role, officer = `${role}-01`, department = departmentOf(role), "expires-in": expiresIn, ...rest } = asked;
  console.log(await mintToken({ officer, department, expiresIn, ...rest }));
};

try {
  await main();
} catch (error) {
  console.error(error instanceof z.ZodError ? z.prettifyError(error) : String(error));
  console.error(`使い方 / usage: ${usage}`);
  process.exitCode = 1;
}
