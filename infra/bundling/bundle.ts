import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, buildSync, type Metafile } from "esbuild";
import { entries, type FunctionName } from "../../shared/contracts/environment.ts";

const root = join(import.meta.dirname, "../..");

/** The font of what is printed. */
const font = {
  file: "BIZUDMincho.ttf",
  from: "node_modules/@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf",
  banner: 'process.env.FONT_PATH ??= require("node:path").join(__dirname, "BIZUDMincho.ttf");',
} as const;

/** Files that lie beside a bundle, and what the bundle must know of them before its first line runs. */
const companions: Partial<
  Record<FunctionName, { readonly file: string; readonly from: string; readonly banner: string }>
> = { "transmittal-steps": font, "audit-report": font, "outputs-clock": font };

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
  if (companion !== undefined) copyFileSync(join(root, companion.from), join(directory, companion.file));
  return metafile;
};
