import canonicalize from "canonicalize";
import type { TakeoverFault } from "../../../shared/contracts/takeover.ts";
import type { OfficerId } from "../../../shared/domain/ids.ts";
import type { TrailFacts } from "../../../shared/http/call.ts";
import { findTakeover, type Takeover, takeoverMarks } from "../../../shared/stores/takeovers.ts";
import { accountOf, type Marks } from "./account.ts";
import { keep } from "./keep.ts";
import { runOf, type TakeoverPorts } from "./ports.ts";
import { type ReadSet, type RefusedSet, readSet } from "./read-set.ts";
import { type FolderContent, folderContent } from "./set-objects.ts";
import { placeOf, takePeople } from "./take-people.ts";

/** Why nothing was begun. */
export const importRefusals = {
  "no-such-set": "その名のフォルダーに何もない",
  "being-erased": "消去が始まっている。eraseを続ける",
} as const satisfies Record<string, string>;

export interface ImportOrder {
  readonly set: string;
  readonly operator: OfficerId;
}

/** Where a set stands after a run, and how many people are still to be taken in. */
export interface Imported {
  readonly takeover: Takeover;
  readonly marks: Marks;
  readonly left: number;
}

const refused = (fault: TakeoverFault): RefusedSet => ({ ok: false, fault, file: null, line: 0 });

/** A set as it may be taken in. Once somebody of a folder was taken in, it holds that set and no other. */
const readFolder = (
  folder: FolderContent,
  known: Takeover | undefined,
  isBegun: boolean,
  { covered }: TakeoverPorts,
): ReadSet | RefusedSet => {
  if (folder.rewritten) return refused("rewritten");
  if (known && isBegun && (known.fingerprint !== folder.fingerprint || known.fault !== null))
    return refused("rewritten");
  return readSet(folder.files, covered);
};

/** The set's row with what is now known of it; the row as it was where that is nothing new. */
const renewed = (known: Takeover | undefined, next: Omit<Takeover, "version">): Takeover | undefined => {
  const version = (known?.version ?? 0) + 1;
  const isSame = known && canonicalize({ ...next, version }) === canonicalize({ ...known, version });
  return isSame ? undefined : { ...next, version };
};

/**
 * Takes in the set of a folder as far as `goOn` lets it. Cut off anywhere, the next run goes on: a person is taken in whole,
 * with their mark, in one transaction, and whoever is marked is not touched again.
 */
export const importSet = async (
  ports: TakeoverPorts,
  { set, operator }: ImportOrder,
  goOn: () => boolean = () => true,
): Promise<Imported | { readonly refused: keyof typeof importRefusals }> => {
  const known = await findTakeover(ports.database, set);
  if (known?.state === "erasing") return { refused: "being-erased" };
  const folder = await folderContent(ports.linkage, set);
  if (!folder) return { refused: "no-such-set" };
  const run = await runOf(ports, "takeover:import", operator);
  const before = await takeoverMarks(ports.database, set);
  const read = readFolder(folder, known, before.size > 0, ports);
  const base = {
    set,
    fingerprint: folder.fingerprint,
    startedAt: known?.startedAt ?? run.occasion.at,
    erasure: null,
  } as const;
  const settle = async (next: Omit<Takeover, "version">, last: Takeover | undefined, facts: TrailFacts) => {
    const changed = renewed(last, next);
    return changed ? keep(run, changed, facts) : (last as Takeover);
  };

  if (!read.ok) {
    const { fault, file, line } = read;
    const takeover = await settle(
      {
        ...base,
        state: "refused",
        documentNumber: known?.documentNumber ?? null,
        fault: { fault, file, line },
        account: known?.account ?? null,
      },
      known,
      { result: "refused", codes: [fault] },
    );
    return { takeover, marks: before, left: 0 };
  }
  const taking = { ...base, documentNumber: read.manifest.documentNumber, fault: null } as const;
  const begun =
    known?.state === "taken"
      ? known
      : await settle({ ...taking, state: "taking", account: null }, known, { codes: ["begun"] });
  const marks = await takePeople(read.people, set, run, goOn);
  const left = read.people.filter(({ rows }) => !marks.has(placeOf(rows))).length;
  if (left > 0) return { takeover: begun, marks, left };
  const account = await accountOf(read, marks, run);
  const takeover = await settle({ ...taking, state: "taken", account }, begun, { codes: ["accounted"] });
  return { takeover, marks, left: 0 };
};
