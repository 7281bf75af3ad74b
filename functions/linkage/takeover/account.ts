import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { type TakeoverFile, takeoverFiles } from "../../../shared/domain/takeover-mapping.ts";
import type { TakeoverMember } from "../../../shared/domain/takeover-person.ts";
import { addTotals, differences, type Totals, totalsOfRow } from "../../../shared/domain/takeover-totals.ts";
import { loadedPerson, personRows } from "../../../shared/stores/people.ts";
import type { Account, Takeover, TakeoverMark } from "../../../shared/stores/takeovers.ts";
import { sideBySide } from "../side-by-side.ts";
import { onFile } from "./on-file.ts";
import type { Run } from "./ports.ts";
import type { ReadSet } from "./read-set.ts";
import { placeOf } from "./take-people.ts";

export type Marks = ReadonlyMap<string, TakeoverMark>;

const rowCountsOf = (people: readonly TakeoverMember[], marks: Marks): Account["files"] => {
  const countOf = (file: TakeoverFile, outcome?: TakeoverMark["outcome"]) =>
    people
      .filter(({ rows }) => outcome === undefined || marks.get(placeOf(rows))?.outcome === outcome)
      .reduce((sum, { rows }) => sum + rows.filter((row) => row.file === file).length, 0);
  const counts = takeoverFiles.map((file) => [
    file,
    {
      read: countOf(file),
      taken: countOf(file, "taken"),
      repeated: countOf(file, "repeated"),
      rejected: countOf(file, "rejected"),
    },
  ]);
  // Every file has its counts.
  return Object.fromEntries(counts) as Account["files"];
};

const totalsOf = (people: readonly TakeoverMember[]): Totals =>
  people.flatMap(({ rows }) => rows.map(totalsOfRow)).reduce(addTotals, {});

/** What became of everybody, and what is now on file of them, opened again. */
export const accountOf = async ({ manifest, people, rows }: ReadSet, marks: Marks, run: Run): Promise<Account> => {
  const { database, keyring } = run.ports;
  const taken = people.filter((member) => marks.get(placeOf(member.rows))?.outcome !== "rejected");
  let totals: Totals = {};
  let apart = 0;
  const openAgain = async ({ atenaNumber, decided }: TakeoverMember): Promise<void> => {
    if (!decided.ok) throw new Error("someone was taken in whom the rows reject");
    const person = run.index.person(atenaNumber);
    const loaded = await loadedPerson(person, await database.getAll(personRows(person)), keyring);
    const found = await onFile(loaded, decided, database);
    totals = addTotals(totals, found.totals);
    if (!found.same) apart += 1;
  };
  await sideBySide(
    taken.map((member) => [member]),
    openAgain,
    () => true,
  );
  return {
    files: rowCountsOf(people, marks),
    people: taken.length,
    apart,
    unreadable: rows.filter(({ content }) => !content.ok).length,
    toldAndRead: differences(manifest.totals, totalsOf(people)),
    takenAndOnFile: differences(totalsOf(taken), totals),
  };
};

/**
 * Whether an extract may go. `reconciled`: every row is on file as it was told. `acceptable`: so is every row that was taken
 * in, others were rejected, and what the totals lack can be rows that could not be read; an officer may accept that.
 */
export type Standing = "reconciled" | "acceptable" | "not-reconciled";

export const standingOf = ({ files, apart, unreadable, toldAndRead, takenAndOnFile }: Account): Standing => {
  if (apart > 0 || takenAndOnFile.length > 0) return "not-reconciled";
  const isLacking = toldAndRead.every(({ told, found }) => told > found);
  if (toldAndRead.length > 0 && (unreadable === 0 || !isLacking)) return "not-reconciled";
  return Object.values(files).every(({ rejected }) => rejected === 0) ? "reconciled" : "acceptable";
};

/** What the officer names who accepts that rows, or a whole set, were not taken in: of this account and of no other. */
export const acceptanceCode = ({ set, fingerprint, fault, account }: Takeover, marks: Marks): string =>
  createHash("sha256")
    .update(
      canonicalize({ set, fingerprint, fault, account, rejects: [...marks].map(([, { rejects }]) => rejects) }) ?? "",
    )
    .digest("hex")
    .slice(0, 12);
