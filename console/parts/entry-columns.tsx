import type { ShownEntry } from "../api/types.ts";
import { hashOf } from "../app/hash.ts";
import { momentOf } from "../time/japan-time.ts";
import { isOutOfHours } from "../time/office-hours.ts";
import { Subjects } from "./subject.tsx";
import type { Column } from "./table.tsx";

export const ResultMark = ({ result }: { readonly result: ShownEntry["result"] }) =>
  result === "refused" ? <span class="mark bad">拒否</span> : <span class="mark">済</span>;

export const OutOfHoursMark = ({ at }: { readonly at: ShownEntry["at"] }) =>
  isOutOfHours(at) ? <span class="mark warn">時間外</span> : null;

const when: Column<ShownEntry> = {
  title: "時刻",
  heads: true,
  cell: (entry) => (
    <>
      <a href={hashOf("entry", { id: entry.entryId })}>{momentOf(entry.at)}</a> <OutOfHoursMark at={entry.at} />
    </>
  ),
};

const officer: Column<ShownEntry> = {
  title: "職員",
  cell: (entry) => <a href={hashOf("officer", { officer: entry.officer })}>{entry.officer}</a>,
};

const department: Column<ShownEntry> = { title: "所属", cell: (entry) => entry.departmentLabel };
const action: Column<ShownEntry> = { title: "操作", cell: (entry) => entry.actionLabel };
const kind: Column<ShownEntry> = { title: "種別", cell: (entry) => entry.kindLabel };
const subjects: Column<ShownEntry> = { title: "だれの(仮名)", cell: (entry) => <Subjects subjects={entry.subjects} /> };
const object: Column<ShownEntry> = { title: "対象", kind: "code", cell: (entry) => entry.object ?? "" };
const result: Column<ShownEntry> = { title: "結果", cell: (entry) => <ResultMark result={entry.result} /> };

/** Columns of entries: everybody's, one person's, one officer's. */
export const entryColumns = {
  search: [when, officer, department, action, kind, subjects, object, result],
  person: [when, officer, department, action, kind, object, result],
  officer: [when, action, kind, subjects, object, result],
} as const satisfies Record<string, readonly Column<ShownEntry>[]>;
