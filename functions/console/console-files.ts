import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

/** One file of the built console: always text. */
export interface ConsoleFile {
  readonly type: string;
  readonly text: string;
}

/** The files by the name that they are asked for; what is not in here does not exist. */
export type ConsoleFiles = ReadonlyMap<string, ConsoleFile>;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/**
 * Reads the built console once, when the function is loaded: a path of a request never meets the file system.
 * @throws Error for a file of a kind that the console is not made of.
 */
export const readConsoleFiles = (folder: string): ConsoleFiles =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .map((path): [string, ConsoleFile] => {
        const name = path.slice(folder.length).replaceAll("\\", "/").replace(/^\//, "");
        const type = types[extname(path)];
        if (type === undefined) throw new Error(`a console file of an unknown kind: ${name}`);
        return [name, { type, text: readFileSync(path, "utf8") }];
      }),
  );
