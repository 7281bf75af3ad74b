import { useState } from "preact/hooks";
import type { ShownProblem } from "../api/problem.ts";
import { useDesk, useMay } from "../app/context.ts";
import { Field } from "./fields.tsx";
import { ProblemNotice } from "./notices.tsx";

/** 宛名番号 → 仮名. The number is sent in a body, emptied at once and never put into the address. */
export const SubjectFinder = ({ found }: { readonly found: (subject: string) => void }) => {
  const { client, tell } = useDesk();
  const [number, setNumber] = useState("");
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  if (!useMay("findSubject")) return null;
  const find = async () => {
    setProblem(null);
    const answer = await client.post<{ subject: string }>("/v1/audit/subjects", { atenaNumber: number });
    setNumber("");
    if ("problem" in answer) return setProblem(answer.problem);
    tell("仮名を求めました");
    found(answer.body.subject);
  };
  return (
    <form
      class="finder"
      aria-label="宛名番号から仮名を求める"
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
    >
      <Field
        name="atena"
        label="宛名番号から仮名を求める"
        hint="番号はこの画面にも画面の住所にも残りません。求めたことは記録されます"
        value={number}
        onChange={setNumber}
        fleeting
      />
      <button type="submit" class="button quiet" disabled={number === ""}>
        仮名を求める
      </button>
      {problem !== null && <ProblemNotice problem={problem} />}
    </form>
  );
};
