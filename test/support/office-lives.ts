import { composeResults } from "../../shared/documents/results-composer.ts";
import { plainDate, plainMonth } from "../../shared/law/calendar.ts";
import { filingOf } from "../../shared/stores/filings.ts";
import { openOffice } from "./office.ts";
import { acquisitionOf, applicants, changeFrom2Of, lossOf } from "./people.ts";
import { openStores, type RestartingOffice, type Stores } from "./restarting-office.ts";

/** 届出 by the Idempotency-Key they were filed under, as the 201 named them. */
export type Filed = Map<string, string>;

interface Scene {
  readonly office: RestartingOffice;
  readonly filed: Filed;
}

type Deed = (scene: Scene) => Promise<void>;

const people = applicants(4);
const [one, two, three, four] = people as [
  (typeof people)[number],
  (typeof people)[number],
  (typeof people)[number],
  (typeof people)[number],
];

const expectStatus = (answer: { status: number; body: { code?: string } }, ...allowed: (number | string)[]) => {
  if (!allowed.includes(answer.status) && !allowed.includes(answer.body.code ?? ""))
    throw new Error(`answered ${answer.status} ${JSON.stringify(answer.body)}`);
};

const file =
  (key: string, flow: string, body: object): Deed =>
  async ({ office, filed }) => {
    const answer = await office.insist("POST", `/v1/filings/${flow}`, { key, body });
    expectStatus(answer, 201);
    const before = filed.get(key);
    if (before !== undefined && before !== answer.body.filingId) throw new Error("one key, two filings");
    filed.set(key, answer.body.filingId);
  };

const refused =
  (key: string, flow: string, body: object): Deed =>
  async ({ office }) =>
    expectStatus(await office.insist("POST", `/v1/filings/${flow}`, { key, body }), "filing-refused");

/** A step whose answer was lost is found taken when it is asked for again. */
const act =
  (key: string, body: { action: string; note?: string; filing?: object }): Deed =>
  async ({ office, filed }) => {
    const answer = await office.insist("POST", `/v1/filings/${filed.get(key)}/actions`, {
      as: body.action === "examine" ? "examiner-2" : "examiner-1",
      roles: ["examiner"],
      body,
    });
    expectStatus(answer, 200, "transition-refused");
  };

const atOnce =
  (...deeds: Deed[]): Deed =>
  async (scene) => {
    await Promise.all(deeds.map((deed) => deed(scene)));
  };

/** Two requests of which the law leaves room for one: whichever comes first. */
const rivals =
  (keys: readonly [string, string], flow: string, body: object): Deed =>
  async ({ office, filed }) => {
    const answers = await Promise.all(
      keys.map(async (key) => ({ key, ...(await office.insist("POST", `/v1/filings/${flow}`, { key, body })) })),
    );
    for (const answer of answers) expectStatus(answer, 201, "filing-refused");
    const taken = answers.filter(({ status }) => status === 201);
    if (taken.length !== 1) throw new Error(`${taken.length} of two rivals were taken`);
    for (const { key, body } of taken) filed.set(key, body.filingId);
  };

const acquisition = acquisitionOf(one);
const note = "届書の記入を確かめてください";

/** What the request path goes through, each as the deeds of one story. */
export const filingLives = {
  "one 届出": [file("filing-1", "acquisition", acquisition)],
  "受付, then 受理 and 審査": [
    file("filing-1", "acquisition", { ...acquisition, intake: "receive" }),
    act("filing-1", { action: "accept" }),
    act("filing-1", { action: "examine" }),
  ],
  "補正待ち, then 補正 and 審査": [
    file("filing-1", "acquisition", { ...acquisition, documents: [] }),
    act("filing-1", { action: "correct", filing: acquisition }),
    act("filing-1", { action: "examine" }),
  ],
  返して補正: [
    file("filing-1", "change-from-category-2", changeFrom2Of(two)),
    act("filing-1", { action: "return-for-correction", note }),
    act("filing-1", { action: "correct", filing: changeFrom2Of(two) }),
  ],
  "審査済, then 取下げ": [
    file("filing-1", "acquisition", acquisition),
    act("filing-1", { action: "examine" }),
    act("filing-1", { action: "withdraw", note }),
  ],
  "two 届出 of one person": [
    file("filing-1", "acquisition", acquisition),
    file("filing-2", "loss", lossOf(one)),
    act("filing-2", { action: "examine" }),
  ],
  "a 届出 that the record stands against": [refused("filing-1", "loss", lossOf(one))],
  "the same request from two windows at once": [
    atOnce(file("filing-1", "acquisition", acquisition), file("filing-1", "acquisition", acquisition)),
  ],
  "the same 受付 of someone on file from two windows at once": [
    file("filing-1", "acquisition", acquisition),
    atOnce(
      file("filing-2", "loss", { ...lossOf(one), intake: "receive" }),
      file("filing-2", "loss", { ...lossOf(one), intake: "receive" }),
    ),
  ],
  "two 届出 of one loss at once": [
    file("filing-1", "acquisition", acquisition),
    rivals(["filing-2", "filing-3"], "loss", lossOf(one)),
  ],
  "届出 of several people at once": [
    atOnce(
      file("filing-1", "acquisition", acquisition),
      file("filing-2", "acquisition", acquisitionOf(two)),
      file("filing-3", "change-from-category-2", changeFrom2Of(three)),
    ),
  ],
} as const satisfies Record<string, readonly Deed[]>;

