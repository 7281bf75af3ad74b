import {
  type Department,
  departments,
  dutiesOf,
  type LinkedSystem,
  linkedSystems,
} from "../../shared/domain/departments.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import type { Role } from "../../shared/domain/roles.ts";
import { openCounter, resultsFile } from "../unit/support/counter.ts";
import { requestFor, requestList } from "./income-outputs.ts";
import { incomeOf } from "./incomes.ts";
import { type MarkedPerson, markedPeople } from "./leaks/marked-people.ts";
import type { openOffice } from "./office.ts";
import { acquisitionOf } from "./people.ts";
import { changeOf } from "./resident-changes.ts";

/** Somebody with one duty, in a department that gives it. */
export interface Who {
  readonly role: Role;
  readonly department: Department;
  readonly system?: LinkedSystem;
}

export const named = ({ role, department, system }: Who) => system ?? `${role} of ${department}`;

export const everyone: readonly Who[] = [
  ...keysOf(departments)
    .filter((department) => department !== "linked-system")
    .flatMap((department) => dutiesOf[department].map((role): Who => ({ role, department }))),
  ...keysOf(linkedSystems).map((system): Who => ({ role: "system", department: "linked-system", system })),
];

const [known, stranger] = markedPeople(2, 91) as [MarkedPerson, MarkedPerson];
export const peopleOfTheScene = [known, stranger];

const income = () => ({ incomes: [incomeOf(known, 71_300_017)] });

/** A day on which there is something of everything: one 届出 accepted, one 審査済 in a run that waits, an output that waits. */
export const openScene = async () => {
  const counter = openCounter();
  const file = async (person: MarkedPerson, as = "clerk-1") =>
    String((await counter.file("acquisition", acquisitionOf(person), as)).body.filingId);
  const sent = await file(known);
  await counter.examine(sent);
  const { runId } = await counter.drive({ startedBy: "manager-2" });
  const accepted = await file(stranger, "examiner-3");
  const contentBase64 = requestList([requestFor(0)]);
  const made = await counter.ask("POST", "/v1/income-outputs", {
    as: "manager-2",
    roles: ["manager"],
    body: { kind: "request-answer", contentBase64 },
  });
  await counter.ask("POST", "/v1/residents/changes", {
    as: "registry",
    roles: ["system"],
    system: "resident-registry",
    body: { changes: [changeOf(known, "moved-out-abroad", { changeId: "J-7" })] },
  });
  return { counter, sent, accepted, runId, outputId: String(made.body.outputId) };
};

export type Scene = Awaited<ReturnType<typeof openScene>>;
type Asked = NonNullable<Parameters<ReturnType<typeof openOffice>["ask"]>[2]>;
type Attempt = (scene: Scene) => readonly [method: "GET" | "POST", path: string, asked?: Asked];

interface Thing {
  readonly attempt: Attempt;
  /** Who may: all others are refused. */
  readonly may: readonly string[];
}

const window = ["clerk of pension", "clerk of district-office", "examiner of pension"];
const office = ["clerk of pension", "examiner of pension", "manager of pension"];
const operator = "operator of operations";
const desk = ["examiner of pension", "manager of pension"];
const purpose = "filing";
const results = { contentBase64: Buffer.from(resultsFile([{ basicPensionNumber: "9999999999" }])).toString("base64") };
const approve = { body: { decision: "approve" } };

