import { useEffect, useState } from "preact/hooks";
import { entryKinds } from "../../shared/audit/entry-kinds.ts";
import { addDays } from "../../shared/law/calendar.ts";
import { go } from "../app/route.ts";
import { entryColumns } from "../parts/entry-columns.tsx";
import { Choice, Field, Period } from "../parts/fields.tsx";
import { Heading } from "../parts/heading.tsx";
import { PagedEntries } from "../parts/paged-entries.tsx";
import { SubjectFinder } from "../parts/subject-finder.tsx";
import { TermFinder } from "../parts/term-finder.tsx";
import { today } from "../time/clock.ts";
import type { ScreenProps } from "./screen-views.ts";

const names = ["officer", "subject", "term", "action", "kind", "result", "from", "to"] as const;
type Condition = (typeof names)[number];
type Conditions = Readonly<Record<Condition, string>>;

const results = { done: "行われた", refused: "拒否された" } as const;

/** Seven days, unless the address says otherwise. */
const conditionsIn = (params: ScreenProps["params"]): Conditions => {
  const to = today();
  const usual = { from: addDays(to, -6), to };
  return Object.fromEntries(
    names.map((name) => [name, params[name] ?? (name === "from" || name === "to" ? usual[name] : "")]),
  ) as Record<Condition, string>;
};

/** 検索: entries by who, whom, when, what and how it ended. */
export const SearchScreen = ({ params }: ScreenProps) => {
  const asked = conditionsIn(params);
  const [draft, setDraft] = useState(asked);
  const key = JSON.stringify(asked);
  useEffect(() => setDraft(asked), [key]);
  const set = (name: Condition) => (value: string) => setDraft((before) => ({ ...before, [name]: value }));
  return (
    <>
      <Heading title="検索" lead="だれが、いつ、だれの情報に、何をしたかを探します。条件はすべて重ねて効きます。" />
      <form
        class="conditions"
        aria-label="検索の条件"
        onSubmit={(event) => {
          event.preventDefault();
          go("search", draft);
        }}
      >
        <Period from={draft.from} to={draft.to} onFrom={set("from")} onTo={set("to")} />
        <Field name="officer" label="職員ID" value={draft.officer} onChange={set("officer")} />
        <Field
          name="subject"
          label="仮名"
          hint="だれの記録か(27文字)"
          value={draft.subject}
          onChange={set("subject")}
        />
        <Choice name="action" label="操作" value={draft.action} onChange={set("action")} options={OPERATION_TITLES} />
        <Choice name="kind" label="種別" value={draft.kind} onChange={set("kind")} options={entryKinds} />
        <Choice name="result" label="結果" value={draft.result} onChange={set("result")} options={results} />
        {draft.term !== "" && (
          <p class="chip">
            検索語の索引 <span class="code">{draft.term.slice(0, 10)}…</span>
            <button type="button" class="button quiet" onClick={() => set("term")("")}>
              外す
            </button>
          </p>
        )}
        <div class="actions">
          <button type="submit" class="button">
            検索する
          </button>
          <button type="button" class="button quiet" onClick={() => go("search")}>
            条件を消す
          </button>
        </div>
      </form>
      <details class="finders">
        <summary>宛名番号・検索語から探す</summary>
        <SubjectFinder found={(subject) => go("search", { ...draft, subject })} />
        <TermFinder found={(term) => go("search", { ...draft, term })} />
      </details>
      <PagedEntries query={asked} caption="アクセス記録" columns={entryColumns.search} />
    </>
  );
};
