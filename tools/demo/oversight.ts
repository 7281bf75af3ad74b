import * as z from "zod";
import type { SyntheticPerson } from "../ward/person.ts";
import { type Desk, problemAnswer } from "./client.ts";
import type { Stage } from "./stage.ts";

const outputAnswer = z.object({ outputId: z.string(), state: z.string() });
const takenAnswer = z.object({ contentBase64: z.base64() });
const entriesAnswer = z.object({
  entries: z.array(z.object({ officer: z.string(), actionLabel: z.string(), codes: z.array(z.string()) })),
});

const refusalOf = ({ status, body }: { readonly status: number; readonly body: unknown }) =>
  [status, problemAnswer.parse(body).code] as const;

/** 一覧表 as a file: asked for with a purpose, approved by another, taken once. */
const approvedOutput = async ({ report, examiner, manager, today }: Stage): Promise<void> => {
  report.step("受付処理簿を出力します(申請 → 別の管理責任者の承認 → 一度だけの受取り)");
  const spec = { name: "register", from: today, to: today };
  const asked = await examiner.post("/v1/outputs", {
    body: { kind: "list", spec, purpose: "progress", reason: "今日の受付の確認" },
  });
  const { outputId } = outputAnswer.parse(asked.body);
  const decision = { body: { decision: "approve" } };
  const own = await examiner.post(`/v1/outputs/${outputId}/decision`, decision);
  report.holds("申請した職員は承認できない", refusalOf(own), [403, "not-allowed"]);
  const approved = await manager.post(`/v1/outputs/${outputId}/decision`, decision);
  report.holds("管理責任者の承認で出来上がった", outputAnswer.parse(approved.body).state, "ready");
  const take = () => examiner.post(`/v1/outputs/${outputId}/parts/1`, { body: {} });
  const { contentBase64 } = takenAnswer.parse((await take()).body);
  const lines = Buffer.from(contentBase64, "base64").toString("utf8").trim().split("\r\n").length;
  report.tell(`${lines - 1}件の受付処理簿`);
  report.holds("二度目は受け取れない", refusalOf(await take()), [409, "already-taken"]);
};

/** What a 監査人 asks first: who tried what they may not, and who saw this person. */
const askedByAuditor = async (
  { report }: Stage,
  auditor: Desk,
  operator: Desk,
  { atenaNumber }: SyntheticPerson,
): Promise<void> => {
  report.step("監査人がアクセス記録を調べます");
  report.holds("運用担当は人の記録を見られない", refusalOf(await operator.get(`/v1/people/${atenaNumber}`)), [
    403,
    "not-allowed",
  ]);
  const found = await auditor.post("/v1/audit/subjects", { body: { atenaNumber } });
  const { subject } = z.object({ subject: z.string() }).parse(found.body);
  const refused = await auditor.get("/v1/audit/entries?officer=operator-01&result=refused");
  report.holds(
    "断られた操作が、だれのものか残っている",
    entriesAnswer.parse(refused.body).entries.map(({ actionLabel, codes }) => [actionLabel, codes]),
    [["被保険者を見る", ["not-allowed"]]],
  );
  const seen = await auditor.get(`/v1/audit/entries?subject=${subject}`);
  const { entries } = entriesAnswer.parse(seen.body);
  report.tell(
    `この人の記録に触れたもの: ${entries.map(({ officer, actionLabel }) => `${officer} ${actionLabel}`).join("、")}`,
  );
  report.holds("仮名から、だれが何をしたかが分かる", entries.length > 0, true);
  report.holds("番号はどこにも出ない", JSON.stringify(seen.body).includes(atenaNumber), false);
  report.tell("1時間ごとの署名は、時間が終わってから作ります(docs/trail.md)");
};

/** アクセス統制と証跡: what is refused, what needs approval, and what is left of it all. */
export const oversight = async (
  stage: Stage,
  auditor: Desk,
  operator: Desk,
  person: SyntheticPerson,
): Promise<void> => {
  await approvedOutput(stage);
  await askedByAuditor(stage, auditor, operator, person);
};
