import { today } from "../../../shared/domain/filing.ts";
import type { RecordItemId } from "../../../shared/domain/record-items.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { sha256 } from "../../../shared/stores/files.ts";
import { partsOf } from "../../../shared/stores/outputs.ts";
import { partName } from "../../exports/part-name.ts";
import type { MadeFile, Produced, Work } from "../../exports/work.ts";
import { recordFiles } from "./cut-files.ts";
import { gather } from "./gather.ts";
import { knownSince } from "./known-since.ts";
import { coverPage, type ListedFile, manifestOf } from "./manifest.ts";
import { cursorOf, type Progress, progressIn, withRecords } from "./progress.ts";
import type { Sought } from "./sought.ts";
import type { ToldRecord } from "./told-record.ts";
import { withoutWithheld } from "./withhold.ts";

/** Records after which a turn ends: a few files. */
const recordsOfTurn = 3_000;

type PackageWork = Work<"disclosure">;

/** Whose package it is. @throws where the 請求 is gone or the person's key is: there is nothing to be made. */
const soughtBy = async ({ output, index, call, ports }: PackageWork): Promise<Omit<Sought, "filings">> => {
  const request = await ports.disclosures(output.spec.requestId);
  if (!request) throw new Error("a package for a 請求 that is not on the register");
  const { personId } = request;
  const since = await knownSince(ports, personId);
  if (since === undefined) throw new Error("a package of somebody whose record was erased");
  return {
    database: ports.database,
    personId,
    subject: index.auditSubject(personId),
    today: today(call.occasion),
    until: output.requestedAt,
    knownSince: since,
  };
};

interface Gathered {
  readonly told: readonly ToldRecord[];
  readonly items: readonly RecordItemId[];
  readonly at: Progress;
  readonly finished: boolean;
}

const gathered = async (sought: Omit<Sought, "filings">, work: PackageWork): Promise<Gathered> => {
  const { output, ports, hasTime } = work;
  const told: ToldRecord[] = [];
  const items = new Set<RecordItemId>();
  let at = progressIn(output.cursor);
  // The first stretch always, so that however slow the day, every turn gets on.
  for (let first = true; first || (told.length < recordsOfTurn && hasTime()); first = false) {
    const found = await gather(ports, { ...sought, filings: at.filings }, at);
    const left = found.told.map((each) => withoutWithheld(each, output.spec.withheld));
    for (const { record } of left) told.push(record);
    for (const id of found.items) items.add(id);
    at = withRecords(
      at,
      left.map(({ record }) => record),
      left.flatMap(({ met }) => met),
    );
    if (found.next === null) return { told, items: [...items], at, finished: true };
    at = { ...at, ...found.next };
  }
  return { told, items: [...items], at, finished: false };
};

const listedAs = (files: readonly MadeFile[], { output }: PackageWork): readonly ListedFile[] =>
  files.map(({ type, bytes, lines }, nth) => ({
    name: partName(output.outputId, output.parts + nth + 1, type),
    type,
    records: lines,
    sha256: sha256(bytes),
  }));

/** The files that end a package: what is in it, for people and for machines. */
const closing = async (files: readonly MadeFile[], at: Progress, work: PackageWork): Promise<MadeFile[]> => {
  const { output, ports } = work;
  const before = await partsOf(ports.database, output.outputId);
  const listed = [
    ...before.map(({ name, type, lines, sha256 }) => ({ name, type, records: lines, sha256 })),
    ...listedAs(files, work),
  ];
  const cover: MadeFile = {
    type: "text/html",
    bytes: coverPage(manifestOf(output, at, ports.clock(), listed)),
    lines: 0,
  };
  const whole = [...listed, ...listedAs([...files, cover], work).slice(files.length)];
  const manifest = manifestOf(output, at, ports.clock(), whole);
  return [
    cover,
    { type: "application/json", bytes: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, "utf8"), lines: 0 },
  ];
};

/**
 * The whole record of one person and who has seen it, for a 開示請求 (個人情報保護法76条): store by store, then the trail, each
 * turn with files of its own, and at the end what all of them hold. That the record was read is in the trail, under the person,
 * before any of it lies in a file.
 */
export const producePackage = async (work: PackageWork): Promise<Produced> => {
  const { output, call, ports } = work;
  const sought = await soughtBy(work);
  const { told, items, at, finished } = await gathered(sought, work);
  await keepTrail(
    ports.database,
    call.trail({
      kind: "output",
      subjects: [sought.subject],
      object: output.outputId,
      items: [...items],
      purpose: output.purpose,
      codes: ["package-read", `records-${told.length}`],
    }),
  );
  const files = recordFiles(`開示の一式 ${output.spec.requestId}`, told);
  return {
    next: finished ? null : cursorOf(at),
    examined: told.length,
    leftOut: 0,
    files: finished ? [...files, ...(await closing(files, at, work))] : files,
  };
};
