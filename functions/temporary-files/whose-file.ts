import type { ImportId, RunId } from "../../shared/domain/ids.ts";
import type { OutputState } from "../../shared/domain/outputs.ts";
import type { FileOwner, TemporaryBucket, TemporaryPlace } from "../../shared/domain/temporary-files.ts";
import type { Database } from "../../shared/stores/database.ts";
import { findImport } from "../../shared/stores/imports.ts";
import { findIncomeOutput, type IncomeOutput } from "../../shared/stores/income-outputs.ts";
import { findOutput } from "../../shared/stores/outputs.ts";
import { findRun, type RunState } from "../../shared/stores/runs.ts";
import { findTakeover } from "../../shared/stores/takeovers.ts";

/** Where a file lies, and by what its owner is looked up. */
export interface Whose {
  readonly place: TemporaryPlace;
  /** One text for one owner. */
  readonly owner: string;
  readonly look: (database: Database) => Promise<FileOwner>;
}

const none: FileOwner = { state: "none" };
const open: FileOwner = { state: "open" };
const over = (since: string | null): FileOwner => ({ state: "over", since });

/** States behind which nobody reads what is staged, or was made, any more. */
const ended = {
  run: ["released", "reopened", "empty"],
  incomeOutput: ["released", "refused", "empty"],
  output: ["withdrawn", "refused", "taken", "expired"],
} as const satisfies {
  readonly run: readonly RunState[];
  readonly incomeOutput: readonly IncomeOutput["state"][];
  readonly output: readonly OutputState[];
};
const isAmong = (states: readonly string[], state: string): boolean => states.includes(state);

type Look = (id: string) => Whose["look"];

const ofRun: Look = (id) => async (database) => {
  const run = await findRun(database, id as RunId);
  if (!run) return none;
  return isAmong(ended.run, run.state) ? over(run.decision?.at ?? null) : open;
};

const ofIncomeOutput: Look = (id) => async (database) => {
  const output = await findIncomeOutput(database, id);
  if (!output) return none;
  return isAmong(ended.incomeOutput, output.state) ? over(output.decision?.at ?? null) : open;
};

const ofImport: Look = (id) => async (database) => {
  const found = await findImport(database, id as ImportId);
  if (!found) return none;
  return found.state === "done" ? over(found.importedAt) : open;
};

/** Its own clock takes its files away by the quarter of an hour, and says in the trail that it did; this one is behind it. */
const ofOutput: Look = (id) => async (database) => {
  const output = await findOutput(database, id);
  if (!output) return none;
  return isAmong(ended.output, output.state) ? over(output.clearedAt ?? output.expiresAt) : open;
};

/** Open from the upload until its certificate, whether anybody has begun to take it in or not. */
const ofTakeover: Look = (set) => async (database) => {
  const takeover = await findTakeover(database, set);
  return takeover?.state === "done" ? over(takeover.erasure?.until ?? null) : open;
};

const nobody: Look = () => async () => none;

/** The folders of each bucket, by the beginning of a name; the first group names the owner. */
const places: Readonly<Record<TemporaryBucket, readonly (readonly [RegExp, TemporaryPlace, Look])[]>> = {
  staging: [
    [/^runs\/([^/]+)\/./, "staged", ofRun],
    [/^income-outputs\/([^/]+)\/./, "staged", ofIncomeOutput],
    [/^results\/([^/]+)$/, "imported", ofImport],
  ],
  exports: [[/^([^/]+)\/./, "exported", ofOutput]],
  linkage: [
    [/^takeover\/([^/]+)\/./, "extract", ofTakeover],
    [/^[^/]+\/(inbox)\/./, "inbox", nobody],
    [/^[^/]+\/(results)\/./, "report", nobody],
  ],
};

export const whoseFile = (bucket: TemporaryBucket, name: string): Whose => {
  for (const [pattern, place, look] of places[bucket]) {
    const id = pattern.exec(name)?.[1];
    if (id !== undefined) return { place, owner: `${place} ${pattern.source} ${id}`, look: look(id) };
  }
  return { place: "elsewhere", owner: "", look: nobody("") };
};
