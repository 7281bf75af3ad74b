import { createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import type { PersonId } from "../../shared/domain/ids.ts";
import { ledgerEntry } from "../../shared/domain/ledger-events.ts";
import { monthOf } from "../../shared/law/calendar.ts";
import { cycleMonths, cycleYear } from "../../shared/law/year-cycle.ts";
import { memoryMasterKey } from "../../shared/protection/master-key.ts";
import { seal } from "../../shared/protection/seal.ts";
import type { Database, Item, Key, Query } from "../../shared/stores/database.ts";
import { incomeKey } from "../../shared/stores/incomes.ts";
import { keyring, personKeyRow } from "../../shared/stores/keyring.ts";
import type { TableName } from "../../shared/stores/tables.ts";
import { takeoverEvents } from "../../tools/ward/load-ward.ts";
import type { SyntheticPerson } from "../../tools/ward/person.ts";
import { type Random, randomFrom } from "../../tools/ward/random.ts";
import { applicantsOnFile, clock, newcomers, today } from "./applicants.ts";
import { drawnIncome } from "./drawn-incomes.ts";
import { quietDatabase } from "./quiet-database.ts";

/** 免除年度 of the run, and the year of income that decides it. */
export const exemptionYear = cycleYear("exemption", monthOf(today));
export const incomeYear = exemptionYear - 1;

const letters = Array.from("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");
const models = 2_000;
const placeholder = "0000000000";

export const numberOf = (nth: number) => String(9_900_000_000 + nth);

/** The `nth` of the ward. Pseudonyms are spread over all first letters and sort by their number. */
const personOf = (nth: number) =>
  `${letters[nth % letters.length]}${String(Math.floor(nth / letters.length)).padStart(26, "0")}` as PersonId;
const nthOf = (person: string) => Number(person.slice(1)) * letters.length + letters.indexOf(person.slice(0, 1));

interface Model {
  /** The snapshot as text, its 基礎年金番号 still to be put in. */
  readonly snapshot: string;
  readonly income: string;
}

const modelOf = (person: SyntheticPerson, random: Random): Model => {
  const { from, until } = cycleMonths("exemption", exemptionYear - 1);
  const entry = ledgerEntry.parse({
    id: "000001",
    recordedAt: clock(),
    recordedBy: "takeover",
    source: { kind: "takeover" },
    events: [
      ...takeoverEvents({ ...person, basicPensionNumber: placeholder }),
      { kind: "exempted", type: "full", from, until, reason: "income" },
    ],
  });
  const last = person.history.at(-1);
  const category = last?.until === null ? last.category : "none";
  return {
    snapshot: JSON.stringify({ entries: [entry] }),
    income: JSON.stringify(drawnIncome(random, category)),
  };
};

/** People of working age, as they are: those who are on file and have something to file, and the rest. */
const drawModels = (): Model[] => {
  const random = randomFrom(17);
  const people = [...applicantsOnFile(models / 2, 5), ...newcomers(models / 2, 6)];
  return people.map(({ person }) => modelOf(person, random));
};

/**
 * A ward of any size in no memory: rows are made, sealed under keys of their own, when they are read, and what is made is
 * forgotten with the next page. `making` is the CPU that went into it, in microseconds: nobody's work but the bench's.
 */
export const incomeWard = async (people: number, seekable: boolean) => {
  const kept = quietDatabase();
  const master = memoryMasterKey();
  const keys = keyring(kept, master, clock);
  const index = await keys.index();
  await keys.issue(personOf(0));
  const branch = clock().slice(0, 4);
  const [branchRow] = await kept.getAll([{ table: "keys", key: { pk: `BRANCH#${branch}`, sk: "KEY" } }]);
  const branchKey = await master.unwrap(branchRow?.wrapped as Uint8Array, {
    "kokunen:purpose": "branch",
    "kokunen:name": branch,
  });
  const drawn = drawModels();
  const ward = { making: 0 };
  const secrets = new Map<string, KeyObject>();
  const numbers = new Map<string, number>();
  for (let nth = 0; seekable && nth < people; nth += 1)
    numbers.set(index.of("basic-pension-number", numberOf(nth)), nth);

  const secretOf = (person: PersonId): KeyObject => {
    const known = secrets.get(person);
    if (known) return known;
    const made = createSecretKey(randomBytes(32));
    secrets.set(person, made);
    return made;
  };
  const keyRow = (person: PersonId): Item => {
    const row = personKeyRow(person);
    const place = { table: "keys", ...row, attribute: "wrapped" };
    return { ...row, branch, wrapped: seal(branchKey, place, secretOf(person).export()), version: 1 };
  };
  const sealed = (person: PersonId, table: "people" | "incomes", key: Key): Item => {
    const nth = nthOf(person);
    const model = drawn[(nth * 7919) % drawn.length];
    if (!model) throw new Error("no model");
    const text = table === "incomes" ? model.income : model.snapshot.replace(placeholder, numberOf(nth));
    const place = { table, ...key, attribute: "sealed" };
    return { ...key, version: 1, sealed: seal(secretOf(person), place, Buffer.from(text)) };
  };
  const personAt = (sk: string) => sk.slice("PERSON#".length) as PersonId;

  const isMade = (table: TableName, key: Key) => table === "incomes" || key.pk.startsWith("PERSON#");
  const rowOf = (table: TableName, key: Key): Item | undefined => {
    const person = personAt(table === "incomes" ? key.sk : key.pk);
    if (nthOf(person) >= people) return undefined;
    if (table === "keys") return keyRow(person);
    return table === "people" || table === "incomes" ? sealed(person, table, key) : undefined;
  };

  const pageOf = ({ table, pk, limit = 1, after }: Query): Item[] => {
    if (pk.startsWith("FIND#basic-pension-number#")) {
      const nth = numbers.get(pk.slice("FIND#basic-pension-number#".length));
      return nth === undefined ? [] : [{ pk, sk: `PERSON#${personOf(nth)}` }];
    }
    secrets.clear();
    const byYear = table === "incomes";
    const step = byYear ? letters.length : 1;
    const rows: Item[] = [];
    const first = byYear ? letters.indexOf(pk.at(-1) ?? "") : 0;
    for (
      let nth = after === undefined ? first : nthOf(personAt(after)) + step;
      nth < people && rows.length < limit;
      nth += step
    ) {
      const person = personOf(nth);
      const key = incomeKey(person, incomeYear);
      rows.push(byYear ? sealed(person, "incomes", key) : { pk, sk: key.sk });
    }
    return rows;
  };

  /** Made in one go, so that nothing else is counted with it. */
  const apart = <T>(work: () => T): T => {
    const before = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(before);
    ward.making += user + system;
    return result;
  };
  const database: Database = {
    getAll: async (wanted) =>
      wanted.every(({ table, key }) => isMade(table, key))
        ? apart(() => wanted.map(({ table, key }) => rowOf(table, key)))
        : kept.getAll(wanted),
    query: async (asked) =>
      asked.table === "incomes" || asked.pk.startsWith("FIND#") ? apart(() => pageOf(asked)) : kept.query(asked),
    transact: kept.transact,
  };
  return { ward, database, keyring: keys };
};
