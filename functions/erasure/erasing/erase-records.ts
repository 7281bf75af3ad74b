import { marksOfRecord } from "../../../shared/protection/marks.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import type { Write } from "../../../shared/stores/database.ts";
import { type ErasureItem, erasureItemWrite } from "../../../shared/stores/erasures.ts";
import { goneWrite, headersOf, type StoredRow } from "../../../shared/stores/record-rows.ts";
import { placesOf, sealedEvidence } from "./evidence.ts";
import { holdThatRefused, notHeld } from "./held.ts";
import { judgeRecord } from "./judge-again.ts";
import { itemAs, type Pass } from "./pass.ts";

/** A transaction of DynamoDB takes a hundred writes; a word in the trail and the holds to look at go in too. */
const mostWrites = 80;

interface Going {
  readonly item: ErasureItem;
  readonly rows: readonly StoredRow[];
}

/** A record whose rows are more than a transaction takes: none is known, and none is half erased. */
const fits = (rows: readonly StoredRow[]) => rows.length < mostWrites;

const writesOf = ({ item, rows }: Going, { erasureId, key }: Pass): Write[] => {
  const evidence = { marks: marksOfRecord(headersOf(rows)), rows: placesOf(rows) };
  const sealed = sealedEvidence(key, erasureId, item, evidence);
  return [...rows.map(goneWrite), erasureItemWrite(erasureId, itemAs(item, { state: "erased", reason: null, sealed }))];
};

const keepItem = async (item: ErasureItem, change: Parameters<typeof itemAs>[1], pass: Pass): Promise<void> => {
  await pass.turn.ports.database.transact([erasureItemWrite(pass.erasureId, itemAs(item, change))]);
};

const eraseTogether = async (group: readonly Going[], pass: Pass): Promise<void> => {
  const [first] = group;
  if (!first) return;
  const { ports, index, trail } = pass.turn;
  const { owner } = first.item;
  const outcome = await ports.database.transact([
    ...notHeld(group.map(({ item }) => item)),
    ...group.flatMap((going) => writesOf(going, pass)),
    auditWrite(
      trail({
        object: pass.erasureId,
        subjects: owner === "~" ? [] : [index.auditSubject(owner)],
        purpose: "erasure",
        codes: ["erased", `records-${group.length}`],
      }),
    ),
  ]);
  if (outcome.ok || outcome.contended) return;
  if (group.length > 1) {
    for (const going of group) await eraseTogether([going], pass);
    return;
  }
  const reason = await holdThatRefused(outcome.failed, pass);
  // Changed between reading and writing: looked at again in the next pass.
  if (reason !== null) await keepItem(first.item, { state: "held", reason }, pass);
};

/** Cuts records into what one transaction takes. */
const together = (going: readonly Going[]): Going[][] => {
  const groups: Going[][] = [];
  let writes = mostWrites;
  for (const each of going) {
    const own = each.rows.length + 1;
    if (writes + own > mostWrites) {
      groups.push([]);
      writes = 0;
    }
    groups.at(-1)?.push(each);
    writes += own;
  }
  return groups;
};

/** Records of one owner who stays, or of nobody: each as a whole or not at all. */
export const eraseRecords = async (items: readonly ErasureItem[], pass: Pass): Promise<void> => {
  const going: Going[] = [];
  for (const item of items) {
    const judged = await judgeRecord(item, pass);
    if ("changed" in judged) await keepItem(item, { state: "changed", reason: judged.changed }, pass);
    else if (!fits(judged.rows)) await keepItem(item, { state: "failed", reason: "too-large" }, pass);
    else going.push({ item, rows: judged.rows });
  }
  for (const group of together(going)) await eraseTogether(group, pass);
};