/** What is tried, by everybody who may not. The lists of who may are written here by hand, apart from operations and policies. */
export const things: Readonly<Record<string, Thing>> = {
  届出を受け付ける: {
    attempt: () => ["POST", "/v1/filings/acquisition", { key: "forbidden-1", body: acquisitionOf(stranger) }],
    may: window,
  },
  届出を取り下げる: {
    attempt: ({ accepted }) => [
      "POST",
      `/v1/filings/${accepted}/actions`,
      { body: { action: "withdraw", note: "申出" } },
    ],
    may: window,
  },
  届出を審査する: {
    attempt: ({ accepted }) => ["POST", `/v1/filings/${accepted}/actions`, { body: { action: "examine" } }],
    may: ["examiner of pension"],
  },
  届出を見る: {
    attempt: ({ accepted }) => ["GET", `/v1/filings/${accepted}`],
    may: [...office, "clerk of district-office"],
  },
  受付処理簿を見る: { attempt: () => ["GET", "/v1/filings"], may: [...office, "clerk of district-office"] },
  被保険者を見る: {
    attempt: () => ["GET", `/v1/people/${known.atenaNumber}`, { purpose }],
    may: [...office, "clerk of district-office"],
  },
  資格の履歴を見る: {
    attempt: () => ["GET", `/v1/people/${known.atenaNumber}/ledger`, { purpose }],
    may: [...office, "clerk of district-office"],
  },
  個人番号で人を探す: {
    attempt: () => ["POST", "/v1/people/search", { purpose, body: { individualNumber: known.individualNumber } }],
    may: [...office, "clerk of district-office"],
  },
  所得を見る: {
    attempt: () => ["GET", `/v1/incomes/${known.atenaNumber}`, { purpose, query: { year: "2025" } }],
    may: office,
  },
  税システムに所得を尋ねる: {
    attempt: () => ["POST", "/v1/incomes/references", { body: { atenaNumber: known.atenaNumber, year: 2025 } }],
    may: ["clerk of pension", "examiner of pension"],
  },
  進達を始める: { attempt: () => ["POST", "/v1/transmittals", { body: {} }], may: desk },
  進達を見る: { attempt: ({ runId }) => ["GET", `/v1/transmittals/${runId}`], may: [...desk, operator] },
  進達を承認する: {
    attempt: ({ runId }) => ["POST", `/v1/transmittals/${runId}/decision`, approve],
    may: ["manager of pension"],
  },
  止まった進達を動かす: {
    attempt: ({ runId }) => ["POST", `/v1/transmittals/${runId}/resume`, { body: {} }],
    may: ["manager of pension", operator],
  },
  所得情報を機構へ出力する: {
    attempt: () => ["POST", "/v1/income-outputs", { body: { kind: "continuation", year: 2026 } }],
    may: desk,
  },
  所得情報の出力を承認する: {
    attempt: ({ outputId }) => ["POST", `/v1/income-outputs/${outputId}/decision`, approve],
    may: ["manager of pension"],
  },
  一覧表を出す: { attempt: () => ["GET", "/v1/lists/register"], may: desk },
  一括処理を動かす: {
    attempt: () => ["POST", "/v1/batches", { body: { kind: "age-60", month: "2026-11" } }],
    may: desk,
  },
  処理結果一覧を取り込む: {
    attempt: () => ["POST", "/v1/results", { body: results }],
    may: [...desk, "results-intake"],
  },
  住民記録の異動を取り込む: {
    attempt: () => [
      "POST",
      "/v1/residents/changes",
      { body: { changes: [changeOf(known, "died", { changeId: "J-9" })] } },
    ],
    may: ["examiner of pension", "resident-registry"],
  },
  住民記録の異動を確認する: {
    attempt: () => ["POST", "/v1/residents/changes/J-7/decision", { body: { decision: "dismiss", note: "確認した" } }],
    may: ["clerk of pension", "examiner of pension"],
  },
  所得情報を取り込む: {
    attempt: () => ["POST", "/v1/incomes", { body: income() }],
    may: ["examiner of pension", "tax"],
  },
};

/** One try, as `who`. */
export const attempt = (scene: Scene, thing: string, { role, department, system }: Who, as: string) => {
  const [method, path, asked = {}] = (things[thing] as Thing).attempt(scene);
  return scene.counter.ask(method, path, { ...asked, as, roles: [role], department, ...(system ? { system } : {}) });
};
