import { useState } from "preact/hooks";
import { addDays } from "../../shared/law/calendar.ts";
import type { ShownProblem } from "../api/problem.ts";
import type { PeopleAnswer } from "../api/types.ts";
import { useDesk, useMay } from "../app/context.ts";
import { go } from "../app/route.ts";
import { entryColumns } from "../parts/entry-columns.tsx";
import { Field, Period } from "../parts/fields.tsx";
import { Heading } from "../parts/heading.tsx";
import { ProblemNotice } from "../parts/notices.tsx";
import { PagedEntries } from "../parts/paged-entries.tsx";
import { SubjectFinder } from "../parts/subject-finder.tsx";
import { today } from "../time/clock.ts";
import type { ScreenProps } from "./screen-views.ts";

/** だれか: shown to who may resolve a pseudonym, on demand and for as long as the screen stays. */
const WhoIsIt = ({ subject }: { readonly subject: string }) => {
  const { client } = useDesk();
  const [told, setTold] = useState<string | null>(null);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  if (!useMay("resolveSubjects")) {
    return <p class="small">仮名から宛名番号を求められるのは、年金担当の所属長と管理責任者だけです。</p>;
  }
  const resolve = async () => {
    const answer = await client.post<PeopleAnswer>("/v1/audit/subjects/resolution", { subjects: [subject] });
    if ("problem" in answer) return setProblem(answer.problem);
    const [person] = answer.body.people;
    setTold(person?.atenaNumber ?? "");
  };
  return (
    <div class="who-is-it">
      <button type="button" class="button quiet" onClick={() => void resolve()}>
        だれか(宛名番号を求める。記録されます)
      </button>
      {problem !== null && <ProblemNotice problem={problem} />}
      {told !== null && (
        <p role="status">
          宛名番号 <strong class="code">{told === "" ? "見つかりません" : told}</strong>
        </p>
      )}
    </div>
  );
};

/** 人の記録: who looked at or changed one person's record, by pseudonym. */
export const PersonTrailScreen = ({ params }: ScreenProps) => {
  // A year, because what matters of one person lies further back than a week.
  const { subject = "", from = addDays(today(), -364), to = today() } = params;
  const [draft, setDraft] = useState(subject);
  const [period, setPeriod] = useState({ from, to });
  return (
    <>
      <Heading
        title="人の記録"
        lead="一人の記録を、だれがいつ見て、何をしたかを新しい順に並べます。人は仮名で表します。"
      />
      <form
        class="conditions"
        aria-label="人と期間"
        onSubmit={(event) => {
          event.preventDefault();
          go("person", { subject: draft, ...period });
        }}
      >
        <Field name="subject" label="仮名" hint="27文字" value={draft} onChange={setDraft} required />
        <Period
          {...period}
          onFrom={(day) => setPeriod({ ...period, from: day })}
          onTo={(day) => setPeriod({ ...period, to: day })}
        />
        <div class="actions">
          <button type="submit" class="button">
            表示する
          </button>
        </div>
      </form>
      <SubjectFinder
        found={(one) => {
          setDraft(one);
          go("person", { subject: one, ...period });
        }}
      />
      {subject === "" ? (
        <p class="notice">仮名を入力するか、宛名番号から求めてください。</p>
      ) : (
        <>
          <WhoIsIt key={subject} subject={subject} />
          <PagedEntries
            query={{ subject, from, to }}
            caption={`仮名 ${subject} の記録`}
            columns={entryColumns.person}
          />
        </>
      )}
    </>
  );
};
