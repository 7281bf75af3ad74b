import { useState } from "preact/hooks";
import type { OutputsAnswer, ShownOutput, TakenPart } from "../api/output-types.ts";
import type { ShownProblem } from "../api/problem.ts";
import { useDesk, useMay } from "../app/context.ts";
import { useAsked } from "../app/use-asked.ts";
import { checkedPart } from "../parts/checked-part.ts";
import { Heading } from "../parts/heading.tsx";
import { ProblemNotice } from "../parts/notices.tsx";
import { saveFile } from "../parts/save-file.ts";
import { type Column, Table } from "../parts/table.tsx";
import { Told } from "../parts/told.tsx";
import { momentOf } from "../time/japan-time.ts";
import { OutputRequest } from "./output-request.tsx";

interface TakeProps {
  readonly output: ShownOutput;
  readonly refused: (problem: ShownProblem) => void;
  readonly taken: () => void;
}

/** Takes the next part. Each can be had once: what is lost on the way needs a new approval. */
const Take = ({ output, refused, taken }: TakeProps) => {
  const { who, client, tell } = useDesk();
  const may = useMay("takeOutput");
  const [busy, setBusy] = useState(false);
  const part = output.takenParts + 1;
  if (!may || output.state !== "ready" || output.requestedBy !== who.officer) return <>—</>;
  const take = async () => {
    setBusy(true);
    const answer = await client.post<TakenPart>(`/v1/outputs/${output.outputId}/parts/${part}`, {});
    setBusy(false);
    if ("problem" in answer) return refused(answer.problem);
    const bytes = await checkedPart(answer.body);
    if (bytes === null) return tell("受け取ったファイルのSHA-256が合いません。新しく申請してください");
    saveFile(answer.body.name, "text/csv", bytes);
    tell(`${answer.body.name} を保存しました。SHA-256は一致しています`);
    taken();
  };
  return (
    <button type="button" class="button quiet" disabled={busy} onClick={() => void take()}>
      {output.parts}個中{part}個目を受け取る
    </button>
  );
};

const columns = (refused: TakeProps["refused"], taken: () => void): readonly Column<ShownOutput>[] => [
  { title: "番号", kind: "code", heads: true, cell: ({ outputId }) => outputId },
  { title: "種類", cell: ({ kindLabel }) => kindLabel },
  { title: "理由", cell: ({ reason }) => reason },
  { title: "申請", cell: ({ requestedAt, requestedBy }) => `${momentOf(requestedAt)} ${requestedBy}` },
  {
    title: "状態",
    cell: ({ state, stateLabel }) => <span class={state === "ready" ? "mark good" : "mark"}>{stateLabel}</span>,
  },
  { title: "期限", cell: ({ expiresAt }) => momentOf(expiresAt) },
  { title: "受取り", cell: (output) => <Take {...{ output, refused, taken }} /> },
];

/** 出力: what was asked for, how far it is, and taking it once it is approved. */
export const OutputsScreen = () => {
  const { client } = useDesk();
  const [turn, setTurn] = useState(0);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const asked = useAsked(String(turn), () => client.get<OutputsAnswer>("/v1/outputs"));
  const mayRequest = useMay("requestOutput");
  const look = () => {
    setProblem(null);
    setTurn((before) => before + 1);
  };
  return (
    <>
      <Heading
        title="出力"
        lead="記録をファイルで持ち出すには、目的を書いて申請し、申請した人ではない管理責任者の承認を受けます。受け取れるのは一度だけです。"
      />
      {mayRequest && <OutputRequest requested={look} />}
      <div class="actions">
        <button type="button" class="button quiet" onClick={look}>
          状態を見直す
        </button>
      </div>
      {problem !== null && <ProblemNotice problem={problem} />}
      <Told asked={asked}>
        {(body) => (
          <Table
            caption="申請した出力"
            columns={columns(setProblem, look)}
            rows={body.outputs}
            keyOf={({ outputId }) => outputId}
            empty="申請はまだありません"
          />
        )}
      </Told>
    </>
  );
};
