import { dutiesFor } from "../../../shared/access/may.ts";
import type { Operation } from "../../../shared/contracts/operation.ts";
import { type OperationId, operations } from "../../../shared/contracts/operations.ts";
import type { Role } from "../../../shared/domain/roles.ts";
import { incomeOf } from "../incomes.ts";
import { changeOf } from "../resident-changes.ts";
import { markedBodies } from "./marked-bodies.ts";
import type { MarkedPerson } from "./marked-people.ts";
import type { WitnessedOffice } from "./witnessed-office.ts";

/** Bodies that an operation takes, to be spoilt field by field. What is not here is fed what takes any shape; the reasons of 権限 and 出力 are an officer's own words, kept as they are. */
const bodiesOf = (person: MarkedPerson): Partial<Record<OperationId, object>> => ({
  searchPeople: { nameKana: person.nameKana, birthDate: person.birthDate },
  assessExemption: {
    cycle: "exemption",
    atenaNumber: person.atenaNumber,
    spouse: false,
    headOfHousehold: "self",
    years: [2026],
    incomes: [{ year: 2025, applicant: { income: 900_000, dependants: { general: 1 } } }],
  },
  assessBenefit: { atenaNumber: person.atenaNumber, months: "from-file", takenAt: { years: 70 } },
  decideRun: { decision: "refuse", reason: "件数が違う" },
  importResults: { contentBase64: Buffer.from(`${person.name}${person.individualNumber}`).toString("base64") },
  runIncomeOutput: { kind: "encouragement", year: 2026 },
  decideIncomeOutput: { decision: "refuse", reason: "件数が違う" },
  runBatch: { kind: "health-insurance-loss", rows: [{ atenaNumber: person.atenaNumber, lostOn: "2026-11-01" }] },
  takeResidentChanges: { changes: [changeOf(person, "moved-within", { address: person.address })] },
  decideResidentChange: { decision: "dismiss", note: "届出を待つ" },
  takeIncomes: { incomes: [incomeOf(person, 500_000)] },
  referIncome: { atenaNumber: person.atenaNumber, year: 2025 },
  decideIncomeCorrection: { decision: "keep", note: "見直した" },
  decideRight: { decision: "refuse", reason: "要らない" },
  endRight: { cause: "no-longer-needed" },
  endOfficer: { cause: "transfer" },
  identifyOfficer: { atenaNumber: person.atenaNumber, surnameKana: person.nameKana.split(" ")[0] },
  receiveRequest: {
    kind: "disclosure",
    receivedOn: "2026-11-20",
    atenaNumber: person.atenaNumber,
    requester: "self",
    proof: "individual-number-card",
    disclosedOn: null,
    affected: null,
    wrongful: null,
    note: `${person.name}(${person.individualNumber})の記録の開示`,
  },
  takeRequestStep: { step: "ask-supplement", outcome: null, documentNumber: null, note: person.name },
  placeSuspension: {
    requestId: "S20261123-000001",
    atenaNumber: person.atenaNumber,
    scopes: ["use", "provision"],
    until: null,
    documentNumber: "8目国発第1号",
  },
  liftSuspension: { documentNumber: "8目国発第2号" },
  settleNotice: { by: "document", documentNumber: "8目国発第3号" },
  decideOutput: { decision: "refuse", reason: "件数が多い" },
  decideErasure: { decision: "refuse", documentNumber: "8目国発第1号" },
  settleFinding: { decision: "remove", documentNumber: "8目国発第2号" },
  placeHold: {
    atenaNumber: person.atenaNumber,
    reason: "inspection",
    until: null,
    documentNumber: "8目国発第3号",
  },
  verifyDigests: { from: "2026-11-22", to: "2026-11-23" },
  findSubject: { atenaNumber: person.atenaNumber },
  findTerms: { nameKana: person.nameKana, birthDate: person.birthDate },
  resolveSubjects: { subjects: ["A".repeat(27)] },
});

/** Names and numbers where an id belongs, as a browser would write them. */
const wrongIds = ({ name, individualNumber = "", basicPensionNumber = "", atenaNumber, phoneNumber }: MarkedPerson) =>
  [
    name,
    individualNumber,
    `T${basicPensionNumber}`,
    atenaNumber,
    `${individualNumber}-${phoneNumber}`,
    "%",
    "none",
  ].map((id) => (id === "%" ? id : encodeURIComponent(id)));

/** Calls that no 届出 makes: each operation with a person's data in its path, its query, its headers and its body. */
export const spoilEveryOperation = async (office: WitnessedOffice, person: MarkedPerson, at: number): Promise<void> => {
  const { name, nameKana, individualNumber = "", basicPensionNumber = "" } = person;
  const known = bodiesOf(person);
  const headers = {
    "User-Agent": `${name} ${individualNumber}`,
    "X-Forwarded-For": individualNumber,
    Cookie: `name=${encodeURIComponent(name)}; number=${individualNumber}`,
    Referer: `https://window.example/${basicPensionNumber}?name=${encodeURIComponent(nameKana)}`,
    "X-Amzn-Trace-Id": `Root=${individualNumber}`,
  };
  for (const [id, operation] of Object.entries(operations) as [OperationId, Operation][]) {
    if (id.startsWith("file:")) continue;
    const { method, path } = operation;
    const duties = dutiesFor(id);
    const by = { as: "officer-9", roles: [duties[at % duties.length] as Role], headers };
    const paths = path.includes("{") ? wrongIds(person).map((wrong) => path.replace(/\{\w+\}/, wrong)) : [path];
    const body = method === "POST" ? { body: known[id] ?? {} } : {};
    for (const there of paths)
      await office.ask(method, there, { ...by, purpose: "filing", key: individualNumber, ...body });
    const [there = path] = paths;
    await office.ask(method, there, { ...by, purpose: individualNumber, ...body });
    await office.ask(method, there, { ...by, purpose: encodeURIComponent(name), ...body });
    await office.ask(method, there, {
      ...by,
      query: { [name]: individualNumber, after: basicPensionNumber, limit: name },
      ...body,
    });
    await office.ask(method, there, { ...by, roles: ["operator"], purpose: name, ...body });
    if (method === "POST")
      for (const [nth, wrong] of markedBodies(known[id] ?? { reason: "", items: [], from: "" }, person, at).entries())
        await office.ask("POST", there, { ...by, purpose: "filing", key: `spoilt-${at}-${nth}`, body: wrong });
  }
};