const examiner = { as: "examiner-1", roles: ["examiner"] } as const;
export const manager = { as: "manager-1", roles: ["manager"] } as const;

/** Stores with four 届出 審査済: three kinds of report, and one name (𠮷) that the medium cannot carry. */
export const examinedStores = async (): Promise<Stores> => {
  const stores = openStores();
  const office = openOffice(stores);
  const filings = [
    ["acquisition", acquisitionOf(one)],
    ["change-from-category-2", changeFrom2Of(two)],
    ["acquisition", acquisitionOf(three)],
    ["acquisition", acquisitionOf({ ...four, name: "𠮷野　花子" })],
  ] as const;
  for (const [at, [flow, body]] of filings.entries()) {
    const answer = await office.ask("POST", `/v1/filings/${flow}`, { key: `examined-${at}`, body });
    expectStatus(answer, 201);
    const examined = await office.ask("POST", `/v1/filings/${answer.body.filingId}/actions`, {
      ...examiner,
      body: { action: "examine" },
    });
    expectStatus(examined, 200);
  }
  return stores;
};

/** The same, their run put together and waiting under the token `token`. */
export const sealedStores = async (): Promise<Stores & { readonly runId: string }> => {
  const stores = await examinedStores();
  const { runId } = await openOffice(stores).drive();
  return { ...stores, runId };
};

/** The same, sent out; `results` is what 日本年金機構 answers: 承認, 返戻, 訂正, and 継続審査 of the one whom the medium could not carry. */
export const transmittedStores = async (): Promise<Stores & { readonly results: Uint8Array }> => {
  const { runId, ...stores } = await sealedStores();
  const office = openOffice(stores);
  expectStatus(
    await office.ask("POST", `/v1/transmittals/${runId}/decision`, { ...manager, body: { decision: "approve" } }),
    200,
  );
  await office.step({ step: "release", runId });
  const numbers = new Map<string, string>();
  for (const [at, person] of [one, two, three].entries()) {
    const key = { key: `examined-${at}` };
    const again =
      at === 1
        ? await office.ask("POST", "/v1/filings/change-from-category-2", { ...key, body: changeFrom2Of(person) })
        : await office.ask("POST", "/v1/filings/acquisition", { ...key, body: acquisitionOf(person) });
    expectStatus(again, 201);
    numbers.set(again.body.filingId, person.basicPensionNumber ?? "");
  }
  const outcomes = ["approved", "returned", "amended"] as const;
  const flows = new Map(stores.database.dump("filings").map((item) => [item.sk, filingOf(item).flow]));
  const reviewed = {
    basicPensionNumber: four.basicPensionNumber ?? "",
    form: "B10-3",
    result: "approved",
    processedOn: plainDate("2026-11-30"),
    grants: [{ kind: "full", from: plainMonth("2026-07"), until: plainMonth("2027-06") }],
  } as const;
  const results = composeResults(
    [
      ...[...numbers].map(([filingId, basicPensionNumber], at) => ({
        basicPensionNumber,
        filingId,
        form: flows.get(filingId) === "acquisition" ? "A01" : "A03",
        result: outcomes[at] ?? "approved",
        processedOn: plainDate("2026-11-30"),
        ...(outcomes[at] === "amended" ? { amendedOn: plainDate("2026-11-17") } : {}),
      })),
      reviewed,
    ],
    { wardCode: "13110", runId: "T20261130-000001", createdOn: plainDate("2026-11-30") },
  );
  return { ...stores, results };
};
