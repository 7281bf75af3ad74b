import { useState } from "preact/hooks";
import type { ShownProblem } from "../api/problem.ts";
import type { TermsAnswer } from "../api/types.ts";
import { useDesk, useMay } from "../app/context.ts";
import { Field } from "./fields.tsx";
import { ProblemNotice } from "./notices.tsx";

/** What may have been searched for, by the name that `findTerms` gives it. */
const kinds = {
  nameKana: "氏名かな",
  birthDate: "生年月日",
  basicPensionNumber: "基礎年金番号",
} as const satisfies Record<string, string>;

type TermKind = keyof typeof kinds;

/** 検索語 → the form in which the trail keeps it. Who searched for it can then be found; the word itself is kept nowhere. */
export const TermFinder = ({ found }: { readonly found: (term: string) => void }) => {
  const { client, tell } = useDesk();
  const [kind, setKind] = useState<TermKind>("nameKana");
  const [word, setWord] = useState("");
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  if (!useMay("findTerms")) return null;
  const find = async () => {
    setProblem(null);
    const answer = await client.post<TermsAnswer>("/v1/audit/terms", { [kind]: word });
    setWord("");
    if ("problem" in answer) return setProblem(answer.problem);
    const [term] = answer.body.terms;
    if (term === undefined) return;
    tell("検索語の索引を求めました");
    found(term.value);
  };
  return (
    <form
      class="finder"
      aria-label="検索語から探す"
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
    >
      <div class="field">
        <label for="field-term-kind">検索語の種類</label>
        <select
          id="field-term-kind"
          value={kind}
          onChange={(event) => {
            setKind(event.currentTarget.value as TermKind);
            setWord("");
          }}
        >
          {Object.entries(kinds).map(([code, title]) => (
            <option key={code} value={code}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <Field
        name="term"
        label="検索語"
        hint="だれがこの語で探したかを調べます。語は残りません"
        type={kind === "birthDate" ? "date" : "text"}
        value={word}
        onChange={setWord}
      />
      <button type="submit" class="button quiet" disabled={word === ""}>
        索引を求める
      </button>
      {problem !== null && <ProblemNotice problem={problem} />}
    </form>
  );
};
