import { examinedOf } from "../../shared/domain/income-examined.ts";
import { foldLedger, type Person } from "../../shared/domain/ledger.ts";
import type { LedgerEntry } from "../../shared/domain/ledger-events.ts";
import { flows } from "../../shared/flows/catalogue.ts";
import type { FiledRequest } from "../../shared/flows/define.ts";
import { addDays, monthOf } from "../../shared/law/calendar.ts";
import { type ExemptionCase, exemptionOutcome } from "../../shared/law/exemption-decision.ts";
import { generateWard } from "../../tools/ward/generate.ts";
import { takeoverEvents } from "../../tools/ward/load-ward.ts";
import type { SyntheticPerson } from "../../tools/ward/person.ts";
import { randomFrom } from "../../tools/ward/random.ts";
import { atMost, noted } from "../figure.ts";
import type { Measure } from "../groups.ts";
import { clock, requestsOf, today } from "../support/applicants.ts";
import { drawnIncome } from "../support/drawn-incomes.ts";

const people = 300_000;
const atOnce = 30_000;

interface Prepared {
  readonly person: Person;
  readonly requests: readonly (readonly [(typeof flows)[keyof typeof flows], FiledRequest])[];
}

const prepared = (person: SyntheticPerson): Prepared => {
  const takeover = {
    id: "000001",
    recordedAt: clock(),
    recordedBy: "takeover",
    source: { kind: "takeover" },
    events: takeoverEvents(person),
  } as LedgerEntry;
  return {
    person: foldLedger([takeover]),
    requests: requestsOf(person).map(({ flow, body }) => [flows[flow], { ...body, intake: "accept" } as FiledRequest]),
  };
};

/** The outcome of 申請免除・納付猶予 for one month of each of a ward, with spouse and head as their incomes may be. */
const exemptionSeconds = (): number => {
  const random = randomFrom(7);
  const month = monthOf(today);
  const cases = Array.from({ length: atOnce }, (): ExemptionCase => {
    const record = drawnIncome(random, "1");
    return {
      month,
      birthDate: addDays(today, -20 * 365 - random.int(38 * 365)),
      category: "1",
      isStudent: false,
      applicant: examinedOf(record, "applicant"),
      ...(record.spouse ? { spouse: examinedOf(record, "spouse") } : {}),
      ...(record.head ? { head: examinedOf(record, "head") } : {}),
    };
  });
  const before = process.cpuUsage();
  for (let round = 0; round < people / atOnce; round += 1) for (const each of cases) exemptionOutcome(each);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

/** Every person of a ward put before all four rules of 資格, whether or not they would file: 1,200,000 decisions. */
export const rules: Measure = async () => {
  let spent = 0;
  const outcomes = new Map<string, number>();
  let group: Prepared[] = [];
  const decideAll = () => {
    const before = process.cpuUsage();
    for (const { person, requests } of group)
      for (const [flow, request] of requests) {
        const { outcome } = flow.decide(request, person, today);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
    const { user, system } = process.cpuUsage(before);
    spent += user + system;
    group = [];
  };
  for (const person of generateWard({ seed: 3, people, today })) {
    group.push(prepared(person));
    if (group.length === atOnce) decideAll();
  }
  const exemptions = exemptionSeconds();
  const decisions = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
  return [
    atMost({ name: "rules-300000-people", value: spent / 1e6, unit: "s" }, 1),
    atMost({ name: "rules-exemption-300000-people", value: exemptions, unit: "s" }, 1),
    noted({ name: "rules-one-decision", value: spent / decisions, unit: "µs" }),
    noted({ name: "rules-accepted", value: outcomes.get("accept") ?? 0, unit: `of ${decisions}` }),
  ];
};
