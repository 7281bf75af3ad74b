import type { ErasureCertificate } from "../../../shared/audit/certificate.ts";
import { lettersFrom, type OfficerId } from "../../../shared/domain/ids.ts";
import { dayAt } from "../../../shared/law/calendar.ts";
import { issueCertificate } from "../../../shared/stores/certificates.ts";
import { findTakeover, type Takeover, takeoverMarks } from "../../../shared/stores/takeovers.ts";
import { acceptanceCode, accountOf, type Marks, standingOf } from "./account.ts";
import { certificateOf } from "./certificate-of.ts";
import { keep } from "./keep.ts";
import { type Run, runOf, type TakeoverPorts } from "./ports.ts";
import { readSet } from "./read-set.ts";
import { type FolderContent, folderContent } from "./set-objects.ts";
import { type Left, takeAway } from "./take-away.ts";

/** Why nothing is erased. */
export const eraseRefusals = {
  "not-confirmed": "環境の名前が打たれていない",
  "no-such-set": "その名の取込みがない",
  "not-taken": "取込みが終わっていない。importを続ける",
  "no-files": "フォルダーに何もない。消したものがないので証明しない",
  "changed-since": "取込みの後にフォルダーか記録が変わった。importからやり直す",
  "not-reconciled": "合計か読み返しが合わない。受け入れて消すことはできない",
  "not-accepted": "取り込まなかったものがある。職員の受入れ(--accept)が要る",
  "other-code": "受入れのコードが、いまの取込みの結果のものと違う",
  "same-person": "受け入れた職員と消す運用者が同じ",
} as const satisfies Record<string, string>;
export type EraseRefused = { readonly refused: keyof typeof eraseRefusals };

export interface Acceptance {
  readonly officer: OfficerId;
  readonly documentNumber: string;
  readonly code: string;
}

export interface EraseOrder {
  readonly set: string;
  readonly operator: OfficerId;
  /** The environment's name, typed by the operator. */
  readonly confirm: string;
  /** For a set of which not all was taken in: once its files are gone, that can not be made good. */
  readonly accept: Acceptance | null;
}

interface Ruling {
  /** The acceptance that the erasure needs; null where it needs none, whatever was given. */
  readonly accept: Acceptance | null;
  readonly marks: Marks;
}

/** Whether a set may go as it stands, on the word that is given. */
const ruled = async (
  takeover: Takeover,
  folder: FolderContent,
  { accept, operator }: EraseOrder,
  run: Run,
): Promise<Ruling | EraseRefused> => {
  const { ports } = run;
  if (folder.fingerprint !== takeover.fingerprint) return { refused: "changed-since" };
  const marks = await takeoverMarks(ports.database, takeover.set);
  const code = acceptanceCode(takeover, marks);
  if (takeover.state === "taken") {
    const read = readSet(folder.files, ports.covered);
    if (!read.ok) return { refused: "changed-since" };
    const account = await accountOf(read, marks, run);
    if (acceptanceCode({ ...takeover, account }, marks) !== code) return { refused: "changed-since" };
    const standing = standingOf(account);
    if (standing === "not-reconciled") return { refused: "not-reconciled" };
    if (standing === "reconciled") return { accept: null, marks };
  }
  if (accept === null) return { refused: "not-accepted" };
  if (accept.code !== code) return { refused: "other-code" };
  return accept.officer === operator ? { refused: "same-person" } : { accept, marks };
};

/** Keeps what the erasure goes by before anything is taken away. */
const decide = (
  takeover: Takeover,
  folder: FolderContent,
  operator: OfficerId,
  { accept, marks }: Ruling,
  run: Run,
) => {
  const { at } = run.occasion;
  const documentNumber = takeover.documentNumber ?? accept?.documentNumber;
  if (documentNumber === undefined) throw new Error("a set without a document number goes only on an acceptance");
  const erasure = {
    certificateId: `X${dayAt(at).replaceAll("-", "")}-${lettersFrom(run.ports.random(6))}`,
    from: at,
    ordered: { by: operator, at, documentNumber },
    accepted: accept && { by: accept.officer, at, documentNumber: accept.documentNumber },
    files: [...folder.distinct],
    versions: folder.versions,
    readBack: takeover.state === "taken",
    stays: [...marks.values()].filter(({ outcome }) => outcome !== "rejected").length,
    until: null,
    examined: 0,
    inOtherSets: 0,
  };
  const next: Takeover = { ...takeover, state: "erasing", erasure, version: takeover.version + 1 };
  return keep(run, next, { codes: [accept ? "accepted" : "reconciled"] });
};

/** The certificate of a set that is done: the same bytes again. */
const certified = ({ erasure, ...takeover }: Takeover, ports: TakeoverPorts): Promise<ErasureCertificate> => {
  if (erasure === null || erasure.until === null) throw new Error("a set is done without its erasure");
  const { until } = erasure;
  return issueCertificate(ports, certificateOf(ports, { ...takeover, erasure }, { ...erasure, until }));
};

/**
 * Erases the extract of a set in every version, once everything of it is on file as it was told, or an officer accepts what
 * was not taken in; then certifies. Cut off and ordered again it comes to the same end.
 */
export const eraseSet = async (
  ports: TakeoverPorts,
  order: EraseOrder,
): Promise<ErasureCertificate | EraseRefused | Left> => {
  if (order.confirm !== ports.environment) return { refused: "not-confirmed" };
  const takeover = await findTakeover(ports.database, order.set);
  if (!takeover) return { refused: "no-such-set" };
  const run = await runOf(ports, "takeover:erase", order.operator);
  if (takeover.state === "erasing") return takeAway(takeover, run);
  if (takeover.state === "taking") return { refused: "not-taken" };
  const folder = await folderContent(ports.linkage, order.set);
  if (takeover.state === "done") return folder ? { refused: "not-taken" } : certified(takeover, ports);
  if (!folder) return { refused: "no-files" };
  const ruling = await ruled(takeover, folder, order, run);
  if ("refused" in ruling) return ruling;
  return takeAway(await decide(takeover, folder, order.operator, ruling, run), run);
};
