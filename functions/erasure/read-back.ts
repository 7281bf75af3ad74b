import { erasureAfter } from "../../shared/domain/erasures.ts";
import { auditWrite } from "../../shared/stores/audit.ts";
import { type Erasure, erasureWrites } from "../../shared/stores/erasures.ts";
import { tableNames } from "../../shared/stores/tables.ts";
import { erasureAgain } from "./erasure-again.ts";
import { bucketsRead } from "./ports.ts";
import { certificateOf } from "./reading-back/certificate-of.ts";
import { beginning, moved, type Progress, progressOf } from "./reading-back/progress.ts";
import { type Reading, readingOf } from "./reading-back/reading.ts";
import { signOff } from "./reading-back/sign-off.ts";
import type { Walk } from "./reading-back/walk.ts";
import { walkBucket } from "./reading-back/walk-bucket.ts";
import { walkObjects } from "./reading-back/walk-objects.ts";
import { walkPlaces } from "./reading-back/walk-places.ts";
import { walkTable } from "./reading-back/walk-table.ts";
import { walkTrail } from "./reading-back/walk-trail.ts";
import type { StateWork, Turn } from "./turn.ts";

/** Every path by which something erased could still be reached: where it lay, every table, every version of every object. */
const walks: readonly Walk[] = [
  walkPlaces,
  walkObjects,
  walkTrail,
  ...tableNames.map(walkTable),
  ...bucketsRead.map(walkBucket),
];
const first = walkPlaces.name;
const done = "done";

const kept = async (before: Erasure, change: Partial<Erasure>, { ports }: Turn): Promise<Erasure | null> => {
  const after = { ...before, ...change, version: before.version + 1 };
  return (await ports.database.transact(erasureWrites(after))).ok ? after : null;
};

const cursorText = (progress: Progress): string => JSON.stringify(progress);

/** All was looked through: again if something was taken away, to people if something is left, else to the certificate. */
const ended = async (before: Erasure, progress: Progress, { turn, findings }: Reading): Promise<Erasure | null> => {
  if (progress.removed > 0) return kept(before, { cursor: cursorText(beginning(first)), examined: 0 }, turn);
  const found = [...findings.values()].filter(({ decision }) => decision === null).length;
  if (found === 0) {
    const certificate = await certificateOf(before, progress, turn);
    return kept(before, { cursor: cursorText({ ...progress, certificate }), found }, turn);
  }
  const state = erasureAfter(before.state, "something-left");
  const after: Erasure = { ...before, state, found, cursor: null, version: before.version + 1 };
  const entry = auditWrite(turn.trail({ object: before.erasureId, codes: [state, `found-${found}`] }));
  return (await turn.ports.database.transact([...erasureWrites(after), entry])).ok ? after : null;
};

/** One page, or what comes after the last; null when another turn was faster. */
const page = async (erasure: Erasure, reading: Reading): Promise<Erasure | null> => {
  const { turn } = reading;
  const progress = progressOf(erasure, first);
  const at = walks.findIndex(({ name }) => name === progress.walk);
  const walk = walks[at];
  if (!walk) return ended(erasure, progress, reading);
  const { next, ...looked } = await walk.page(progress.after, reading);
  const to = next === null ? { walk: walks[at + 1]?.name ?? done, after: null } : { walk: walk.name, after: next };
  const examined = erasure.examined + (looked.examined[walk.name] ?? 0);
  return kept(erasure, { cursor: cursorText(moved(progress, looked, to)), examined }, turn);
};

/**
 * 読み返す: nothing erased may be met anywhere. What is met goes to people, who decide whether it is a copy; when nothing is
 * left to decide, what was done is certified.
 */
export const readBack: StateWork = async (started, turn) => {
  const { state } = started;
  let erasure = started;
  let reading: Reading | null = null;
  do {
    const { certificate } = progressOf(erasure, first);
    if (certificate !== null)
      return (await signOff(erasure, certificate, turn)) ?? erasureAgain(erasure, turn.ports.database);
    reading ??= await readingOf(turn, erasure);
    const after = await page(erasure, reading);
    if (!after) return erasureAgain(erasure, turn.ports.database);
    erasure = after;
  } while (erasure.state === state && turn.hasTime());
  return erasure;
};
