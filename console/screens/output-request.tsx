import { useState } from "preact/hooks";
import { addDays } from "../../shared/law/calendar.ts";
import type { ShownProblem } from "../api/problem.ts";
import { useDesk } from "../app/context.ts";
import { Field, Period } from "../parts/fields.tsx";
import { ProblemNotice } from "../parts/notices.tsx";
import { today } from "../time/clock.ts";

const empty = () => ({ from: addDays(today(), -30), to: today(), officer: "", subject: "", reason: "" });

/** Asks for entries of the trail as CSV: the only way in which they leave the console. */
export const OutputRequest = ({ requested }: { readonly requested: () => void }) => {
  const { client, tell } = useDesk();
  const [draft, setDraft] = useState(empty);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const set = (name: keyof typeof draft) => (value: string) => setDraft((before) => ({ ...before, [name]: value }));
  const request = async () => {
    const { from, to, officer, subject, reason } = draft;
    const spec = { from, to, ...(officer === "" ? {} : { officer }), ...(subject === "" ? {} : { subject }) };
    const answer = await client.post("/v1/outputs", { kind: "trail", spec, purpose: "audit", reason });
    if ("problem" in answer) return setProblem(answer.problem);
    setProblem(null);
    setDraft(empty());
    tell("出力を申請しました。管理責任者の承認を待ちます");
    requested();
  };
  return (
    <form
      class="conditions"
      aria-label="アクセス記録の書出しを申請する"
      onSubmit={(event) => {
        event.preventDefault();
        void request();
      }}
    >
      <Period from={draft.from} to={draft.to} onFrom={set("from")} onTo={set("to")} />
      <Field name="officer" label="職員ID" value={draft.officer} onChange={set("officer")} />
      <Field name="subject" label="仮名" hint="27文字" value={draft.subject} onChange={set("subject")} />
      <Field
        name="reason"
        label="出力が要る理由"
        hint="個人を特定する番号や氏名を書かないでください"
        value={draft.reason}
        onChange={set("reason")}
        required
      />
      <div class="actions">
        <button type="submit" class="button">
          書出しを申請する
        </button>
      </div>
      {problem !== null && <ProblemNotice problem={problem} />}
    </form>
  );
};
