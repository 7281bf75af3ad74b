import { pensionKindSchema } from "../../domain/benefits.ts";
import { conclude, type Reason } from "../../domain/decision.ts";
import { pensionFacts } from "../../domain/recipient-facts.ts";
import { item } from "../../domain/record-items.ts";
import type { PlainDate, PlainMonth } from "../../law/calendar.ts";
import { certificateWindow } from "../../law/claim-limits.ts";
import { defineFlow } from "../define.ts";
import { insuredOnly } from "../filers.ts";
import { opening } from "../opening.ts";
import { certificateSeen, claimInOrder, incomplete, notice, ofWard, otherSchemeSeen, when } from "./checks.ts";
import { revisedKinds } from "./revision-claim.ts";
import { pensionRecorded, rightOf, seqDetail, seqOf } from "./rights.ts";

const article = "国民年金法施行規則36条の4(要確認)";

/** Whether the certificate is of the three months before its due day, and whether that day has passed. */
export const madeInTime = (
  madeOn: PlainDate | undefined,
  filedOn: PlainDate,
  due: PlainMonth | undefined,
): readonly Reason[] => {
  if (madeOn === undefined)
    return [
      incomplete(
        "certificate-day-unknown",
        "診断書の現症日を入力してください",
        "/atCounter/certificateMadeOn",
        article,
      ),
    ];
  if (due === undefined)
    return [
      notice(
        "due-month-unknown",
        "次回診断書提出年月の記録がありません。提出の期限は年金機構の通知で確かめてください",
        article,
      ),
    ];
  const { from, until } = certificateWindow(due);
  return [
    ...when(
      madeOn < from,
      incomplete(
        "certificate-too-old",
        `診断書の現症日は、提出期限(${until})前3か月以内(${from}以後)でなければなりません`,
        "/atCounter/certificateMadeOn",
        article,
      ),
    ),
    ...when(
      filedOn > until,
      notice(
        "certificate-overdue",
        `提出期限(${until})を過ぎています。支払いが一時差し止められることがあります`,
        "国民年金法73条",
      ),
    ),
  ];
};

/** C05. The certificate that 有期認定 asks for by the end of 次回診断書提出年月. */
export const disabilityStateReport = defineFlow({
  form: "C05",
  family: "disability-revision",
  title: "障害状態確認届(診断書)",
  basis: ["国民年金法105条3項", article],
  filers: insuredOnly,
  deadlineDays: null,
  details: {
    kind: item("beneficiary.benefitType", pensionKindSchema.extract(revisedKinds)),
    ...seqDetail,
    certificateForm: pensionFacts.shape.certificateForm.unwrap(),
  },
  atCounter: { ...certificateSeen, ...otherSchemeSeen },
  documents: () => ["medical-certificate"],
  retention: "benefit-filing",
  report: "recipient-notice",
  decide: (input) => {
    const { filedOn, details, atCounter } = input.filing;
    const found = rightOf(input, [details.kind], details.seq);
    const due = found.right?.facts.nextCertificateMonth;
    const reasons = [
      ...claimInOrder(input),
      ...ofWard(atCounter),
      ...found.reasons,
      ...madeInTime(atCounter?.certificateMadeOn, filedOn, due),
    ];
    return conclude(reasons, () => [
      ...opening(input),
      pensionRecorded(
        "state-reported",
        filedOn,
        { seq: seqOf(input, found, "pension"), kind: details.kind },
        { certificateForm: details.certificateForm, certificateOn: filedOn },
      ),
    ]);
  },
});
