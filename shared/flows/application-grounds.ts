import type { Reason } from "../domain/decision.ts";
import { exemptionReasons } from "../domain/reliefs.ts";
import type { PlainMonth } from "../law/calendar.ts";
import type { ExaminedRole, Ground } from "../law/examined-person.ts";
import { disasterPeriod, earliestLeavingDay, isDisasterLoss, unemploymentPeriod } from "../law/hardship-period.ts";
import { contains, type MonthSpan, monthsIn } from "../law/month-span.ts";
import { spanWords } from "../law/month-words.ts";
import { roleNames } from "../law/personal-finding.ts";
import { cycleYear } from "../law/year-cycle.ts";
import { type Application, examineeOf } from "./application.ts";
import type { SpecialGround, StatedGround } from "./application-details.ts";

/** A 特例事由 that holds, in the months in which it does. */
export interface ProvenGround extends MonthSpan, StatedGround {
  readonly ground: Ground;
}

interface Weighed {
  readonly proven: readonly ProvenGround[];
  readonly reasons: readonly Reason[];
}

const article = "国民年金法90条1項4号・施行規則77条の7";

const nothing = (...reasons: readonly Reason[]): Weighed => ({ proven: [], reasons });

const unproven = ({ whose, reason }: StatedGround, what: string, pointer: string): Weighed =>
  nothing({
    weight: "incomplete",
    code: "hardship-unproven",
    message: `${roleNames[whose]}の「${exemptionReasons[reason]}」について、${what}を書類で確かめて入力してください`,
    pointer,
    article,
  });

/** A ground of a day: it holds from the month before to June two years on, and is none where that misses the months asked for. */
const inPeriod = (
  of: Application,
  stated: StatedGround,
  period: ReturnType<typeof disasterPeriod>,
  more = "",
): Weighed =>
  monthsIn(of).some((month) => contains(period, month))
    ? { proven: [{ ...stated, ground: "hardship", ...period }], reasons: [] }
    : nothing({
        weight: "notice",
        code: "hardship-out-of-period",
        message: `${roleNames[stated.whose]}の「${exemptionReasons[stated.reason]}」の特例が及ぶのは${spanWords(period)}で、申請の月に及びません${more}。通常どおり所得で判定します`,
        pointer: "/details/grounds",
        article,
      });

const future = (pointer: string): Weighed =>
  nothing({
    weight: "refuse",
    code: "hardship-in-future",
    message: "離職日または被災日が受付日より後です",
    pointer,
    article,
  });

type Weigh = (of: Application, stated: StatedGround) => Weighed;

const unemployment: Weigh = (of, stated) => {
  const pointer = `/atCounter/leftWorkOn/${stated.whose}`;
  const leftOn = of.seen.leftWorkOn?.[stated.whose];
  if (leftOn === undefined) return unproven(stated, "離職日(廃業・休業の日)", pointer);
  if (leftOn > of.filedOn) return future(pointer);
  const earliest = earliestLeavingDay(cycleYear("exemption", of.from));
  const more = of.cycle === "exemption" ? `(この年度に及ぶのは、離職日が${earliest}以後の場合です)` : "";
  return inPeriod(of, stated, unemploymentPeriod(leftOn), more);
};

const disaster: Weigh = (of, stated) => {
  const seen = of.seen.disaster;
  if (seen === undefined) return unproven(stated, "被災日と損害の額", "/atCounter/disaster");
  if (seen.struckOn > of.filedOn) return future("/atCounter/disaster/struckOn");
  if (!isDisasterLoss(seen))
    return nothing({
      weight: "notice",
      code: "disaster-loss-too-small",
      message:
        "損害(保険金などで補てんされた額を除く)が財産の価格のおおむね2分の1に達しないため、災害の特例になりません。通常どおり所得で判定します",
      pointer: "/atCounter/disaster",
      article,
    });
  return inPeriod(of, stated, disasterPeriod(seen.struckOn));
};

/** Aid holds for the year applied for; what proves it is a paper. */
const aid: Weigh = ({ from, until }, stated) => ({ proven: [{ ...stated, ground: "aid", from, until }], reasons: [] });

/** 通達: the spouse is left out of the examination; whose address it is about stays hidden only where 支援措置 was asked for. */
const violence: Weigh = ({ record, examinees }) =>
  nothing({
    weight: "notice",
    code: "spouse-left-out",
    message: `${
      examinees.spouse === null
        ? "配偶者の記載がないため、配偶者からの暴力は審査に影響しません。"
        : "配偶者からの暴力により、配偶者の所得は審査しません。"
    }${
      record.addressProtected
        ? "住所は支援措置により表示しません"
        : "支援措置の記録がないため住所は表示されます。支援措置の申出を本人に確かめてください"
    }`,
    article: "配偶者からの暴力を受けた人の取扱い(通達)",
  });

const weighs = {
  unemployment,
  disaster,
  aid,
  "foreigner-protection": aid,
  "special-disability-benefit": aid,
  "domestic-violence": violence,
} as const satisfies Record<SpecialGround, Weigh>;

/** Each 特例事由 weighed: the months in which it holds, or what is still to be shown of it. */
export const provenGrounds = (of: Application): Weighed => {
  const weighed = of.grounds.map(
    (stated, at): Weighed =>
      examineeOf(of, stated.whose) === null
        ? nothing({
            weight: "incomplete",
            code: "ground-of-nobody",
            message: `${roleNames[stated.whose]}の特例事由がありますが、${roleNames[stated.whose]}の記載がありません`,
            pointer: `/details/grounds/${at}/whose`,
          })
        : weighs[stated.reason](of, stated),
  );
  return { proven: weighed.flatMap(({ proven }) => proven), reasons: weighed.flatMap(({ reasons }) => reasons) };
};

/** The grounds of `role` that hold in `month`. */
export const groundsIn = (
  proven: readonly ProvenGround[],
  role: ExaminedRole,
  month: PlainMonth,
): readonly ProvenGround[] => proven.filter((each) => each.whose === role && contains(each, month));
