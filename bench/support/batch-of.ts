import { createHash, randomBytes } from "node:crypto";
import { recordDecision } from "../../functions/filings/record-decision.ts";
import { reportRecord } from "../../functions/transmittal/report-record.ts";
import { composeMedia } from "../../shared/documents/media.ts";
import type { ReportKind, ReportRecord } from "../../shared/documents/report.ts";
import { reportKinds } from "../../shared/documents/report.ts";
import type { Occasion } from "../../shared/domain/filing.ts";
import { type FilingId, lettersFrom, type OfficerId } from "../../shared/domain/ids.ts";
import { flows } from "../../shared/flows/catalogue.ts";
import { memoryMasterKey } from "../../shared/protection/master-key.ts";
import { filingKey, filingOf, openFiling } from "../../shared/stores/filings.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { loadedPerson, personRows } from "../../shared/stores/people.ts";
import { factsOf, loadWard } from "../../tools/ward/load-ward.ts";
import { applicantsOnFile, clock, today } from "./applicants.ts";
import { quietDatabase } from "./quiet-database.ts";

/** As many people as `compose` of 進達 reads at a time. */
const atOnce = 30;

const isKind = (kind: string): kind is ReportKind => Object.hasOwn(reportKinds, kind);

/** A week's 届出 of `count` people on file, accepted and sealed, in a database that does nothing but remember. */
export const weekOf = async (count: number) => {
  const database = quietDatabase();
  const keys = keyring(database, memoryMasterKey(), clock);
  const index = await keys.index();
  const occasion: Occasion = { at: clock(), by: "clerk-1" as OfficerId };
  const ids: FilingId[] = [];
  for (const { person, flow: flowId, body } of applicantsOnFile(count)) {
    await loadWard([person], { database, keyring: keys }, occasion.at);
    const personId = index.person(factsOf(person).atenaNumber);
    const loaded = await loadedPerson(personId, await database.getAll(personRows(personId)), keys);
    const request = flows[flowId].request.parse(body);
    const flow = flows[flowId];
    const decision = { ...flow.decide(request, loaded.person, today), papers: flow.papers(request) };
    if (decision.outcome === "refuse") throw new Error("a 届出 of the bench was refused");
    const day = request.filedOn.replaceAll("-", "");
    const filingId = `${day}-${lettersFrom(randomBytes(6))}` as FilingId;
    const { writes } = recordDecision({ filingId, flowId, request, decision, loaded, index, occasion });
    // Two of a ward's 届出 may draw the same 受付番号; the second is left out, as its transaction would be drawn again.
    if ((await database.transact(writes)).ok) ids.push(filingId);
  }

  /** Reads, unseals, folds, composes the media and hashes them, as the weekly 進達 does before anyone prints. */
  const compose = async (): Promise<{
    readonly written: number;
    readonly bytes: number;
    readonly hashes: string[];
  }> => {
    const records: ReportRecord[] = [];
    for (let from = 0; from < ids.length; from += atOnce) {
      const rows = await database.getAll(
        ids.slice(from, from + atOnce).map((id) => ({ table: "filings", key: filingKey(id) })),
      );
      const filings = rows.flatMap((row) => (row ? [filingOf(row)] : []));
      const people = await database.getAll(filings.flatMap(({ personId }) => personRows(personId)));
      for (const [at, filing] of filings.entries()) {
        const loaded = await loadedPerson(filing.personId, people.slice(at * 2, at * 2 + 2), keys);
        records.push(reportRecord(filing, openFiling(loaded.key, filing), loaded.entries));
      }
    }
    const files = Object.keys(reportKinds)
      .filter(isKind)
      .map((kind) =>
        composeMedia(
          kind,
          records.filter((record) => record.kind === kind),
          { wardCode: "13110", runId: "T20261123-000000", createdOn: today },
        ),
      );
    return {
      written: files.reduce((sum, { written }) => sum + written.length, 0),
      bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
      hashes: files.map(({ bytes }) => createHash("sha256").update(bytes).digest("hex")),
    };
  };
  return { filings: ids.length, compose };
};
