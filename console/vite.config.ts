import { defineConfig } from "vite";
import { type Operation, operations } from "../shared/contracts/operations.ts";

const titles = Object.fromEntries(Object.entries<Operation>(operations).map(([id, { title }]) => [id, title]));

/** One page, one script, one style; nothing is fetched from anywhere but beside the page. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  publicDir: false,
  cacheDir: "../.local/vite",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // The titles alone: the table they come from brings every 手続 with it.
  define: { OPERATION_TITLES: JSON.stringify(titles) },
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
