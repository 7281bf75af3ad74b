import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { flowIds, flows } from "../../../shared/flows/catalogue.ts";

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

/** The 届出 of a family, taken by one work; a handler that is no family's has none. */
const familyIn = (text: string, directory: string): [string, string[]][] => {
  const family = /familyWorks\("([\w-]+)", ports\)\);/.exec(text)?.[1];
  const codes = [...withImports(join(directory, "../family-works.ts"))].flatMap((file) =>
    codesIn(readFileSync(file, "utf8")),
  );
  return flowIds.filter((flow) => flows[flow].family === family).map((flow) => [`file:${flow}`, [...new Set(codes)]]);
};

/** The problem codes that the code behind each operation names, read from the handlers' tables. */
export const failuresInCode = (): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    globSync("functions/**/handler.ts", { cwd: root }).flatMap((path): [string, string[]][] => {
      const handler = join(root, path);
      const text = readFileSync(handler, "utf8");
      if (text.includes("familyWorks(")) return familyIn(text, dirname(handler));
      const [, table = ""] = /serve\([^{]*\{([\s\S]*)\}\);/.exec(text) ?? [];
      return [...table.matchAll(/^ {2}(?:"([\w:-]+)"|(\w+)): (.*),$/gm)].map(([, quoted, plain, work = ""]) => {
        const name = /^(\w+)\(/.exec(work)?.[1];
        const from = name && new RegExp(`import \\{ ${name} \\} from "(\\.[^"]+)"`).exec(text)?.[1];
        const codes = from
          ? [...withImports(join(dirname(handler), from))].flatMap((file) => codesIn(readFileSync(file, "utf8")))
          : codesIn(work);
        return [quoted ?? plain ?? "", [...new Set(codes)]];
      });
    }),
  );
