import type { Person } from "../../shared/domain/ledger.ts";
import { recordedMonths } from "../../shared/domain/months.ts";
import type { ReliefInMonth } from "../../shared/domain/recorded-reliefs.ts";
import {
  childcareEnds,
  exemptionReasons,
  exemptionTypes,
  maternityTypes,
  parents,
  reliefLabels,
} from "../../shared/domain/reliefs.ts";
import type { Standing } from "../../shared/domain/standing.ts";
import type { PlainMonth } from "../../shared/law/calendar.ts";
import type { ClosedSpan } from "../../shared/law/month-span.ts";
import { countsAsPaid, type Relief } from "../../shared/law/relief-priority.ts";
import { standings } from "./standings.ts";

const standingView = (standing: Standing) => ({ standing, standingLabel: standings[standing] });

/** The relief that counts in a month, in words. */
export const reliefView = ({ relief, reason, standing }: ReliefInMonth) => ({
  kind: relief,
  label: reliefLabels[relief],
  reason,
  reasonLabel: reason && exemptionReasons[reason],
  ...standingView(standing),
  countsAsPaid: countsAsPaid(relief),
});

/** The months of a span that `relief` really spares: the person is 第1号 in them, and nothing goes before it. */
const monthsSpared = (person: Person, { from, until }: ClosedSpan, kind: Relief): readonly PlainMonth[] =>
  recordedMonths(person, from, until).flatMap(({ month, relief }) => (relief?.relief === kind ? [month] : []));

/** 免除・猶予・学特・産前産後・育児 of a person, and what counts in `month`. */
export const reliefsView = (person: Person, month: PlainMonth) => {
  const { exemptions, paymentChoices, maternity, childcare, continuation } = person.reliefs;
  const [current] = recordedMonths(person, month, month);
  return {
    month,
    current: current?.relief ? reliefView(current.relief) : null,
    /** 法定免除 whose end is not known yet. */
    openStatutory: exemptions.some(({ type, until }) => type === "statutory" && until === null),
    continuation,
    exemptions: exemptions.map(({ type, from, until, reason, standing }) => ({
      type,
      typeLabel: exemptionTypes[type],
      from,
      until,
      reason,
      reasonLabel: exemptionReasons[reason],
      ...standingView(standing),
    })),
    paymentChoices: paymentChoices.map(({ from, until }) => ({ from, until })),
    maternity: maternity.map((span) => ({
      on: span.on,
      type: span.type,
      typeLabel: maternityTypes[span.type],
      from: span.from,
      until: span.until,
      months: monthsSpared(person, span, "maternity"),
      ...standingView(span.standing),
    })),
    childcare: childcare.map((span) => ({
      childBornOn: span.childBornOn,
      parent: span.parent,
      parentLabel: parents[span.parent],
      adoptedOn: span.adoptedOn,
      from: span.from,
      until: span.until,
      months: monthsSpared(person, span, "childcare"),
      ...standingView(span.standing),
      end: span.end && {
        cause: span.end.cause,
        causeLabel: childcareEnds[span.end.cause],
        ...standingView(span.end.standing),
      },
    })),
  };
};
