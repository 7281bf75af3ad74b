import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, buildSync, type Metafile } from "esbuild";
import { entries, type FunctionName } from "../../shared/contracts/environment.ts";
import { buildConsole } from "./console-build.ts";

const root = join(import.meta.dirname, "../..");
const fontFile = "node_modules/@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf";

/** What lies beside a bundle, and what the bundle must know of it before its first line runs. */
interface Companion {
  readonly put: (directory: string) => void;
  readonly banner: string;
}

/** Says in `variable` where `name`, which lies beside the bundle, is. */
const whereIs = (variable: string, name: string) =>
  `process.env.${variable} ??= require("node:path").join(__dirname, "${name}");`;

/** The font of what is printed. */
const font: Companion = {
  put: (directory) => copyFileSync(join(root, fontFile), join(directory, "BIZUDMincho.ttf")),
  banner: whereIs("FONT_PATH", "BIZUDMincho.ttf"),
};

const companions: Partial<Record<FunctionName, Companion>> = {
  "transmittal-steps": font,
  "audit-report": font,
  "outputs-clock": font,
  console: {
    put: (directory) => buildConsole(join(directory, "console")),
    banner: whereIs("CONSOLE_FOLDER", "console"),
  },
};

const beside = (file: string) => join(import.meta.dirname, file);

/** What stays out of the bundles, and what stands there instead. */
const alias = {
  "@aws-sdk/credential-provider-node": beside("environment-credentials.ts"),
  "@aws-sdk/endpoint-cache": beside("no-endpoint-cache.ts"),
  "@smithy/core/event-streams": beside("no-event-streams.ts"),
  "brotli/decompress.js": beside("no-brotli.ts"),
} as const;

/** How every bundle is made; the bench makes its yardstick in the same way. */
export const bundling = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  treeShaking: true,
  platform: "node",
  target: "node24",
  format: "cjs",
  mainFields: ["module", "main"],
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  alias,
} as const satisfies BuildOptions;

/** Where a function's entry is on this machine. */
export const entryOf = (fn: FunctionName): string => join(root, entries[fn]);

/**
 * Writes the deployable code of a function (`index.js` and its companions) into `directory`; the same bytes go to AWS, the
 * emulator and the bench. The SDK is inside, so that a deployment runs what was tested.
 */
export const bundle = (fn: FunctionName, directory: string): Metafile => {
  const companion = companions[fn];
  const { metafile } = buildSync({
    ...bundling,
    entryPoints: [entryOf(fn)],
    outfile: join(directory, "index.js"),
    metafile: true,
    // A CommonJS bundle has no import.meta; pdfkit takes its own address from there when it is loaded.
    define: { "import.meta.url": "bundleUrl" },
    banner: { js: `const bundleUrl = require("node:url").pathToFileURL(__filename).href;${companion?.banner ?? ""}` },
  });
  companion?.put(directory);
  return metafile;
};
