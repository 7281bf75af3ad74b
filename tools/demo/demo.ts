import { createHash } from "node:crypto";
import type { ResultRecord } from "../../shared/documents/results.ts";
import { composeResults } from "../../shared/documents/results-composer.ts";
import { unmappableCodePoints } from "../../shared/documents/shift-jis.ts";
import { addDays, dayAt, type PlainDate } from "../../shared/law/calendar.ts";
import { wardPeople, wardSeed } from "../local/after-deployment.ts";
import { type LocalCloud, startLocalCloud } from "../local/local-cloud.ts";
import { localStores } from "../local/stores.ts";
import { checkPrerequisites } from "../prerequisites.ts";
import { generateWard } from "../ward/generate.ts";
import { factsOf, loadWard } from "../ward/load-ward.ts";
import type { SyntheticPerson } from "../ward/person.ts";
import { importAnswer, ledgerAnswer, listAnswer, runsAnswer } from "./answers.ts";
import { acquisitionBody, form, newcomerWithRareName, planFilings } from "./cast.ts";
import { type Desk, filingAnswer, openDesk, problemAnswer, type RunAnswer, runAnswer } from "./client.ts";
import { openReport, type Report } from "./report.ts";

interface Stage {
  readonly report: Report;
  readonly today: PlainDate;
  readonly clerk: Desk;
  readonly examiner: Desk;
  readonly manager: Desk;
}

