import { type EntryKind, entryKinds } from "../../shared/audit/entry-kinds.ts";
import type { PlainDate } from "../../shared/law/calendar.ts";
import { isOfficeDay } from "../../shared/law/office-days.ts";
import type { ShownEntry } from "../api/types.ts";
import { minuteOfDay } from "../time/japan-time.ts";
import { officeHours } from "../time/office-hours.ts";

const width = 1440;
const kinds = Object.keys(entryKinds) as EntryKind[];
const lane = 18;
const height = kinds.length * lane;

/** A day at a glance: a lane for each kind, a stroke for each entry, the hours when the office is closed in grey. */
export const Timeline = ({ day, entries }: { readonly day: PlainDate; readonly entries: readonly ShownEntry[] }) => {
  const open = isOfficeDay(day);
  const closed = open
    ? [
        [0, officeHours.from],
        [officeHours.until, width],
      ]
    : [[0, width]];
  const used = kinds.filter((kind) => entries.some((entry) => entry.kind === kind));
  const summary = used
    .map((kind) => `${entryKinds[kind]}${entries.filter((one) => one.kind === kind).length}件`)
    .join("、");
  return (
    <figure class="timeline">
      <svg viewBox={`-110 -4 ${width + 140} ${height + 30}`} role="img" aria-label={`${day}の時間の流れ。${summary}`}>
        {closed.map(([from = 0, to = 0]) => (
          <rect key={from} class="closed" x={from} y={0} width={to - from} height={height} />
        ))}
        {Array.from({ length: 13 }, (_, at) => at * 120).map((minute) => (
          <g key={minute}>
            <line class="grid" x1={minute} x2={minute} y1={0} y2={height} />
            <text class="axis" x={minute} y={height + 20} text-anchor="middle">
              {minute / 60}時
            </text>
          </g>
        ))}
        {kinds.map((kind, at) => (
          <text key={kind} class="axis" x={-8} y={at * lane + 13} text-anchor="end">
            {entryKinds[kind]}
          </text>
        ))}
        {entries.map((entry) => (
          <rect
            key={entry.entryId}
            class={entry.result === "refused" ? "stroke refused" : "stroke"}
            x={minuteOfDay(entry.at) - 1.5}
            y={kinds.indexOf(entry.kind) * lane + 2}
            width={4}
            height={lane - 4}
          />
        ))}
      </svg>
      <figcaption>
        灰色は閉庁の時間({open ? "8:30〜17:15のほか" : "閉庁日"})、赤は拒否。同じ内容を下の表に並べています。
      </figcaption>
    </figure>
  );
};
