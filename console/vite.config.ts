import { defineConfig } from "vite";
import type { Operation } from "../shared/contracts/operation.ts";
import { operations } from "../shared/contracts/operations.ts";
import { purposes } from "../shared/contracts/requests.ts";
import { recordItems } from "../shared/domain/record-items.ts";

const named = <Row>(table: Readonly<Record<string, Row>>, name: (row: Row) => string): string =>
  JSON.stringify(Object.fromEntries(Object.entries(table).map(([code, row]) => [code, name(row)])));

/** One page, one script, one style; nothing is fetched from anywhere but beside the page. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  publicDir: false,
  cacheDir: "../.local/vite",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  define: {
    OPERATION_TITLES: named<Operation>(operations, ({ title }) => title),
    PURPOSE_NAMES: named(purposes, (name) => name),
    RECORD_ITEM_NAMES: named(recordItems, ({ ja }) => ja),
  },
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
