import { createHash } from "node:crypto";
import type { KnownBy } from "../../../shared/protection/mark-search.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import type { Write } from "../../../shared/stores/database.ts";
import { type Finding, findingWrite } from "../../../shared/stores/erasures.ts";
import type { TableName } from "../../../shared/stores/tables.ts";
import { VersionsStay } from "../../../shared/stores/versions.ts";
import type { BucketRead } from "../ports.ts";
import type { Erased, Reading } from "./reading.ts";

/** Where a copy lies, in full. */
export type CopyPlace =
  | { readonly kind: "row"; readonly table: TableName; readonly pk: string; readonly sk: string }
  | { readonly kind: "object"; readonly bucket: BucketRead; readonly name: string; readonly version: string };

export interface Copy {
  readonly of: Erased;
  readonly place: CopyPlace;
  /** `same-place`: a row that was taken away is there. */
  readonly known: KnownBy | "same-place";
}

/** The same copy has the same id in every pass; it travels in URLs, and tells nothing. */
const idOf = ({ of, place }: Copy): string =>
  createHash("sha256")
    .update(JSON.stringify([of.owner, of.record, ...Object.values(place)]))
    .digest("base64url")
    .slice(0, 22);

/** Names of rows and objects may be those of a person. */
const masked = (place: CopyPlace, mask: (text: string) => string): Finding["place"] =>
  place.kind === "row" ? { ...place, pk: mask(place.pk), sk: mask(place.sk) } : { ...place, name: mask(place.name) };

const entryOf = ({ of }: Copy, code: string, { turn, erasureId }: Reading) => {
  const subjects = of.owner === "~" ? [] : [turn.index.auditSubject(of.owner)];
  return auditWrite(turn.trail({ object: erasureId, subjects, purpose: "erasure", codes: [code] }));
};

/** Writes, or finds written by a call whose answer was lost. @throws when the database was too busy. */
const kept = async (writes: readonly Write[], { turn }: Reading): Promise<void> => {
  const outcome = await turn.ports.database.transact(writes);
  if (!outcome.ok && outcome.contended) throw new Error("what was come upon could not be kept");
};

/** Takes a copy away in its place. @throws when it stays. */
export const takeAway = async (copy: Copy, reading: Reading): Promise<void> => {
  const { buckets } = reading.turn.ports;
  const { place } = copy;
  const entry = entryOf(copy, "copy-removed", reading);
  if (place.kind === "row") {
    const { table, pk, sk } = place;
    return kept([{ kind: "remove", table, key: { pk, sk } }, entry], reading);
  }
  await buckets[place.bucket].remove([place]);
  await kept([entry], reading);
};

/** What becomes of a copy: `removed`, as was decided; or `found`, listed for a decision or kept by one. */
export const comeUpon = async (copy: Copy, reading: Reading): Promise<"removed" | "found"> => {
  const { turn, erasureId, findings } = reading;
  const findingId = idOf(copy);
  const known = findings.get(findingId);
  if (known?.decision?.decision === "remove") {
    try {
      await takeAway(copy, reading);
      return "removed";
    } catch (error) {
      if (!(error instanceof VersionsStay)) throw error;
      // Whoever decided is asked again.
      turn.ports.log.fault(error);
      const undecided = { ...known, decision: null, version: known.version + 1 };
      await kept([findingWrite(erasureId, undecided)], reading);
      findings.set(findingId, undecided);
      return "found";
    }
  }
  if (known) return "found";
  const { masked: mask } = await reading.search();
  const finding: Finding = {
    findingId,
    ...copy.of,
    place: masked(copy.place, (text) => mask(text, copy.of)),
    known: copy.known,
    decision: null,
    version: 1,
  };
  await kept([findingWrite(erasureId, finding), entryOf(copy, "copy-found", reading)], reading);
  findings.set(findingId, finding);
  return "found";
};
