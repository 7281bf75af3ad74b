import type { ImportId, RunId } from "../../shared/domain/ids.ts";
import type { FileOwner, TemporaryPlace } from "../../shared/domain/temporary-files.ts";
import type { Database } from "../../shared/stores/database.ts";
import { findImport } from "../../shared/stores/imports.ts";
import { findIncomeOutput } from "../../shared/stores/income-outputs.ts";
import { findOutput } from "../../shared/stores/outputs.ts";
import { findRun, type RunState } from "../../shared/stores/runs.ts";
import type { TemporaryBucket } from "./ports.ts";

/** Where a file lies, and by what its owner is looked up. */
interface Whose {
  readonly place: TemporaryPlace;
  /** One text for one owner. */
  readonly owner: string;
  readonly look: (database: Database) => Promise<FileOwner>;
}

const none: FileOwner = { state: "none" };
const open: FileOwner = { state: "open" };
const over = (since: string | null): FileOwner => ({ state: "over", since });

/** States of 進達 and 所得情報の出力 in which nobody reads what is staged any more. */
const ended: readonly RunState[] = ["released", "reopened", "empty"];

const ofRun =
  (runId: string) =>
  async (database: Database): Promise<FileOwner> => {
    const run = await findRun(database, runId as RunId);
    if (!run) return none;
    return ended.includes(run.state) ? over(run.decision?.at ?? null) : open;
  };

const ofIncomeOutput =
  (outputId: string) =>
  async (database: Database): Promise<FileOwner> => {
    const output = await findIncomeOutput(database, outputId);
    if (!output) return none;
    return [...ended, "refused"].includes(output.state) ? over(output.decision?.at ?? null) : open;
  };

const ofImport =
  (importId: string) =>
  async (database: Database): Promise<FileOwner> => {
    const found = await findImport(database, importId as ImportId);
    if (!found) return none;
    return found.state === "done" ? over(found.importedAt) : open;
  };

/** An output that is over and not yet cleared is the business of its own clock, which says in the trail what it cleared. */
const ofOutput =
  (outputId: string) =>
  async (database: Database): Promise<FileOwner> => {
    const output = await findOutput(database, outputId);
    if (!output) return none;
    return output.clearedAt === null ? open : over(output.clearedAt);
  };

const nobody = async (): Promise<FileOwner> => none;

/** The folders of each bucket, by the beginning of a name; the first group names the owner. */
const places: Readonly<
  Record<TemporaryBucket, readonly (readonly [RegExp, TemporaryPlace, (id: string) => Whose["look"]])[]>
> = {
  staging: [
    [/^runs\/([^/]+)\//, "staged", ofRun],
    [/^income-outputs\/([^/]+)\//, "staged", ofIncomeOutput],
    [/^results\/([^/]+)$/, "staged", ofImport],
  ],
  exports: [[/^([^/]+)\//, "exported", ofOutput]],
  linkage: [
    [/^[^/]+\/(inbox)\//, "inbox", () => nobody],
    [/^[^/]+\/(results)\//, "report", () => nobody],
  ],
};

export const whoseFile = (bucket: TemporaryBucket, name: string): Whose => {
  for (const [pattern, place, look] of places[bucket]) {
    const id = pattern.exec(name)?.[1];
    if (id !== undefined) return { place, owner: `${pattern.source} ${id}`, look: look(id) };
  }
  return { place: "elsewhere", owner: "", look: nobody };
};
