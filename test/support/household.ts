import { composeResults } from "../../shared/documents/results-composer.ts";
import type { AtenaNumber } from "../../shared/domain/ids.ts";
import { type Instant, plainDate } from "../../shared/law/calendar.ts";
import { memoryMasterKey } from "../../shared/protection/master-key.ts";
import { memoryDatabase } from "../../shared/stores/memory-database.ts";
import { filingOf } from "./every-flow.ts";
import { headOf, incomeOf, spouseOf } from "./incomes.ts";
import { type MarkedPerson, markedPeople } from "./leaks/marked-people.ts";
import { openOffice } from "./office.ts";
import { received } from "./requests.ts";
import { changeOf } from "./resident-changes.ts";

const linked = { as: "linked-zz7", roles: ["system"] } as const;
const clerk = { as: "clerk-zz7", roles: ["clerk"] } as const;
const examiner = { as: "examiner-zz7", roles: ["examiner"] } as const;
const manager = { as: "manager-zz7", roles: ["manager"] } as const;
/** How whoever did something is known to the system; none of it is told. */
export const accounts = ["linked-zz7", "clerk-zz7", "examiner-zz7", "manager-zz7", "session-of-", "t-01"];

/** Two people of one household, of whom everything can be told apart. */
export const couple = (seed: number): readonly [MarkedPerson, MarkedPerson] => {
  const [one, other] = markedPeople(2, seed).map((person, at) => ({
    ...person,
    atenaNumber: person.atenaNumber as AtenaNumber,
    name: `${["甲野", "乙山"][at]}　${person.name}`,
    nameKana: `${["コウノ", "オツヤマ"][at]}　${person.nameKana}`,
    phoneNumber: `08${person.individualNumber?.slice(3)}`,
  }));
  if (!one || !other) throw new Error("the generated ward has too few people of working age");
  return [one, other];
};

/** What 所得情報 of one says of the other as spouse and of a head of the household, in yen that nothing else has. */
export const othersYen = (nth: number) => ({ spouse: 82_400_029 + nth * 1_013, head: 93_500_051 + nth * 1_019 });
export const ownYen = (nth: number) => 1_300_017 + nth * 1_009;

/** Two people of one household with something in every store, each told of in the other's. */
export const household = async (seed = 71) => {
  const database = memoryDatabase();
  const master = memoryMasterKey();
  const office = openOffice({ database, master });
  const people = couple(seed);
  const later = (minutes: number) => {
    office.time.now = new Date(Date.parse(office.time.now) + minutes * 60_000).toISOString() as Instant;
  };
  let keys = 0;
  const done = async (...ask: Parameters<typeof office.ask>) => {
    const answer = await office.ask(...ask);
    if (answer.status >= 300) throw new Error(JSON.stringify([ask[1], answer]));
    return answer.body;
  };
  const file = (flow: string, body: object) => {
    keys += 1;
    return done("POST", `/v1/filings/${flow}`, { ...clerk, key: `household-${String(keys).padStart(4, "0")}`, body });
  };
  const acquired: string[] = [];
  for (const [nth, person] of people.entries()) {
    const other = people[1 - nth] ?? person;
    const { atenaNumber, basicPensionNumber, birthDate } = person;
    const gained = { on: "2024-06-03", details: { cause: "moved-into-japan" }, documents: ["passport"] as const };
    const { filingId } = await file("acquisition", filingOf(person, { flow: "acquisition", ...gained }));
    acquired.push(filingId);
    const { spouse, head } = othersYen(nth);
    const row = { ...incomeOf(person, ownYen(nth)), ...spouseOf(spouse), ...headOf(head, { headDependants: 1 }) };
    await done("POST", "/v1/incomes", { ...linked, system: "tax", body: { incomes: [row] } });
    await file("exemption-application", {
      ...filingOf(person, { flow: "exemption-application", on: "2026-07-15" }),
      details: {
        from: "2026-07",
        until: "2027-06",
        wish: [],
        spouse: { name: other.name, birthDate: other.birthDate, individualNumber: other.individualNumber },
        headOfHousehold: "other",
        grounds: [],
        continuation: true,
      },
    });
    const raised = { ...row, insuredIncome: ownYen(nth) + 1, insuredIncomeAfterDeductions: ownYen(nth) + 1 };
    await done("POST", "/v1/incomes", { ...linked, system: "tax", body: { incomes: [raised] } });
    await done("POST", "/v1/people/search", { ...clerk, purpose: "counter-inquiry", body: { basicPensionNumber } });
    await done("POST", "/v1/people/search", { ...clerk, purpose: "counter-inquiry", body: { birthDate } });
    await done("GET", `/v1/people/${atenaNumber}`, { ...clerk, purpose: "jps-inquiry" });
    for (const system of ["family-registry", "national-health-insurance"] as const)
      await done("GET", `/v1/provisions/${atenaNumber}`, { ...linked, system });
    const change = changeOf(person, "household-changed", { changeId: `J-${nth}` });
    await done("POST", "/v1/residents/changes", {
      ...linked,
      system: "resident-registry",
      body: { changes: [change] },
    });
  }
  later(120);
  for (const [nth, person] of people.entries()) {
    const { filingId } = await file("ex-officio-correction", {
      ...filingOf(person, { flow: "ex-officio-correction", on: "2026-11-20", filer: "ex-officio" }),
      documents: ["basis-of-ex-officio"],
      details: { turn: "acquired", recordedOn: "2024-06-03", correctOn: "2020-06-10" },
    });
    await done("POST", `/v1/corrections/${filingId}/notices`, examiner);
    await done("POST", `/v1/filings/${acquired[nth]}/actions`, { ...examiner, body: { action: "examine" } });
  }
  const { runId } = await office.drive();
  await done("POST", `/v1/transmittals/${runId}/decision`, { ...manager, body: { decision: "approve" } });
  await office.step({ step: "release", runId });
  const results = people.map(({ basicPensionNumber = "" }, nth) => ({
    basicPensionNumber,
    filingId: acquired[nth] ?? "",
    form: "A01",
    result: "approved" as const,
    processedOn: plainDate("2026-11-30"),
  }));
  const listed = { wardCode: "13110", runId: "T20261130-000001", createdOn: plainDate("2026-11-30") };
  const contentBase64 = Buffer.from(composeResults(results, listed)).toString("base64");
  await done("POST", "/v1/results", { ...examiner, body: { contentBase64 } });
  const lost = people.map(({ atenaNumber }) => ({ atenaNumber, lostOn: "2026-11-01" }));
  await done("POST", "/v1/batches", { ...examiner, body: { kind: "health-insurance-loss", rows: lost } });
  for (const { atenaNumber } of people) {
    await received(office, "disclosure", atenaNumber);
    const requestId = await received(office, "suspension", atenaNumber);
    const body = { requestId, atenaNumber, scopes: ["use"], until: null };
    await done("POST", "/v1/suspensions", { ...manager, body: { ...body, documentNumber: "8目国発第12号" } });
    const held = { atenaNumber, reason: "inspection", documentNumber: "8国年第1号", until: null };
    await done("POST", "/v1/holds", { ...manager, body: held });
  }
  later(30);
  return { database, master, people, office, now: office.time.now };
};
export type Household = Awaited<ReturnType<typeof household>>;
