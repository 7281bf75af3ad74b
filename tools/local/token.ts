import { parseArgs } from "node:util";
import * as z from "zod";
import { departments } from "../../shared/domain/departments.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { roles } from "../../shared/domain/roles.ts";
import { localFolder } from "./folders.ts";
import { counters, openIdentityProvider } from "./identity-provider.ts";

const roleNames = keysOf(roles);

const usage = `npm run token -- --role <${roleNames.join("|")}> [--role …] [--officer ID] [--counter <${counters.join("|")}>] [--terminal ID] [--department <${Object.keys(departments).join("|")}>] [--expires-in 8h]`;

const request = z.strictObject({
  role: z.array(z.enum(roleNames)).min(1),
  officer: z.string().min(1).optional(),
  counter: z.enum(counters).optional(),
  terminal: z.string().min(1).optional(),
  department: z.enum(keysOf(departments)).optional(),
  "expires-in": z.string().min(1).optional(),
});

/** Prints a token of the development identity provider, alone on standard output so that a shell can take it. */
const main = async () => {
  const text = { type: "string" } as const;
  const options = { officer: text, counter: text, terminal: text, department: text, "expires-in": text };
  const { values } = parseArgs({ options: { ...options, role: { type: "string", multiple: true } } });
  const { role, officer = `${role[0]}-01`, "expires-in": expiresIn, ...rest } = request.parse({ role: [], ...values });
  const { mintToken } = await openIdentityProvider(localFolder);
  console.log(await mintToken({ officer, roles: role, expiresIn, ...rest }));
};

try {
  await main();
} catch (error) {
  console.error(error instanceof z.ZodError ? z.prettifyError(error) : String(error));
  console.error(`使い方 / usage: ${usage}`);
  process.exitCode = 1;
}
