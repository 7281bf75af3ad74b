import { writeFileSync } from "node:fs";
import { openApiDocument } from "./document.ts";

/** The document as the file holds it; a test holds the file to it. */
const target = new URL("../../docs/openapi.json", import.meta.url);

writeFileSync(target, `${JSON.stringify(openApiDocument(), null, 2)}\n`);
console.log("docs/openapi.json を書きました");
