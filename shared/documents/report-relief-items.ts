import {
  childcareEnds,
  exemptionEnds,
  exemptionReasons,
  exemptionTypes,
  maternityTypes,
  parents,
  reliefLabels,
} from "../domain/reliefs.ts";
import { isDate, isIndividualNumber, isMonth, isText, oneOf, type ReportItemRule, someOf } from "./report-fits.ts";
import { birthDays, continuations, grounds, householdHeads } from "./report-words.ts";
import { type SpanItem, spanPlaces } from "./span-items.ts";

/** The ward's estimate (参考), never a decision: at most four spans. */
const estimates = Object.fromEntries(
  spanPlaces.flatMap((place): [string, ReportItemRule][] => [
    [`estimate${place}Kind`, { label: `見込み${place} 免除区分`, fits: oneOf(reliefLabels) }],
    [`estimate${place}From`, { label: `見込み${place} 開始年月`, fits: isMonth }],
    [`estimate${place}Until`, { label: `見込み${place} 終了年月`, fits: isMonth }],
  ]),
) as Readonly<Record<SpanItem<"estimate">, ReportItemRule>>;

/** What a report says of 免除・猶予・学特・産前産後・育児. */
export const reliefItems = {
  exemptionReason: { label: "免除理由", fits: oneOf(exemptionReasons) },
  exemptionFrom: { label: "免除開始年月", fits: isMonth },
  exemptionUntil: { label: "免除終了年月", fits: isMonth },
  exemptionEnd: { label: "免除の終了理由", fits: oneOf(exemptionEnds) },
  paymentFrom: { label: "納付申出の開始年月", fits: isMonth },
  paymentUntil: { label: "納付申出の終了年月", fits: isMonth },
  appliedFrom: { label: "申請期間の開始年月", fits: isMonth },
  appliedUntil: { label: "申請期間の終了年月", fits: isMonth },
  wish: { label: "希望する区分(順)", fits: someOf(exemptionTypes) },
  continuation: { label: "継続審査の希望", fits: oneOf(continuations) },
  headOfHousehold: { label: "世帯主", fits: oneOf(householdHeads) },
  grounds: { label: "特例の事由", fits: someOf(grounds) },
  spouseIndividualNumber: { label: "配偶者個人番号", fits: isIndividualNumber },
  schoolName: { label: "学校名称", fits: isText },
  schoolAddress: { label: "学校所在地", fits: isText },
  enrolmentFrom: { label: "在学期間の開始年月", fits: isMonth },
  enrolmentUntil: { label: "在学期間の終了年月", fits: isMonth },
  maternityDay: { label: "出産(予定)年月日", fits: isDate },
  maternityDayIs: { label: "出産日の別", fits: oneOf(birthDays) },
  maternityType: { label: "単胎・多胎", fits: oneOf(maternityTypes) },
  maternityDayWas: { label: "変更前の出産(予定)年月日", fits: isDate },
  childBornOn: { label: "子の生年月日", fits: isDate },
  childBornWas: { label: "変更前の子の生年月日", fits: isDate },
  parent: { label: "養育する人", fits: oneOf(parents) },
  adoptedOn: { label: "縁組年月日", fits: isDate },
  childcareEnd: { label: "養育の終了理由", fits: oneOf(childcareEnds) },
  ...estimates,
} as const satisfies Record<string, ReportItemRule>;
