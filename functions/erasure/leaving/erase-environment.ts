import type { KeyObject } from "node:crypto";
import type { ErasureCertificate } from "../../../shared/audit/certificate.ts";
import { lettersFrom, type OfficerId } from "../../../shared/domain/ids.ts";
import { dayAt } from "../../../shared/law/calendar.ts";
import { certificateRow, issueCertificate } from "../../../shared/stores/certificates.ts";
import { noOpenErasure } from "../../../shared/stores/erasures.ts";
import { findLeaving, type Leaving, leavingWrite } from "../../../shared/stores/leaving.ts";
import { everyVersion } from "../../../shared/stores/versions.ts";
import { certificateOf } from "./certificate-of.ts";
import { differingTable, type Manifest, readManifest } from "./manifest.ts";
import type { LeavingPorts } from "./ports.ts";
import { type Receipt, readReceipt } from "./receipt.ts";
import { readBack, takeAway, temporaryFiles } from "./take-away.ts";
import { countedTables } from "./tally.ts";

/** Why nothing is erased. */
export const eraseRefusals = {
  "not-confirmed": "環境の名前が打たれていない",
  "no-manifest": "目録がないか、目録の合計が合わない",
  "other-environment": "目録か受領書が別の環境のもの",
  "not-signed": "受領書が区の鍵で署名されていない",
  "other-manifest": "受領書が別の目録のもの",
  "other-totals": "受領書の件数が目録と違う",
  "other-document": "文書番号が受領書と違う",
  "same-person": "受領した職員と消す職員が同じ",
  "other-return-begun": "別の返還にもとづく消去が始まっている",
  "data-changed": "返還の後にデータが変わった。返還からやり直す",
  "unknown-row": "この版の国年が書くと知られていない行がある。返還からやり直す",
  contended: "ほかの消去が進行中か、同時に始められた",
  "something-left": "消しても残る。システムが止まっていない。止めてからもう一度",
} as const satisfies Record<string, string>;
export type EraseRefusal = { readonly refused: keyof typeof eraseRefusals; readonly where?: string };

export interface EraseOrder {
  readonly manifest: Uint8Array;
  readonly receipt: string;
  readonly wardKey: KeyObject;
  readonly documentNumber: string;
  readonly operator: OfficerId;
  /** The environment's name, typed by the operator. */
  readonly confirm: string;
}

interface Accepted {
  readonly manifest: Manifest;
  readonly manifestSha256: string;
  readonly receipt: Receipt;
}

/** Whether the ward has what it signed for, and both mean this environment. */
const accept = async (
  { environment }: Pick<LeavingPorts, "environment">,
  order: EraseOrder,
): Promise<Accepted | EraseRefusal> => {
  if (order.confirm !== environment) return { refused: "not-confirmed" };
  const found = readManifest(order.manifest);
  if (!found) return { refused: "no-manifest" };
  const { manifest, sha256: manifestSha256 } = found;
  const receipt = await readReceipt(order.receipt, order.wardKey);
  if (!receipt) return { refused: "not-signed" };
  if (manifest.environment !== environment || receipt.environment !== environment)
    return { refused: "other-environment" };
  if (receipt.manifestSha256 !== manifestSha256) return { refused: "other-manifest" };
  const records = manifest.parts.reduce((sum, part) => sum + part.records, 0);
  if (receipt.files !== manifest.parts.length || receipt.records !== records) return { refused: "other-totals" };
  if (receipt.documentNumber !== order.documentNumber) return { refused: "other-document" };
  if (receipt.by === order.operator) return { refused: "same-person" };
  return { manifest, manifestSha256, receipt };
};

const isOutboxAsReturned = async ({ buckets }: LeavingPorts, { parts }: Manifest): Promise<boolean> => {
  const returned = new Set(parts.flatMap(({ object }) => (object ? [`${object.name}\0${object.version}`] : [])));
  let there = 0;
  for await (const { name, version, marker } of everyVersion(buckets.outbox)) {
    if (marker) continue;
    if (!returned.has(`${name}\0${version}`)) return false;
    there += 1;
  }
  return there === returned.size;
};

/** Begins, if what is on file is what was given back; or goes on with what was begun for the same return. */
const begin = async (
  ports: LeavingPorts,
  order: EraseOrder,
  { manifest, manifestSha256, receipt }: Accepted,
): Promise<Leaving | EraseRefusal> => {
  const begun = await findLeaving(ports.database);
  if (begun) return begun.manifestSha256 === manifestSha256 ? begun : { refused: "other-return-begun" };
  const counted = await countedTables(ports);
  if ("unknownIn" in counted) return { refused: "unknown-row", where: counted.unknownIn };
  const changed =
    differingTable(manifest.tally, counted) ?? ((await isOutboxAsReturned(ports, manifest)) ? undefined : "outbox");
  if (changed) return { refused: "data-changed", where: changed };
  const startedAt = ports.clock();
  const leaving: Leaving = {
    manifestSha256,
    documentNumber: order.documentNumber,
    wardOfficer: receipt.by,
    signedAt: receipt.at,
    operator: order.operator,
    startedAt,
    certificateId: `X${dayAt(startedAt).replaceAll("-", "")}-${lettersFrom(ports.random(6))}`,
    erased: { ...manifest.tally.classes, "temporary-file": await temporaryFiles(ports) },
    until: null,
    version: 1,
  };
  const outcome = await ports.database.transact([leavingWrite(leaving), noOpenErasure]);
  return outcome.ok ? leaving : { refused: "contended" };
};

/** Fixes when nothing was left for the first time, so that the certificate is the same however often it is begun. */
const settled = async (ports: LeavingPorts, leaving: Leaving) => {
  if (leaving.until !== null) return { ...leaving, until: leaving.until };
  const after = { ...leaving, until: ports.clock(), version: leaving.version + 1 };
  const outcome = await ports.database.transact([leavingWrite(after)]);
  return outcome.ok ? after : undefined;
};

/**
 * 契約終了による消去: only with the ward's receipt, and only of what was given back. Keys first, then every row and every
 * version; all of it read back; then the certificate. Cut off and begun again with the same receipt it comes to the same end.
 */
export const eraseEnvironment = async (
  ports: LeavingPorts,
  order: EraseOrder,
): Promise<ErasureCertificate | EraseRefusal> => {
  const accepted = await accept(ports, order);
  if ("refused" in accepted) return accepted;
  const leaving = await begin(ports, order, accepted);
  if ("refused" in leaving) return leaving;
  await takeAway(ports);
  const left = await readBack(ports);
  if (left.places.length > 0)
    return { refused: "something-left", where: left.places.map(({ place, found }) => `${place}: ${found}`).join(", ") };
  const over = await settled(ports, leaving);
  if (!over) return { refused: "contended" };
  const certificate = await issueCertificate(ports, certificateOf(ports, over, left));
  const listed = await ports.database.transact([certificateRow(certificate)]);
  return listed.ok ? certificate : { refused: "contended" };
};
