import { erasureAfter } from "../../../shared/domain/erasures.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import { certificateRow, issueCertificate } from "../../../shared/stores/certificates.ts";
import type { Write } from "../../../shared/stores/database.ts";
import { queryAll } from "../../../shared/stores/database.ts";
import { type Erasure, erasureWrites, itemKey, ownPartitions } from "../../../shared/stores/erasures.ts";
import { erasureKeyRow } from "../../../shared/stores/keyring.ts";
import { groupsOf } from "../../groups-of.ts";
import { countItems } from "../count-items.ts";
import { everyItem } from "../every-item.ts";
import type { Turn } from "../turn.ts";
import type { Unsigned } from "./progress.ts";

/** Rows that go in one transaction. */
const atOnce = 100;

/** What was erased is named nowhere any more; what stayed is listed on, with its reason. */
const forget = async ({ erasureId }: Erasure, { ports }: Turn): Promise<void> => {
  const { database } = ports;
  const going: Write[] = [];
  for await (const item of everyItem(database, erasureId))
    if (item.state === "erased") going.push({ kind: "remove", table: "erasures", key: itemKey(erasureId, item) });
  for (const pk of ownPartitions(erasureId).slice(1))
    for await (const { sk } of queryAll(database, { table: "erasures", pk }))
      going.push({ kind: "remove", table: "erasures", key: { pk, sk } });
  // Last: while a sealed row is left, what opens it is too.
  for (const group of groupsOf(going, atOnce)) await gone(group, database);
  await gone([{ kind: "remove", table: "keys", key: erasureKeyRow(erasureId) }], database);
};

const gone = async (writes: readonly Write[], database: Turn["ports"]["database"]): Promise<void> => {
  if (!(await database.transact(writes)).ok) throw new Error("what was known of the erased could not be removed");
};

/**
 * Ends an erasure: first what was kept to find copies by goes, with its key; then the certificate is signed, so that none
 * says more than is true; then it is listed. Cut off anywhere and begun again it signs the same.
 */
export const signOff = async (erasure: Erasure, unsigned: Unsigned, turn: Turn): Promise<Erasure | null> => {
  const { ports } = turn;
  await forget(erasure, turn);
  const certificate = await issueCertificate(ports, unsigned);
  const after: Erasure = {
    ...erasure,
    state: erasureAfter(erasure.state, "certified"),
    counts: countsAfter(await countItems(ports.database, erasure.erasureId), unsigned),
    cursor: null,
    found: 0,
    certificateId: certificate.certificateId,
    version: erasure.version + 1,
  };
  const outcome = await ports.database.transact([
    ...erasureWrites(after),
    certificateRow(certificate),
    auditWrite(turn.trail({ object: erasure.erasureId, codes: ["certified"] })),
  ]);
  return outcome.ok ? after : null;
};

/** Counts of what stayed, from the items left; of what went, from the certificate. */
const countsAfter = (left: Erasure["counts"], { erased }: Unsigned): Erasure["counts"] => {
  const counts = { ...left };
  for (const { class: name, records } of erased) counts[name] = { ...counts[name], verified: records };
  return counts;
};
