import type { PlainDate } from "../../shared/law/calendar.ts";
import type { DigestsAnswer } from "../api/types.ts";
import { dayWithName, japanHour } from "../time/japan-time.ts";
import { TableFrame } from "./table-frame.tsx";

interface Cell {
  readonly sign: string;
  readonly mark: string;
  readonly words: string;
}

const signed = (entries: number, late: number): Cell =>
  entries === 0
    ? { sign: "○", mark: "empty", words: "記録0件、ダイジェストあり" }
    : {
        sign: late > 0 ? "◎" : "●",
        mark: "good",
        words: `記録${entries}件${late > 0 ? `、後着${late}件` : ""}、ダイジェストあり`,
      };

const absent: Cell = { sign: "✕", mark: "bad", words: "ダイジェストなし" };
const none: Cell = { sign: "·", mark: "none", words: "対象外" };

const placeOf = (hour: string) => {
  const told = japanHour(hour);
  return `${told.day} ${told.hour}`;
};

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Each hour of each day in Japan, and whether a digest stands for it. The signs differ in form, not in colour alone. */
export const HourGrid = ({ digests, missing }: Pick<DigestsAnswer, "digests" | "missing">) => {
  const cells = new Map<string, Cell>([
    ...digests.map(({ hour, entries, late }): [string, Cell] => [placeOf(hour), signed(entries, late)]),
    ...missing.map((hour): [string, Cell] => [placeOf(hour), absent]),
  ]);
  const days = [...new Set([...digests.map(({ hour }) => hour), ...missing].map((hour) => japanHour(hour).day))];
  return (
    <TableFrame label="時間ごとのダイジェスト">
      <table class="hour-grid">
        <caption>時間ごとのダイジェスト(日本時間) ● 記録あり ◎ 後着あり ○ 記録0件 ✕ なし</caption>
        <thead>
          <tr>
            <th scope="col">日</th>
            {hours.map((hour) => (
              <th key={hour} scope="col">
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.toSorted().map((day: PlainDate) => (
            <tr key={day}>
              <th scope="row">{dayWithName(day)}</th>
              {hours.map((hour) => {
                const { sign, mark, words } = cells.get(`${day} ${hour}`) ?? none;
                return (
                  <td key={hour} class={mark} title={`${hour}時台 ${words}`}>
                    <span aria-hidden="true">{sign}</span>
                    <span class="unseen">{words}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
};
