import { addDays } from "../../shared/law/calendar.ts";
import { wardPeople, wardSeed } from "../local/after-deployment.ts";
import type { SyntheticPerson } from "../ward/person.ts";
import { ledgerAnswer, listAnswer } from "./answers.ts";
import { acquisitionBody, newcomerWithRareName } from "./cast.ts";
import { filingAnswer } from "./client.ts";
import { fileAll, tryFaults } from "./counter.ts";
import { importFile, resultFile, resultOf } from "./jps.ts";
import { act, examineAll, type Stage, type Tracked } from "./stage.ts";
import { checkFiles, decide, startRun } from "./transmittal.ts";

/** A week of the office, from the counter to the closed filing: every step held to what it should be. */
export const officeWeek = async (stage: Stage, ward: readonly SyntheticPerson[]) => {
  const { report, clerk, examiner, today } = stage;

  report.step("窓口で届出を受け付けます");
  const filed = await fileAll(stage, ward);

  report.step("誤った入力と二重の送信");
  await tryFaults(stage, filed);

  report.step("書類の足りない届出は補正待ちになり、補正して受理します");
  const newcomer = newcomerWithRareName({ seed: wardSeed, people: wardPeople }, today);
  const rareBody = acquisitionBody(newcomer, addDays(today, -5), today);
  const lacking = await clerk.post("/v1/filings/acquisition", {
    key: "demo-lacking",
    body: { ...rareBody, documents: [] },
  });
  const lackingFiling = filingAnswer.parse(lacking.body);
  report.holds("添付書類がなければ補正待ち", [lacking.status, lackingFiling.status], [201, "awaiting-correction"]);
  report.holds(
    "書類がそろえば受理",
    await act(clerk, lackingFiling.filingId, { action: "correct", filing: rareBody }),
    "accepted",
  );
  const rare: Tracked = { filingId: lackingFiling.filingId, flow: "acquisition", person: newcomer, body: rareBody };

  report.step("審査します");
  await examineAll(stage, [...filed, rare]);

  report.step("週次の進達: 管理責任者が一度差し戻します");
  const refused = await startRun(stage);
  report.tell(`${refused.runId}: ${refused.members.length}件を集めた`);
  const stopped = refused.members.filter(({ state }) => state === "stopped");
  report.holds(
    "媒体に書けない氏名の届出が1件、理由とともに外れた",
    stopped.map(({ filingId }) => filingId),
    [rare.filingId],
  );
  report.tell(stopped[0]?.reasons[0]?.message ?? "");
  await decide(
    stage,
    refused.runId,
    { decision: "refuse", reason: "件数を確かめてからもう一度出してください" },
    "reopened",
  );
  report.holds("承認のない進達からは何も外へ出ていない", await stage.released(refused.runId), []);

  report.step("外れた届出を、書ける字の氏名に補正します");
  await act(examiner, rare.filingId, {
    action: "return-for-correction",
    note: "媒体に書ける字での届出をお願いしました",
  });
  const plainName = { ...rareBody, person: { ...rareBody.person, name: rareBody.person.name.replaceAll("𠮷", "吉") } };
  await act(clerk, rare.filingId, { action: "correct", filing: plainName });
  await examineAll(stage, [rare]);
  const all = [...filed, rare];

  report.step("もう一度進達し、承認します");
  const run = await startRun(stage);
  report.holds(
    "差し戻された届出も補正した届出もすべて入った",
    run.members.map(({ filingId, state }) => `${filingId} ${state}`),
    all.map(({ filingId }) => `${filingId} included`).sort(),
  );
  const own = await examiner.post(`/v1/transmittals/${run.runId}/decision`, { body: { decision: "approve" } });
  report.holds("管理責任者でなければ承認できない", own.status, 403);
  const released = await decide(stage, run.runId, { decision: "approve" }, "released");
  await checkFiles(stage, released);

  report.step("日本年金機構の処理結果一覧を取り込みます(架空の結果)");
  const outcomes = all.map((filing, at) => ({
    filing,
    result: (["returned", "rejected", "amended"] as const)[at] ?? ("approved" as const),
  }));
  const stranger = { basicPensionNumber: "9909999999", form: "A01", result: "approved", processedOn: today } as const;
  const bytes = resultFile([...outcomes.map(({ filing, result }) => resultOf(filing, result, today)), stranger], today);
  const imported = await importFile(stage, bytes);
  report.tell(JSON.stringify(imported.counts));
  report.holds("件数が合い、知らない番号の1行だけが突合できない", imported.counts, {
    approved: all.length - 3,
    rejected: 1,
    returned: 1,
    amended: 1,
    unmatched: 1,
  });
  const repeated = await importFile(stage, bytes);
  report.holds(
    "同じファイルをもう一度取り込んでも変わらない",
    [repeated.status, repeated.counts],
    [200, imported.counts],
  );

  report.step("返戻を補正してもう一度進達し、却下と訂正を完了にします");
  const [returned, rejected, amended] = all;
  if (!returned || !rejected || !amended) throw new Error("too few filings");
  await act(clerk, returned.filingId, { action: "correct", filing: returned.body });
  await examineAll(stage, [returned]);
  const second = await startRun(stage);
  await decide(stage, second.runId, { decision: "approve" }, "released");
  const final = await importFile(stage, resultFile([resultOf(returned, "approved", today)], today));
  report.holds("返戻の届出が承認された", final.counts.approved, 1);
  report.holds("却下の届出を閉じた", await act(clerk, rejected.filingId, { action: "close" }), "closed");
  report.holds("訂正の届出を閉じた", await act(clerk, amended.filingId, { action: "close" }), "closed");

  report.step("受付処理簿と資格の履歴を見ます");
  const register = listAnswer.parse((await clerk.get(`/v1/filings?from=${today}&to=${today}&limit=200`)).body);
  report.holds("受け付けた件数と処理簿の件数が合う", register.filings.length, all.length);
  report.holds(
    "すべて完了した",
    register.filings.map(({ status }) => status),
    all.map(() => "closed"),
  );
  const ledger = ledgerAnswer.parse((await clerk.get(`/v1/people/${returned.person.atenaNumber}/ledger`)).body);
  report.holds(
    "返戻の後に承認された資格は確定している",
    [ledger.period?.category, ledger.period?.fromStanding],
    ["1", "confirmed"],
  );
  const undone = ledgerAnswer.parse((await clerk.get(`/v1/people/${rejected.person.atenaNumber}/ledger`)).body);
  report.holds("却下された届出の資格は残らない", undone.period, null);
};
