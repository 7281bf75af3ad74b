import { useState } from "preact/hooks";
import { addDays } from "../../shared/law/calendar.ts";
import type { ShownProblem } from "../api/problem.ts";
import type { DigestsAnswer, VerificationAnswer } from "../api/types.ts";
import { useDesk, useMay } from "../app/context.ts";
import { go } from "../app/route.ts";
import { useAsked } from "../app/use-asked.ts";
import { Heading } from "../parts/heading.tsx";
import { HourGrid } from "../parts/hour-grid.tsx";
import { ProblemNotice } from "../parts/notices.tsx";
import { PeriodForm } from "../parts/period-form.tsx";
import { Table } from "../parts/table.tsx";
import { Told } from "../parts/told.tsx";
import { today } from "../time/clock.ts";
import { hourLabel, momentOf } from "../time/japan-time.ts";
import type { ScreenProps } from "./screen-views.ts";

const Result = ({ told }: { readonly told: VerificationAnswer }) => (
  <div class={told.ok ? "notice good" : "notice bad"} role="status">
    <p class="notice-title">{told.ok ? "改ざんは見つかりませんでした" : `${told.faults.length}か所に異常があります`}</p>
    <p>
      {momentOf(told.checkedAt)} に {told.hours}時間分・{told.entries.toLocaleString("ja-JP")}件を検証しました。
    </p>
    {told.faults.length > 0 && (
      <Table
        caption="異常の場所"
        columns={[
          { title: "場所", kind: "code", heads: true, cell: ({ place }) => place },
          { title: "内容", cell: ({ detail }) => detail },
          { title: "符号", kind: "code", cell: ({ code }) => code },
        ]}
        rows={told.faults}
        keyOf={({ code, place }) => `${place} ${code}`}
      />
    )}
  </div>
);

const Verify = ({ from, to }: { readonly from: string; readonly to: string }) => {
  const { client } = useDesk();
  const [told, setTold] = useState<VerificationAnswer | null>(null);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [busy, setBusy] = useState(false);
  if (!useMay("verifyDigests")) return null;
  const verify = async () => {
    setBusy(true);
    setTold(null);
    setProblem(null);
    const answer = await client.post<VerificationAnswer>("/v1/audit/digests/verification", { from, to });
    setBusy(false);
    if ("problem" in answer) setProblem(answer.problem);
    else setTold(answer.body);
  };
  return (
    <section aria-label="署名の検証" class="verify">
      <button type="button" class="button" onClick={() => void verify()} disabled={busy}>
        {busy ? "検証しています…" : "この期間の署名を検証する"}
      </button>
      {problem !== null && <ProblemNotice problem={problem} />}
      {told !== null && <Result told={told} />}
    </section>
  );
};

const Shown = ({ body }: { readonly body: DigestsAnswer }) => (
  <>
    {body.missing.length > 0 && (
      <div class="notice bad" role="alert">
        <p class="notice-title">ダイジェストのない時間が {body.missing.length} あります</p>
        <p>{body.missing.slice(0, 12).map(hourLabel).join("、")}</p>
      </div>
    )}
    <dl class="facts">
      <div>
        <dt>連鎖の先頭</dt>
        <dd>
          {body.head === null ? (
            "まだありません"
          ) : (
            <>
              {hourLabel(body.head.hour)}
              <br />
              <span class="code">{body.head.name}</span>
              <br />
              SHA-256 <span class="code">{body.head.sha256}</span>
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>記録の数</dt>
        <dd>{body.digests.reduce((sum, { entries }) => sum + entries, 0).toLocaleString("ja-JP")}件</dd>
      </div>
    </dl>
    <HourGrid digests={body.digests} missing={body.missing} />
  </>
);

/** 署名の状態: whether every hour has its digest, and whether what is stored is what was signed. */
export const DigestsScreen = ({ params }: ScreenProps) => {
  const { client } = useDesk();
  const { from = addDays(today(), -6), to = today() } = params;
  const key = `${from} ${to}`;
  const asked = useAsked(key, () => client.get<DigestsAnswer>("/v1/audit/digests", { from, to }));
  return (
    <>
      <Heading
        title="署名の状態"
        lead="記録は毎時、前の時間の署名につながるダイジェストで封じられます。欠けた時間と、保存した記録の改ざんを確かめます。"
      />
      <PeriodForm from={from} to={to} onAsk={(period) => go("digests", period)} />
      <Verify key={key} from={from} to={to} />
      <Told asked={asked}>{(body) => <Shown body={body} />}</Told>
    </>
  );
};
