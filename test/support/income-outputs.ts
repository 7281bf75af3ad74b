import { composeIncomeRequests, composeUnpaidList } from "../../shared/documents/income-lists-composer.ts";
import type { IncomeRequest } from "../../shared/documents/income-requests.ts";
import { incomeAnswers } from "../../shared/documents/layouts/income-answers.ts";
import { linesOf } from "../../shared/documents/record-lines.ts";
import { readRecord } from "../../shared/documents/record-reader.ts";
import type { UnpaidMonths } from "../../shared/documents/unpaid-list.ts";
import type { AtenaNumber, OfficerId } from "../../shared/domain/ids.ts";
import { type IncomeRecord, incomeRecord, type PersonalIncome } from "../../shared/domain/income-record.ts";
import type { LedgerEntry, LedgerEvent } from "../../shared/domain/ledger-events.ts";
import { personFacts } from "../../shared/domain/person.ts";
import { type Instant, type PlainMonth, plainDate, plainMonth } from "../../shared/law/calendar.ts";
import type { MasterKey } from "../../shared/protection/master-key.ts";
import type { Database } from "../../shared/stores/database.ts";
import { incomeKey, sealedIncome } from "../../shared/stores/incomes.ts";
import { keyring } from "../../shared/stores/keyring.ts";
import { loadedPerson, personRows, recordWrites } from "../../shared/stores/people.ts";
import type { Answer } from "./office.ts";
import { applicants } from "./people.ts";

interface Office {
  readonly database: Database;
  readonly master: MasterKey;
}

const at = "2026-01-05T01:00:00.000Z" as Instant;
const models = applicants(40, 23);

/** The `nth` generated person, with what the test says of them. */
export const modelOf = (nth: number, over: object = {}) => {
  const model = models[nth];
  if (!model) throw new Error("the generated ward has too few people of working age");
  return personFacts.parse({ ...model, birthDate: "1990-04-01", address: `目黒区架空町${nth + 1}番`, ...over });
};

const loadedOf = async ({ database, master }: Office, atenaNumber: AtenaNumber) => {
  const ring = keyring(database, master, () => at);
  const index = await ring.index();
  const personId = index.person(atenaNumber);
  return { index, loaded: await loadedPerson(personId, await database.getAll(personRows(personId)), ring) };
};

/** More events of somebody on file, or their first. */
export const record = async (
  office: Office,
  atenaNumber: AtenaNumber,
  events: readonly LedgerEvent[],
  source: LedgerEntry["source"] = { kind: "takeover" },
): Promise<void> => {
  const { index, loaded } = await loadedOf(office, atenaNumber);
  const { writes } = recordWrites(loaded, index, { at, by: "takeover" as OfficerId }, source, events);
  if (!(await office.database.transact(writes)).ok) throw new Error("not recorded");
};

const became1: LedgerEvent = { kind: "acquired", on: plainDate("2010-03-31"), category: "1", cause: "turned-20" };

/** Puts the `nth` person on file as 第1号, with whatever else is said of them. */
export const putOnFile = async (
  office: Office,
  nth: number,
  events: readonly LedgerEvent[] = [],
  over: object = {},
): Promise<AtenaNumber> => {
  const facts = modelOf(nth, over);
  await record(office, facts.atenaNumber, [{ kind: "registered", facts }, became1, ...events]);
  return facts.atenaNumber;
};

export const personal = (over: Partial<PersonalIncome> = {}): PersonalIncome => ({
  income: 500_000,
  incomeAfterDeductions: 400_000,
  circumstance: "none",
  dependants: 0,
  elderlyDependants: 0,
  specificDependants: 0,
  ...over,
});

export const unknownIncome = personal({ income: null, incomeAfterDeductions: null });

export const incomeOf = (over: Partial<IncomeRecord> = {}): IncomeRecord =>
  incomeRecord.parse({
    exists: "present",
    insured: personal(),
    spouse: null,
    head: null,
    continuationReview: false,
    unidentifiedReason: null,
    reference: { exemption: "full", deferment: "within", student: "within" },
    ...over,
  });

/** Keeps 所得情報 of somebody on file. */
export const putIncome = async (
  office: Office,
  atenaNumber: AtenaNumber,
  income: IncomeRecord,
  year = 2025,
): Promise<void> => {
  const { loaded } = await loadedOf(office, atenaNumber);
  const sealed = sealedIncome(loaded.personId, year, loaded.key, income);
  await office.database.transact([
    { kind: "put", table: "incomes", item: { ...incomeKey(loaded.personId, year), version: 1, sealed } },
  ]);
};

const list = { wardCode: "13110", runId: "K20261101-0001", createdOn: plainDate("2026-11-01") };
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

export const requestList = (requests: readonly IncomeRequest[], over: Partial<typeof list> = {}): string =>
  base64(composeIncomeRequests(requests, { ...list, ...over }));

export const unpaidList = (people: readonly UnpaidMonths[]): string => base64(composeUnpaidList(people, list));

/** A request for the `nth` person by their 基礎年金番号. */
export const requestFor = (nth: number, over: Partial<IncomeRequest> = {}): IncomeRequest => {
  const { basicPensionNumber, birthDate } = modelOf(nth);
  return {
    ...(basicPensionNumber === undefined ? {} : { basicPensionNumber }),
    birthDate,
    incomeYear: 2025,
    ...over,
  };
};

/** 法90条: months of 全額免除 or 納付猶予, as taken over from 日本年金機構 and so 確定. */
export const exempted = (
  type: "full" | "deferment" | "half" | "three-quarters",
  from: string,
  until: string,
  reason: "income" | "unemployment" | "aid" = "income",
): LedgerEvent => ({ kind: "exempted", type, from: plainMonth(from), until: plainMonth(until), reason });

export const months = (...all: string[]): ReadonlySet<PlainMonth> => new Set(all.map(plainMonth));

/** The data lines of a 所得情報回答, each as its fields read back. */
export const answerLines = (bytes: Uint8Array | undefined) => {
  if (!bytes) throw new Error("no such file");
  const lines = linesOf(bytes, incomeAnswers, 1_000_000) ?? [];
  return lines.slice(1, -1).map((line) => {
    const read = readRecord(incomeAnswers.data, line);
    if (!read.ok) throw new Error(read.message);
    return read.values;
  });
};

export const staged = (
  { staging }: { readonly staging: { readonly files: ReadonlyMap<string, Uint8Array> } },
  { body }: Answer,
) => staging.files.get(`income-outputs/${body.outputId}/${body.files[0]?.name}`);

export const examiner = { as: "examiner-1", roles: ["examiner"] } as const;
export const manager = { as: "manager-1", roles: ["manager"] } as const;
