import { useEffect, useState } from "preact/hooks";
import type { Query } from "../api/client.ts";
import type { ShownProblem } from "../api/problem.ts";
import type { EntriesAnswer, ShownEntry } from "../api/types.ts";
import { useDesk } from "../app/context.ts";
import { momentOf } from "../time/japan-time.ts";
import { ProblemNotice, Waiting } from "./notices.tsx";
import { type Column, Table } from "./table.tsx";

interface Shown {
  readonly entries: readonly ShownEntry[];
  readonly next: string | null;
  readonly digestedUntil: EntriesAnswer["digestedUntil"];
}

interface PagedProps {
  readonly query: Query;
  readonly caption: string;
  readonly columns: readonly Column<ShownEntry>[];
}

/** Entries, newest first, a page at a time. */
export const PagedEntries = ({ query, caption, columns }: PagedProps) => {
  const { client } = useDesk();
  const [shown, setShown] = useState<Shown | null>(null);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const key = JSON.stringify(query);

  const load = async (after: string | undefined, before: readonly ShownEntry[], current: () => boolean) => {
    const answer = await client.get<EntriesAnswer>("/v1/audit/entries", { ...query, limit: 50, after });
    if (!current()) return;
    if ("problem" in answer) return setProblem(answer.problem);
    const { entries, next, digestedUntil } = answer.body;
    setShown({ entries: [...before, ...entries], next, digestedUntil });
  };

  useEffect(() => {
    let current = true;
    setShown(null);
    setProblem(null);
    void load(undefined, [], () => current);
    return () => {
      current = false;
    };
  }, [key]);

  if (problem !== null) return <ProblemNotice problem={problem} />;
  if (shown === null) return <Waiting />;
  const { next, digestedUntil } = shown;
  return (
    <>
      <p class="unseen" role="status">
        {shown.entries.length}件を表示しました
      </p>
      <Table
        caption={`${caption} ${shown.entries.length}件${next === null ? "" : "(続きあり)"}`}
        columns={columns}
        rows={shown.entries}
        keyOf={({ entryId }) => entryId}
        markOf={({ result }) => (result === "refused" ? "refused" : undefined)}
      />
      {next !== null && (
        <button type="button" class="button" onClick={() => void load(next, shown.entries, () => true)}>
          続きを見る
        </button>
      )}
      <p class="small">
        {digestedUntil === null
          ? "署名の済んだ時間はまだありません"
          : `${momentOf(digestedUntil)} までの記録は、署名の連鎖に入っています`}
      </p>
    </>
  );
};
