import type { KeyObject } from "node:crypto";
import type { Instant } from "../../../shared/law/calendar.ts";
import type { MarkSearch } from "../../../shared/protection/mark-search.ts";
import { markSearch } from "../../../shared/protection/mark-search.ts";
import type { Erasure, ErasureItem, Finding } from "../../../shared/stores/erasures.ts";
import { findingsOf } from "../../../shared/stores/erasures.ts";
import { erasureKey, evidenceOf } from "../erasing/evidence.ts";
import { everyItem } from "../every-item.ts";
import type { Turn } from "../turn.ts";

/** Whose copy, and of what. */
export type Erased = Pick<ErasureItem, "owner" | "record">;

/** What one turn reads back with. */
export interface Reading {
  readonly turn: Turn;
  readonly erasureId: string;
  /** When the first of it was erased. */
  readonly erasedFrom: Instant;
  /** Of the erasure. */
  readonly key: KeyObject;
  /** Copies come upon so far, decided on or not, by their id. */
  readonly findings: Map<string, Finding>;
  /** By what everything that was erased is known; built when it is first asked for. */
  readonly search: () => Promise<MarkSearch<Erased>>;
}

export const readingOf = async (turn: Turn, { erasureId, erasedFrom }: Erasure): Promise<Reading> => {
  const { database } = turn.ports;
  if (erasedFrom === null) throw new Error("nothing was erased that could be read back");
  const key = await erasureKey({ erasureId }, turn.ports);
  const findings = await findingsOf(database, erasureId);
  let search: Promise<MarkSearch<Erased>> | undefined;
  const build = async () => {
    const erased: Parameters<typeof markSearch<Erased>>[0][number][] = [];
    for await (const item of everyItem(database, erasureId)) {
      const evidence = evidenceOf(key, erasureId, item);
      if (evidence) erased.push({ of: { owner: item.owner, record: item.record }, marks: evidence.marks });
    }
    return markSearch(erased);
  };
  return {
    turn,
    erasureId,
    erasedFrom,
    key,
    findings: new Map(findings.map((finding) => [finding.findingId, finding])),
    search: () => {
      search ??= build();
      return search;
    },
  };
};
