import { useMemo } from "preact/hooks";
import { type EntryKind, entryKinds } from "../../shared/audit/entry-kinds.ts";
import { addDays } from "../../shared/law/calendar.ts";
import type { ActivityAnswer } from "../api/types.ts";
import { useDesk } from "../app/context.ts";
import { hashOf } from "../app/hash.ts";
import { go } from "../app/route.ts";
import { useAsked } from "../app/use-asked.ts";
import { Chart, type Series } from "../parts/chart.tsx";
import { Heading } from "../parts/heading.tsx";
import { PeriodForm } from "../parts/period-form.tsx";
import { type Column, Table } from "../parts/table.tsx";
import { Told } from "../parts/told.tsx";
import { today } from "../time/clock.ts";
import { dayWithName, momentOf } from "../time/japan-time.ts";
import type { ScreenProps } from "./screen-views.ts";

type Day = ActivityAnswer["days"][number];
type Officer = ActivityAnswer["officers"][number];

const number = (value: number) => value.toLocaleString("ja-JP");

const dayColumns: readonly Column<Day>[] = [
  {
    title: "日",
    heads: true,
    cell: ({ day }) => <a href={hashOf("search", { from: day, to: day })}>{dayWithName(day)}</a>,
  },
  { title: "合計", kind: "number", cell: ({ total }) => number(total) },
  { title: "拒否", kind: "number", cell: ({ refused }) => number(refused) },
  { title: "時間外", kind: "number", cell: ({ outOfHours }) => number(outOfHours) },
  ...(Object.keys(entryKinds) as EntryKind[]).map(
    (kind): Column<Day> => ({ title: entryKinds[kind], kind: "number", cell: ({ kinds }) => number(kinds[kind] ?? 0) }),
  ),
];

const officerColumns = (most: number): readonly Column<Officer>[] => [
  {
    title: "職員",
    heads: true,
    cell: ({ officer }) => <a href={hashOf("officer", { officer })}>{officer}</a>,
  },
  {
    title: "合計",
    kind: "number",
    cell: ({ total }) => (
      <>
        <meter class="bar" min={0} max={most} value={total} aria-hidden="true" /> {number(total)}
      </>
    ),
  },
  { title: "拒否", kind: "number", cell: ({ refused }) => number(refused) },
  { title: "時間外", kind: "number", cell: ({ outOfHours }) => number(outOfHours) },
  { title: "最後の操作", cell: ({ lastAt }) => momentOf(lastAt) },
];

const seriesOf = (days: readonly Day[]): Series[] => [
  { title: "合計", color: "#0017c1", values: days.map(({ total }) => total) },
  { title: "時間外", color: "#8b4000", dash: [8, 4], values: days.map(({ outOfHours }) => outOfHours) },
  { title: "拒否", color: "#ce0000", dash: [2, 3], values: days.map(({ refused }) => refused) },
];

const Shown = ({ body }: { readonly body: ActivityAnswer }) => {
  const days = useMemo(() => body.days.map(({ day }) => day), [body]);
  const series = useMemo(() => seriesOf(body.days), [body]);
  const most = Math.max(1, ...body.officers.map(({ total }) => total));
  return (
    <>
      <Chart label="日ごとの記録の数(合計、時間外、拒否)。同じ数を下の「日ごと」の表に示します" {...{ days, series }} />
      <Table
        caption="職員ごと"
        columns={officerColumns(most)}
        rows={body.officers.toSorted((a, b) => b.total - a.total)}
        keyOf={({ officer }) => officer}
      />
      <Table caption="日ごと" columns={dayColumns} rows={body.days} keyOf={({ day }) => day} />
    </>
  );
};

/** 推移: how much was done on which day and by whom. */
export const ActivityScreen = ({ params }: ScreenProps) => {
  const { client } = useDesk();
  const { from = addDays(today(), -29), to = today() } = params;
  const asked = useAsked(`${from} ${to}`, () => client.get<ActivityAnswer>("/v1/audit/activity", { from, to }));
  return (
    <>
      <Heading
        title="推移"
        lead="記録の数を日ごと・職員ごとに見ます。ふだんと違う山や、時間外・拒否の増え方を探します。"
      />
      <PeriodForm from={from} to={to} onAsk={(period) => go("activity", period)} />
      <Told asked={asked}>{(body) => <Shown body={body} />}</Told>
    </>
  );
};