/** A 届出 on its way, with what the demo needs to follow it. */
interface Tracked {
  readonly filingId: string;
  readonly flow: keyof typeof form;
  readonly person: SyntheticPerson;
  readonly body: Readonly<Record<string, unknown>>;
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const act = async (desk: Desk, filingId: string, body: object): Promise<string> => {
  const answer = await desk.post(`/v1/filings/${filingId}/actions`, { body });
  if (answer.status !== 200) throw new Error(`処理できませんでした: ${JSON.stringify(answer.body)}`);
  return filingAnswer.parse(answer.body).status;
};

const examineAll = async ({ report, examiner }: Stage, filings: readonly Tracked[]) => {
  const after = [];
  for (const { filingId } of filings) after.push(await act(examiner, filingId, { action: "examine" }));
  report.holds(
    `${filings.length}件を別の職員が審査した`,
    after,
    filings.map(() => "examined"),
  );
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const runOf = async (desk: Desk, runId: string): Promise<RunAnswer> =>
  runAnswer.parse((await desk.get(`/v1/transmittals/${runId}`)).body);

/** Looks every half second until the run is where it should be; a minute and it is given up. */
const reaches = async (desk: Desk, runId: string, state: string): Promise<RunAnswer> => {
  for (let looks = 0; looks < 120; looks += 1) {
    const run = await runOf(desk, runId);
    if (run.state === state) return run;
    await pause(500);
  }
  throw new Error(`進達が1分以内に${state}になりませんでした`);
};

/** Starts the workflow and gives the number of its run once it waits for approval. */
const startRun = async ({ examiner, manager }: Stage): Promise<RunAnswer> => {
  const before = new Set(runsAnswer.parse((await manager.get("/v1/transmittals")).body).runs.map((run) => run.runId));
  const started = await examiner.post("/v1/transmittals", { body: {} });
  if (started.status !== 202) throw new Error(`進達を始められませんでした: ${JSON.stringify(started.body)}`);
  for (let looks = 0; looks < 120; looks += 1) {
    const { runs } = runsAnswer.parse((await manager.get("/v1/transmittals")).body);
    const fresh = runs.find((run) => !before.has(run.runId));
    if (fresh) return reaches(manager, fresh.runId, "sealed");
    await pause(500);
  }
  throw new Error("進達が始まりませんでした");
};

const decide = async ({ manager }: Stage, runId: string, body: object, state: string) => {
  const decided = await manager.post(`/v1/transmittals/${runId}/decision`, { body });
  if (decided.status !== 200) throw new Error(`決定できませんでした: ${JSON.stringify(decided.body)}`);
  return reaches(manager, runId, state);
};

const checkFiles = async ({ report }: Stage, run: RunAnswer) => {
  const found = await Promise.all(
    run.files.map(async ({ url, sha256: promised }) => {
      const bytes = new Uint8Array(await (await fetch(url ?? "")).arrayBuffer());
      return sha256(bytes) === promised;
    }),
  );
  for (const { name, count, kind } of run.files) report.tell(`${name}${kind ? `(${count}件)` : ""}`);
  report.holds(
    `出力した${found.length}ファイルのSHA-256が目録と合う`,
    found,
    run.files.map(() => true),
  );
};

/** What JPS would send back: each filing by its 基礎年金番号 and 受付番号. */
const resultFile = (records: readonly Omit<ResultRecord, "line">[], today: PlainDate) =>
  composeResults(records, {
    wardCode: "13110",
    runId: `T${today.replaceAll("-", "")}-JPS001`,
    createdOn: today,
  });

const resultOf = (filing: Tracked, result: ResultRecord["result"], today: PlainDate): Omit<ResultRecord, "line"> => ({
  basicPensionNumber: filing.person.basicPensionNumber ?? "",
  filingId: filing.filingId,
  form: form[filing.flow],
  result,
  processedOn: today,
  ...(result === "approved" ? {} : { reasonCode: "01" }),
  ...(result === "amended" ? { amendedOn: addDays(String(filing.body.eventOn) as PlainDate, 1) } : {}),
});

const importFile = async ({ examiner }: Stage, bytes: Uint8Array) => {
  const answer = await examiner.post("/v1/results", { body: { contentBase64: Buffer.from(bytes).toString("base64") } });
  return { status: answer.status, ...importAnswer.parse(answer.body) };
};

const fileAll = async ({ report, clerk, today }: Stage, ward: readonly SyntheticPerson[]): Promise<Tracked[]> => {
  const mappable = ward.filter(
    ({ name, address }) => unmappableCodePoints("full-width", name + address.replace(/[!-~]/g, "")).length === 0,
  );
  const plan = planFilings(mappable, today);
  const filed: Tracked[] = [];
  for (const [at, { flow, person, body }] of plan.entries()) {
    const answer = await clerk.post(`/v1/filings/${flow}`, { key: `demo-filing-${at}`, body });
    if (answer.status !== 201) throw new Error(`${flow}: ${JSON.stringify(answer.body)}`);
    const { filingId, status } = filingAnswer.parse(answer.body);
    if (status !== "accepted") throw new Error(`${flow}: ${JSON.stringify(answer.body)}`);
    filed.push({ filingId, flow, person, body });
  }
  for (const flow of Object.keys(form)) report.tell(`${flow}: ${plan.filter((each) => each.flow === flow).length}件`);
  report.tell(`うち期限後の届出: ${plan.filter(({ late }) => late).length}件(受理し、日付は事実発生日による)`);
  report.holds("すべて受理された", filed.length, plan.length);
  return filed;
};

const tryFaults = async ({ report, clerk, examiner, today }: Stage, filed: readonly Tracked[]) => {
  const [first] = filed;
  if (!first) throw new Error("no filing");
  const again = await clerk.post(`/v1/filings/${first.flow}`, { key: "demo-filing-0", body: first.body });
  report.holds(
    "同じIdempotency-Keyと本文には最初の答え",
    [again.status, filingAnswer.parse(again.body).filingId],
    [201, first.filingId],
  );
  const other = await clerk.post(`/v1/filings/${first.flow}`, {
    key: "demo-filing-0",
    body: { ...first.body, counter: "north" },
  });
  report.holds(
    "同じ鍵で別の本文は断る",
    [other.status, problemAnswer.parse(other.body).code],
    [409, "idempotency-key-reused"],
  );
  const twice = await clerk.post("/v1/filings/acquisition", { key: "demo-second-acquisition", body: first.body });
  report.holds(
    "すでに資格のある人の資格取得届は断る",
    [twice.status, problemAnswer.parse(twice.body).errors.map(({ code }) => code)],
    [422, ["already-enrolled"]],
  );
  const facts = factsOf(first.person);
  const digit = String((Number(facts.individualNumber?.at(-1)) + 1) % 10);
  const wrong = { ...facts, individualNumber: `${facts.individualNumber?.slice(0, 11)}${digit}` };
  const misread = await clerk.post("/v1/filings/loss", {
    key: "demo-wrong-digit",
    body: { ...first.body, person: wrong },
  });
  report.holds("検査数字の違う個人番号は断る", misread.status, 400);
  report.holds("答えに個人番号は出ない", JSON.stringify(misread.body).includes(wrong.individualNumber), false);
  const flow = await clerk.post("/v1/filings/marriage", { key: "demo-unknown-flow", body: {} });
  report.holds("知らない手続は404", [flow.status, problemAnswer.parse(flow.body).code], [404, "unknown-flow"]);
  const forbidden = await clerk.post("/v1/transmittals", { body: {} });
  report.holds("窓口の職員は進達を始められない", forbidden.status, 403);
  const own = await examiner.get(`/v1/filings/${today.replaceAll("-", "")}-000000`);
  report.holds("ない受付番号は404", own.status, 404);
};

const play = async (stage: Stage, ward: readonly SyntheticPerson[]) => {
  const { report, clerk, examiner, manager, today } = stage;

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
  report.holds("差し戻しには承認なしに何も出ていない", (await runOf(manager, refused.runId)).state, "reopened");

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

const main = async () => {
  const say = (line: string) => console.log(line);
  if (!(await checkPrerequisites())) {
    process.exitCode = 1;
    return;
  }
  const report = openReport(say);
  report.step("ローカルのクラウドを始め、CDKアプリを配備します");
  let cloud: LocalCloud | undefined;
  const stop = async () => {
    await cloud?.stop();
    cloud = undefined;
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void stop().then(() => process.exit(130)));
  try {
    cloud = await startLocalCloud((line) => report.tell(line));
    const stores = localStores(cloud);
    const now = stores.clock();
    const today = dayAt(now);
    const ward = [...generateWard({ seed: wardSeed, people: wardPeople, today })];
    report.step(`架空の区の${ward.length}人を国民年金ファイルに載せます`);
    report.holds("全員が載った", await loadWard(ward, stores, now), ward.length);
    stores.close();
    const [clerk, examiner, manager] = await Promise.all([
      openDesk(cloud, "clerk-01", "clerk"),
      openDesk(cloud, "examiner-01", "examiner"),
      openDesk(cloud, "manager-01", "manager"),
    ]);
    await play({ report, today, clerk, examiner, manager }, ward);
    say(`\n終わりました。${report.summary()}`);
  } catch (error) {
    console.error(`\n✘ ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  } finally {
    await stop();
  }
};

await main();
