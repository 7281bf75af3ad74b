import type { AuditEntry } from "../../../shared/audit/entry.ts";
import { entryKinds } from "../../../shared/audit/entry-kinds.ts";
import { hourOf } from "../../../shared/audit/hours.ts";
import type { Operation } from "../../../shared/contracts/operation.ts";
import { operations } from "../../../shared/contracts/operations.ts";
import type { CsvColumn } from "../../../shared/documents/csv.ts";
import type { Instant } from "../../../shared/law/calendar.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { entriesOfHour } from "../../../shared/stores/traces.ts";
import { cutCsv } from "../cut-csv.ts";
import type { Produced, Work } from "../work.ts";

type TrailRow = Readonly<Record<string, string | null>>;

const columns: readonly CsvColumn<TrailRow>[] = [
  ["at", "日時(UTC)"],
  ["id", "記録番号"],
  ["officer", "職員"],
  ["roles", "職務"],
  ["department", "所属"],
  ["counter", "窓口"],
  ["terminal", "端末"],
  ["session", "セッション"],
  ["action", "操作"],
  ["actionLabel", "操作名"],
  ["kind", "種別"],
  ["result", "結果"],
  ["object", "対象"],
  ["subjects", "人(仮名)"],
  ["items", "項目"],
  ["terms", "検索語(索引)"],
  ["purpose", "目的"],
  ["codes", "理由"],
  ["correlationId", "照会番号"],
];

const titles: Readonly<Record<string, Operation>> = operations;

const rowOf = (entry: AuditEntry): TrailRow => ({
  ...entry,
  form: null,
  roles: entry.roles.join(" "),
  actionLabel: titles[entry.action]?.title ?? "",
  kind: entryKinds[entry.kind],
  result: entry.result === "done" ? "実施" : "拒否",
  subjects: entry.subjects.join(" "),
  items: entry.items.join(" "),
  terms: entry.terms.map(({ by, value }) => `${by}:${value}`).join(" "),
  codes: entry.codes.join(" "),
});

const hourLength = 60 * 60 * 1000;
/** Rows after which a turn ends. */
const rowsOfTurn = 10_000;

const hourAt = (at: number) => hourOf(new Date(at).toISOString() as Instant);
const startOf = (hour: string) => Date.parse(`${hour}:00:00.000Z`);
/** Midnight in Japan falls on a full hour of UTC. */
const hourOfDay = (day: string) => hourAt(Date.parse(`${day}T00:00:00.000+09:00` as Instant));

/**
 * Entries of the period in their own order, hour by hour, from the trail itself and not by the ways that the hourly job adds:
 * where those lag behind, an export that went by them would lack entries and not say so.
 */
export const produceTrail = async ({ output, call, ports, hasTime }: Work<"trail">): Promise<Produced> => {
  const { outputId, spec, purpose, cursor } = output;
  const end = startOf(hourOfDay(spec.to)) + 24 * hourLength;
  await keepTrail(
    ports.database,
    call.trail({
      kind: "output",
      subjects: spec.subject === undefined ? [] : [spec.subject],
      object: outputId,
      purpose,
      codes: ["trail-read"],
    }),
  );
  const matches = ({ officer, subjects }: AuditEntry) =>
    (spec.officer === undefined || officer === spec.officer) &&
    (spec.subject === undefined || subjects.includes(spec.subject));
  const rows: TrailRow[] = [];
  let at = startOf(cursor ?? hourOfDay(spec.from));
  let examined = 0;
  for (let first = true; at < end && (first || (rows.length < rowsOfTurn && hasTime())); first = false) {
    for await (const entry of entriesOfHour(ports.database, hourAt(at))) if (matches(entry)) rows.push(rowOf(entry));
    examined += 1;
    at += hourLength;
  }
  const next = at < end ? hourAt(at) : null;
  return { next, examined, leftOut: 0, files: cutCsv(columns, rows, next === null && output.parts === 0) };
};
