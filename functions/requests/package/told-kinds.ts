import * as z from "zod";
import type { NonDisclosureReason } from "../../../shared/domain/disclosure.ts";
import { incomeRecord } from "../../../shared/domain/income-record.ts";
import { ledgerEntry } from "../../../shared/domain/ledger-events.ts";
import { instantSchema } from "../../../shared/domain/values.ts";
import { flowIds } from "../../../shared/flows/catalogue.ts";
import { batchRowContent, personRow } from "../../../shared/stores/batches.ts";
import { filingBody, row as filingRow } from "../../../shared/stores/filings.ts";
import { lineRow } from "../../../shared/stores/imports.ts";
import { correctionRow, sealedCorrection } from "../../../shared/stores/income-corrections.ts";
import { row as incomeRow } from "../../../shared/stores/incomes.ts";
import { bookRow, preparedRow } from "../../../shared/stores/notices.ts";
import { row as queueRow } from "../../../shared/stores/queue.ts";
import { requestNotes, requestRow } from "../../../shared/stores/requests.ts";
import { changeRow, sealedChange } from "../../../shared/stores/resident-changes.ts";
import { memberRow } from "../../../shared/stores/runs.ts";
import { suspensionRow } from "../../../shared/stores/suspensions.ts";
import type { RecordKind } from "../../erasure/leaving/record-kinds.ts";

/** What is stored of one kind of record: its schemas say what each field is called. */
interface Told {
  readonly told: true;
  /** The first that fits a row is the form it is in; none: names and values as they stand. */
  readonly rows: readonly z.ZodObject[];
  readonly opened?: readonly z.ZodType[];
}

/** What no package holds, and why: nobody's record, one that repeats others, or one that the law lets the ward keep back. */
interface NotTold {
  readonly told: false;
  readonly why: string;
  readonly reason?: NonDisclosureReason;
}

const told = (rows: readonly z.ZodObject[], opened: readonly z.ZodType[] = []): Told => ({ told: true, rows, opened });
const notTold = (why: string, reason?: NonDisclosureReason): NotTold => ({
  told: false,
  why,
  ...(reason === undefined ? {} : { reason }),
});

const nobodys = notTold("だれの記録でもない(件数と進み具合だけの)記録");
const ofOfficers = notTold("職員の権限の記録。国民年金の記録ではない");
/**
 * Whether and why somebody's record is held back from erasure may tell of an inspection, a lawsuit or an inquiry that is still
 * going on, so a hold is not told, nor whether there is one (78条1項7号, 81条).
 */
const notOfHolds = notTold("消去の保留とその対象。あるかどうかも答えない(法81条)", "78-1-7");

const receivedIncome = incomeRow.extend({ receivedAt: instantSchema });

/** Every kind of record there is: one that is added has to say whether a person is told it. */
export const toldKinds = {
  "ledger-entry": told([z.object({})], [ledgerEntry]),
  filing: told([filingRow], flowIds.map(filingBody)),
  "queue-entry": told([queueRow]),
  run: nobodys,
  "run-member": told([memberRow]),
  import: nobodys,
  "import-line": told([lineRow]),
  "income-output": nobodys,
  "income-output-step": nobodys,
  batch: nobodys,
  "batch-row": told([personRow], [batchRowContent]),
  "resident-change": told([changeRow], [sealedChange]),
  "linkage-file": nobodys,
  "linkage-file-line": notTold("ファイルの行の位置と結果だけ。内容は異動・所得情報の記録にある"),
  takeover: nobodys,
  "takeover-person": notTold("移行元の行を取り込んだ印だけ。内容は台帳と所得情報の記録にある"),
  income: told([receivedIncome], [incomeRecord]),
  "income-history": told([receivedIncome], [incomeRecord]),
  "income-correction": told([correctionRow], [sealedCorrection]),
  output: nobodys,
  "output-part": nobodys,
  // What an officer wrote of it that the law keeps back is withheld by the record's name (withhold.ts).
  request: told([requestRow], [requestNotes]),
  suspension: told([suspensionRow]),
  notices: told([bookRow, preparedRow]),
  "right-entry": ofOfficers,
  erasure: nobodys,
  "erasure-item": notOfHolds,
  "erasure-finding": nobodys,
  hold: notOfHolds,
  certificate: nobodys,
  "erasure-note": nobodys,
  // Told entry by entry in words of its own (told-trail.ts).
  "trail-entry": told([]),
  "outbox-object": notTold("日本年金機構へ送ったファイル。本人の分の内容は届出の記録にある"),
  "audit-object": nobodys,
} as const satisfies Record<RecordKind, Told | NotTold>;

export type ToldKind = {
  [Kind in RecordKind]: (typeof toldKinds)[Kind] extends NotTold ? never : Kind;
}[RecordKind];

export const isTold = (kind: RecordKind): kind is ToldKind => toldKinds[kind].told;
