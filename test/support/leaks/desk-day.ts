import { plainMonth } from "../../../shared/law/calendar.ts";
import { headOf, incomeCsv, incomeOf, recordEvents, spouseOf } from "../incomes.ts";
import { acquisitionOf } from "../people.ts";
import { changeOf, csvOf, newPersonValues } from "../resident-changes.ts";
import { amountsOf, type MarkedPerson } from "./marked-people.ts";
import { requestDay } from "./request-day.ts";
import type { WitnessedOffice } from "./witnessed-office.ts";

const linked = { as: "linked", roles: ["system"] } as const;
const examiner = { as: "examiner-1", roles: ["examiner"] } as const;
const manager = { as: "manager-1", roles: ["manager"] } as const;

/** Files that another system drops, right, wrong in a row, wrong in the header, and no file at all. */
const dropFiles = async (office: WitnessedOffice, person: MarkedPerson, other: MarkedPerson, at: number) => {
  const { own } = amountsOf(at);
  const row = { ...incomeOf(person, own + 1), ...spouseOf(amountsOf(at).spouse) };
  const change = changeOf(person, "moved-within", {
    changeId: `F-${at}`,
    address: person.address,
    postalCode: "153-0051",
  });
  const incomes = [
    incomeCsv([row, { ...row, insuredDependants: own }, { ...row, atenaNumber: String(own) }]),
    Buffer.from(`${person.name},${person.individualNumber}\r\n${own},${other.name}\r\n`),
    Buffer.from(`"${person.name}\r\n${person.individualNumber}`),
    Buffer.from([0xff, 0xfe, ...Buffer.from(person.name, "utf16le")]),
  ];
  const changes = [
    csvOf([change, { ...change, changeId: person.name }, { ...change, kind: person.nameKana, sequence: own }]),
    csvOf([{ ...change, changeId: `G-${at}`, remark: person.name }]),
    ...incomes.slice(1),
  ];
  for (const [nth, bytes] of incomes.entries())
    office.inboxes.incomes.files.set(`incomes/inbox/${at}-${nth}.csv`, bytes);
  for (const [nth, bytes] of changes.entries())
    office.inboxes.residents.files.set(`residents/inbox/${at}-${nth}.csv`, bytes);
  await office.takeIncomeFiles({});
  await office.takeResidentFiles({});
};

