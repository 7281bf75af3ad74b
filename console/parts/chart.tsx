import { useEffect, useRef } from "preact/hooks";
import UPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { PlainDate } from "../../shared/law/calendar.ts";

export interface Series {
  readonly title: string;
  readonly color: string;
  readonly dash?: readonly number[];
  readonly values: readonly number[];
}

interface ChartProps {
  readonly label: string;
  readonly days: readonly PlainDate[];
  readonly series: readonly Series[];
}

/** A day as the chart counts: seconds, as if its midnight were in UTC, so that a label never slips to the day before. */
const placeOf = (day: PlainDate): number => Date.parse(`${day}T00:00:00Z`) / 1000;
const dayLabel = (at: number): string => new Date(at * 1000).toISOString().slice(5, 10).replace("-", "/");

const font = "13px sans-serif";
const ink = "#4d4d4d";
const height = 280;

/** Lines over days. For who cannot see it there is a table beside it with the same numbers. */
export const Chart = ({ label, days, series }: ChartProps) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const target = place.current;
    if (target === null) return undefined;
    const axis = {
      font,
      labelFont: font,
      stroke: ink,
      grid: { stroke: "#e6e6e6", width: 1 },
      ticks: { stroke: "#cccccc", width: 1 },
    };
    const plot = new UPlot(
      {
        width: target.clientWidth,
        height,
        tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1000), "UTC"),
        legend: { show: true, live: false },
        cursor: { drag: { x: false, y: false } },
        scales: { y: { range: (_plot, _low, high) => [0, Math.max(high * 1.1, 5)] } },
        axes: [
          { ...axis, values: (_plot, splits) => splits.map(dayLabel) },
          { ...axis, size: 60 },
        ],
        series: [
          {},
          ...series.map(({ title, color, dash }) => ({
            label: title,
            stroke: color,
            width: 2,
            points: { show: days.length < 40, size: 6 },
            ...(dash === undefined ? {} : { dash: [...dash] }),
          })),
        ],
      },
      [days.map(placeOf), ...series.map(({ values }) => [...values])],
      target,
    );
    const fit = new ResizeObserver(() => plot.setSize({ width: target.clientWidth, height }));
    fit.observe(target);
    return () => {
      fit.disconnect();
      plot.destroy();
    };
  }, [days, series]);
  return <div class="chart" ref={place} role="img" aria-label={label} />;
};
