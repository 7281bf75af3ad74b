import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const root = join(import.meta.dirname, "../../..");

/** A file of functions/ and all of functions/ that it imports. */
const withImports = (file: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path = ""] of readFileSync(file, "utf8").matchAll(/from "(\.[^"]+)"/g)) {
    const imported = join(dirname(file), path);
    if (relative(root, imported).startsWith("functions/")) withImports(imported, seen);
  }
  return seen;
};

const codesIn = (text: string) => [...text.matchAll(/\bproblem\(\s*"([a-z-]+)"/g)].flatMap(([, code]) => code ?? []);

/** The problem codes that the code behind each operation names, read from the handlers' tables. */
export const failuresInCode = (): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    globSync("functions/**/handler.ts", { cwd: root }).flatMap((path) => {
      const handler = join(root, path);
      const text = readFileSync(handler, "utf8");
      const [, table = ""] = /serve\([^{]*\{([\s\S]*)\}\);/.exec(text) ?? [];
      return [...table.matchAll(/^ {2}(?:"([\w:-]+)"|(\w+)): (.*),$/gm)].map(([, quoted, plain, work = ""]) => {
        const name = /^(\w+)\(/.exec(work)?.[1];
        const from = name && new RegExp(`import \\{ ${name} \\} from "(\\.[^"]+)"`).exec(text)?.[1];
        const codes = from
          ? [...withImports(join(dirname(handler), from))].flatMap((file) => codesIn(readFileSync(file, "utf8")))
          : codesIn(work);
        return [quoted ?? plain, [...new Set(codes)]];
      });
    }),
  );