/** One person's day at every desk but that of 届出: what goes well there, so that their data lies in every store. */
export const deskDay = async (
  office: WitnessedOffice,
  person: MarkedPerson,
  other: MarkedPerson,
  at: number,
): Promise<void> => {
  const { atenaNumber, basicPensionNumber, individualNumber, nameKana, birthDate } = person;
  const { own, spouse, head } = amountsOf(at);
  const filed = await office.ask("POST", "/v1/filings/acquisition", {
    key: `desks-${String(at).padStart(6, "0")}`,
    body: acquisitionOf(person, { eventOn: "2024-04-01", filedOn: "2024-04-01" }),
  });
  await recordEvents(office, person, filed.body.filingId, [
    { kind: "exempted", type: "full", from: plainMonth("2026-07"), until: plainMonth("2027-06"), reason: "income" },
  ]);
  for (const body of [{ basicPensionNumber }, { individualNumber }, { nameKana, birthDate }, { birthDate }])
    await office.ask("POST", "/v1/people/search", { purpose: "counter-inquiry", body });
  for (const path of ["", "/ledger", "/months"])
    await office.ask("GET", `/v1/people/${atenaNumber}${path}`, { purpose: "jps-inquiry" });

  await requestDay(office, person, at);

  const row = { ...incomeOf(person, own), ...spouseOf(spouse), ...headOf(head, { headDependants: 1 }) };
  const take = (...incomes: unknown[]) =>
    office.ask("POST", "/v1/incomes", { ...linked, system: "tax", body: { incomes } });
  await take(row, { ...row, insuredIncomeAfterDeductions: own + 1 }, { ...row, [String(own)]: atenaNumber });
  await take({ ...row, atenaNumber: String(own) }, `${atenaNumber},${own}`, [own]);
  office.tax.answers.set(`${atenaNumber} 2025`, {
    ok: true,
    row: { ...incomeOf(person, own + 2), remark: person.name },
  });
  await office.ask("POST", "/v1/incomes/references", { body: { atenaNumber, year: 2025 } });
  office.tax.answers.set(`${atenaNumber} 2025`, { ok: true, row: incomeOf(person, own + 2) });
  await office.ask("POST", "/v1/incomes/references", { body: { atenaNumber, year: 2025 } });
  await office.ask("POST", "/v1/incomes/references", { body: { atenaNumber, year: 2024 } });
  await office.ask("GET", `/v1/incomes/${atenaNumber}`, { purpose: "filing", query: { year: "2025" } });
  const corrections = await office.ask("GET", "/v1/incomes/corrections", { query: { state: "open" } });
  for (const { correctionId } of corrections.body.corrections ?? [])
    await office.ask("POST", `/v1/incomes/corrections/${correctionId}/decision`, {
      ...examiner,
      body: { decision: "keep", note: `${person.name} ${person.phoneNumber}` },
    });

  const change = (to: { readonly atenaNumber: string }, kind: string, nth: number, over: object = {}) =>
    changeOf(to, kind, { changeId: `J-${at}-${nth}`, sequence: nth, ...over });
  const { name, address, addressSupplement } = person;
  await office.ask("POST", "/v1/residents/changes", {
    ...linked,
    system: "resident-registry",
    body: {
      changes: [
        change(person, "moved-within", 1, { postalCode: "153-0051", address, addressSupplement }),
        change(person, "name-changed", 2, { name: other.name, nameKana: other.nameKana }),
        change({ atenaNumber: `${atenaNumber.slice(0, -1)}x` }, "died", 3),
        change(
          { atenaNumber: other.phoneNumber.padStart(15, "0") },
          "moved-in-from-abroad",
          4,
          newPersonValues(person),
        ),
        change(person, "moved-out-abroad", 5),
        change(person, "protection-started", 6, { remark: name }),
        change(person, "household-changed", 7, { changeId: individualNumber }),
        change(person, "household-changed", 8, { changeId: `a-${basicPensionNumber}` }),
        change(person, "household-changed", 9, { changeId: atenaNumber }),
        change(person, "household-changed", 10, { changeId: individualNumber?.replace(/\d{4}(?=\d)/g, "$&-") }),
        name,
      ],
    },
  });
  const { body } = await office.ask("GET", "/v1/residents/changes", { query: { state: "proposed" } });
  for (const [nth, { changeId }] of (body.changes ?? []).entries())
    await office.ask("POST", `/v1/residents/changes/${changeId}/decision`, {
      body:
        nth % 2
          ? { decision: "confirm", filing: { counter: "main-office", identityDocument: "passport", documents: [] } }
          : { decision: "dismiss", note: `${name} ${person.phoneNumber}` },
    });
  await dropFiles(office, person, other, at);
};

/** What is done for everybody at once: 一括処理 by hand and by night, 一覧表, 所得情報の出力 and its approval. */
export const closeTheDay = async (office: WitnessedOffice, people: readonly MarkedPerson[]): Promise<void> => {
  await office.nightly({});
  const rows = people.map(({ atenaNumber }) => ({ atenaNumber, lostOn: "2026-11-01" }));
  for (const body of [
    { kind: "health-insurance-loss", rows },
    { kind: "age-60", month: "2026-11" },
    { kind: "unenrolled", month: "2026-11" },
  ]) {
    const { body: batch } = await office.ask("POST", "/v1/batches", { ...examiner, body });
    await office.ask("GET", `/v1/batches/${batch.batchId}`, examiner);
  }
  for (const name of ["changes", "corrections", "overdue", "register"])
    for (const format of ["json", "csv"])
      await office.ask("GET", `/v1/lists/${name}`, {
        ...manager,
        query: { format, from: "2026-01-01", to: "2026-11-30" },
      });
  for (const kind of ["continuation", "encouragement"] as const) {
    const { body: made } = await office.ask("POST", "/v1/income-outputs", { ...examiner, body: { kind, year: 2026 } });
    const at = `/v1/income-outputs/${made.outputId}`;
    await office.ask("POST", `${at}/decision`, { ...manager, body: { decision: "refuse", reason: people[0]?.name } });
    await office.ask("POST", "/v1/income-outputs", { ...examiner, body: { kind, year: 2026, again: true } });
    await office.ask("GET", "/v1/income-outputs", manager);
  }
};
