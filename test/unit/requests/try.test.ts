import { it } from "vitest";
import { filledWorld } from "../../support/leaving.ts";
import { disclosingOffice, takenPackage } from "../../support/disclosure.ts";
import { writeFileSync } from "node:fs";
it("x", async () => {
  const world = await filledWorld();
  const person = world.people[0]!;
  const office = await disclosingOffice(world, person);
  try {
  const t = Date.now();
  const got = await takenPackage(office);
  console.log(Date.now() - t, JSON.stringify(got.manifest.records), got.manifest.files, got.manifest.fieldsLeftOut);
  writeFileSync("/tmp/p.html", got.pages[0]!); writeFileSync("/tmp/cover.html", got.pages.at(-1)!); writeFileSync("/tmp/p.jsonl", got.records.map((r)=>JSON.stringify(r)).join("\n"));
  } finally { console.log(office.log.lines.slice(-3)); }
});
