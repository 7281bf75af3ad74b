import { marksOfRecord } from "../../../shared/protection/marks.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import { type ErasureItem, erasureItemWrite, findItems } from "../../../shared/stores/erasures.ts";
import type { Holding } from "../../../shared/stores/holding.ts";
import { type NamedVersions, pageOfNames } from "../../../shared/stores/named-versions.ts";
import { holdingsOfSentFiles, sentBucket, sentFileRecord } from "../../../shared/stores/sent-files.ts";
import { VersionsStay } from "../../../shared/stores/versions.ts";
import { foundIn } from "../listing/records.ts";
import { sealedEvidence } from "./evidence.ts";
import { holdThatRefused, notHeld } from "./held.ts";
import { stillDue } from "./judge-again.ts";
import { itemAs, type Pass } from "./pass.ts";
import { settle } from "./settle.ts";

/**
 * Says that a file goes, and how it will be known that it went, before any version does: from then on whatever dies is gone on
 * with. Null when a hold stands in the way, which is then its state. Said again for a file that was being erased when a turn died:
 * a hold that was placed since still counts.
 */
const mark = async (item: ErasureItem, name: string, pass: Pass): Promise<ErasureItem | null> => {
  const { turn, erasureId, key } = pass;
  const sealed = sealedEvidence(key, erasureId, item, {
    marks: marksOfRecord([]),
    rows: [],
    objects: [[sentBucket, name]],
  });
  const marked = itemAs(item, { state: "marked", sealed });
  const outcome = await turn.ports.database.transact([
    ...notHeld([item]),
    erasureItemWrite(erasureId, marked),
    auditWrite(turn.trail({ object: erasureId, purpose: "erasure", codes: ["erased", "sent-file"] })),
  ]);
  if (outcome.ok) return marked;
  const reason = outcome.contended ? null : await holdThatRefused(outcome.failed, pass);
  if (reason === null) throw new Error("the mark of a file could not be kept");
  await settle(item, { state: "held", reason, sealed: null }, pass);
  return null;
};

const eraseSentFile = async (
  item: ErasureItem,
  { name, versions }: NamedVersions,
  holding: Holding,
  pass: Pass,
): Promise<void> => {
  const { buckets, log } = pass.turn.ports;
  const found = stillDue(foundIn(holding, pass.looking), pass);
  if (typeof found === "string") return settle(item, { state: "changed", reason: found, sealed: null }, pass);
  const marked = await mark(item, name, pass);
  if (!marked) return;
  try {
    await buckets[sentBucket].remove(versions);
  } catch (error) {
    if (!(error instanceof VersionsStay)) throw error;
    log.fault(error);
    return settle(marked, { state: "failed", reason: "versions-stay", sealed: null }, pass);
  }
  await settle(marked, { state: "erased", reason: null }, pass);
};

const goes = ({ state }: ErasureItem): boolean => state === "listed" || state === "marked";

/** A page of the bucket: every file of it that was listed goes, in every version and with the marks of its deletion. */
export const eraseSentFiles = async (
  after: string | null,
  pass: Pass,
): Promise<{ looked: number; next: string | null }> => {
  const { database, buckets } = pass.turn.ports;
  const { names, next } = await pageOfNames(buckets[sentBucket], after);
  const records = names.map(({ name }) => ({ owner: "~", record: sentFileRecord(name) }) as const);
  const holdings = await holdingsOfSentFiles(database, names);
  const items = await findItems(database, pass.erasureId, records);
  for (const [at, named] of names.entries()) {
    const [item, holding] = [items[at], holdings[at]];
    if (item && holding && goes(item)) await eraseSentFile(item, named, holding, pass);
  }
  return { looked: names.length, next };
};

/** What the walk over the bucket did not meet: gone in this erasure, its last word lost; or gone before it. */
export const settleAbsent = async (files: readonly ErasureItem[], pass: Pass): Promise<void> => {
  for (const item of files.filter(goes))
    await settle(
      item,
      item.state === "marked" ? { state: "erased", reason: null } : { state: "changed", reason: "not-there" },
      pass,
    );
};
