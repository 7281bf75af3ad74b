import { factsOf } from "../ward/load-ward.ts";
import type { SyntheticPerson } from "../ward/person.ts";
import { form, mappable, planFilings } from "./cast.ts";
import { filingAnswer, problemAnswer } from "./client.ts";
import type { Stage, Tracked } from "./stage.ts";

export const fileAll = async (
  { report, clerk, today }: Stage,
  ward: readonly SyntheticPerson[],
): Promise<Tracked[]> => {
  const plan = planFilings(mappable(ward), today);
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

export const tryFaults = async ({ report, clerk, examiner, today }: Stage, filed: readonly Tracked[]) => {
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
