import * as z from "zod";
import { environments } from "../../shared/contracts/environment.ts";
import { readConsoleFiles } from "./console-files.ts";
import { serveConsole } from "./serve-console.ts";

const { CONSOLE_IDENTITY } = environments.console.parse(process.env);
const { CONSOLE_FOLDER } = z.object({ CONSOLE_FOLDER: z.string() }).parse(process.env);

export const handler = serveConsole(readConsoleFiles(CONSOLE_FOLDER), CONSOLE_IDENTITY);
