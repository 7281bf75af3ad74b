import { useState } from "preact/hooks";
import { addDays, isPlainDate, type PlainDate } from "../../shared/law/calendar.ts";
import type { ShownEntry } from "../api/types.ts";
import { useDesk } from "../app/context.ts";
import { go } from "../app/route.ts";
import { useAsked } from "../app/use-asked.ts";
import { allEntries } from "../parts/all-entries.ts";
import { type DayLine, dayLines } from "../parts/day-gaps.ts";
import { entryColumns } from "../parts/entry-columns.tsx";
import { Field } from "../parts/fields.tsx";
import { Heading } from "../parts/heading.tsx";
import { Notice, ProblemNotice, Waiting } from "../parts/notices.tsx";
import { type Column, Table } from "../parts/table.tsx";
import { Timeline } from "../parts/timeline.tsx";
import { today } from "../time/clock.ts";
import { clockOf, dayWithName, lengthLabel, minuteOfDay } from "../time/japan-time.ts";
import { isOutOfHours } from "../time/office-hours.ts";
import type { ScreenProps } from "./screen-views.ts";

const columns: readonly Column<DayLine>[] = entryColumns.officer.map((column, at) => ({
  ...column,
  cell: (line) => {
    if (line.kind === "entry") return column.cell(line.entry);
    if (at === 0) return `${clockOf(line.from)} から`;
    return at === 1 ? `${lengthLabel(line.minutes)} 記録なし` : "";
  },
}));

const Summary = ({ entries }: { readonly entries: readonly ShownEntry[] }) => {
  const people = new Set(entries.flatMap(({ subjects }) => subjects));
  const minutes = entries.map(({ at }) => minuteOfDay(at));
  const facts: readonly [string, string][] = [
    ["記録", `${entries.length}件`],
    ["人(仮名)", `${people.size}人`],
    ["拒否", `${entries.filter(({ result }) => result === "refused").length}件`],
    ["時間外", `${entries.filter(({ at }) => isOutOfHours(at)).length}件`],
    ["最初と最後", entries.length === 0 ? "—" : `${clockOf(Math.min(...minutes))} 〜 ${clockOf(Math.max(...minutes))}`],
  ];
  return (
    <dl class="tiles">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const Day = ({ officer, day }: { readonly officer: string; readonly day: PlainDate }) => {
  const { client } = useDesk();
  const asked = useAsked(`${officer} ${day}`, () => allEntries(client, { officer, from: day, to: day }));
  if (asked.stage === "asking") return <Waiting />;
  if (asked.stage === "refused") return <ProblemNotice problem={asked.problem} />;
  const { entries, more } = asked.body;
  return (
    <>
      {more && <Notice>1日の記録が多いため、新しい方から{entries.length}件だけを示しています。</Notice>}
      <Summary entries={entries} />
      <Timeline day={day} entries={entries} />
      <Table
        caption={`${officer} の ${dayWithName(day)}`}
        columns={columns}
        rows={dayLines(entries)}
        keyOf={(line) => (line.kind === "entry" ? line.entry.entryId : `gap-${line.from}`)}
        markOf={(line) => (line.kind === "gap" ? "gap" : line.entry.result === "refused" ? "refused" : undefined)}
        empty="この日の記録はありません"
      />
    </>
  );
};

/** 職員の一日: what one officer did on one day, with the gaps between and what was done out of hours. */
export const OfficerDayScreen = ({ params }: ScreenProps) => {
  const officer = params.officer ?? "";
  const day = isPlainDate(params.day ?? "") ? (params.day as PlainDate) : today();
  const [draft, setDraft] = useState({ officer, day: day as string });
  const step = (days: number) => {
    const next = addDays(day, days);
    setDraft({ officer, day: next });
    go("officer", { officer, day: next });
  };
  return (
    <>
      <Heading
        title="職員の一日"
        lead="一人の職員の一日を、時間の順にたどります。1時間以上の空白と、時間外の操作がわかります。"
      />
      <form
        class="conditions"
        aria-label="職員と日"
        onSubmit={(event) => {
          event.preventDefault();
          go("officer", draft);
        }}
      >
        <Field
          name="officer"
          label="職員ID"
          value={draft.officer}
          onChange={(value) => setDraft({ ...draft, officer: value })}
          required
        />
        <Field
          name="day"
          label="日"
          type="date"
          value={draft.day}
          onChange={(value) => setDraft({ ...draft, day: value })}
        />
        <div class="actions">
          <button type="submit" class="button">
            表示する
          </button>
          {officer !== "" && (
            <>
              <button type="button" class="button quiet" onClick={() => step(-1)}>
                前の日
              </button>
              <button type="button" class="button quiet" onClick={() => step(1)}>
                次の日
              </button>
            </>
          )}
        </div>
      </form>
      {officer === "" ? <p class="notice">職員IDを入力してください。</p> : <Day officer={officer} day={day} />}
    </>
  );
};
