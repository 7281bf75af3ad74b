import { type IncomeOutput, stepsOfOutput } from "../../shared/stores/income-outputs.ts";
import type { Fault } from "./faulty-database.ts";
import {
  answerLines,
  examiner,
  exempted,
  incomeOf,
  manager,
  putIncome,
  putOnFile,
  requestFor,
  requestList,
} from "./income-outputs.ts";
import { copyOf, openStores, restartingOffice, type Stores } from "./restarting-office.ts";

/** Three people on file, two with 所得情報, all exempted in the year before: something for every kind of output. */
export const preparedStores = async (): Promise<Stores> => {
  const stores = openStores();
  for (const nth of [0, 1, 2]) {
    const person = await putOnFile(stores, nth, [exempted("full", "2025-07", "2026-06")]);
    if (nth < 2) await putIncome(stores, person, incomeOf());
  }
  return stores;
};

/** Lines of a list of two steps that ask for somebody; all others cannot be read, and cost nothing. */
const readable = [0, 1, 399, 400, 402];
const lineCount = 404;

const longList = (): string => {
  const file = Buffer.from(
    requestList(
      Array.from({ length: lineCount }, (_, at) => requestFor(readable.includes(at) ? readable.indexOf(at) % 4 : 0)),
    ),
    "base64",
  );
  for (let at = 0; at < lineCount; at += 1) if (!readable.includes(at)) file.write("x", 72 * (at + 1) + 13);
  return file.toString("base64");
};

const bodies = {
  list: { kind: "request-answer", contentBase64: longList() },
  continuation: { kind: "continuation", year: 2026 },
  encouragement: { kind: "encouragement", year: 2026 },
} as const;
export type OutputStory = keyof typeof bodies;

/** The access trail says by throwing that it could not be kept: then nothing was shown, and the caller asks again. */
const foreseen = /^(InjectedFault|Error: the access trail could not be written)/;

/** An output from its start to its release, with calls that fail; what is true of it afterwards. */
export const outputStory = async (base: Stores, story: OutputStory, faults: readonly Fault[]) => {
  const stores = await copyOf(base);
  const office = restartingOffice(stores, faults);
  const made = await office.insist("POST", "/v1/income-outputs", { ...examiner, body: bodies[story] });
  const { outputId } = made.body;
  await office.insist("POST", `/v1/income-outputs/${outputId}/decision`, { ...manager, body: { decision: "approve" } });
  const calls = office.plan.calls();
  await office.plan.land();
  const outputs = stores.database
    .dump("transmittals")
    .filter(({ pk }) => pk === "INCOME-OUTPUTS")
    .map(({ sk, state, lines, examined, counts }) => ({ sk, state, lines, examined, counts }));
  const steps = await stepsOfOutput(stores.database, outputId);
  const out = [...stores.outbox.files].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    calls,
    surprises: office.surprises().filter((error) => !foreseen.test(error)),
    told: {
      outputs: outputs as readonly Partial<IncomeOutput>[],
      lines: steps.map(({ lines }) => lines),
      files: out.map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]),
    },
  };
};

/** What a right answer to the long list says, line by line. */
export const longListAnswered = (base64: string) => {
  const lines = answerLines(Buffer.from(base64, "base64"));
  return {
    sequence: lines.map(({ sequence }) => Number(sequence)),
    identified: lines.flatMap(({ basicPensionNumber }, at) => (basicPensionNumber === undefined ? [] : [at])),
    numbers: lines.flatMap(({ basicPensionNumber }) => basicPensionNumber ?? []),
  };
};

export const longListAsked = {
  sequence: Array.from({ length: lineCount }, (_, at) => at + 1),
  identified: readable,
  numbers: readable.map((_, nth) => requestFor(nth % 4).basicPensionNumber),
};
