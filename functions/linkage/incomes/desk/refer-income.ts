import { referenceRequest } from "../../../../shared/contracts/incomes.ts";
import { type Problem, problem } from "../../../../shared/contracts/problems.ts";
import { today } from "../../../../shared/domain/filing.ts";
import { incomeRecord, isYearOpen } from "../../../../shared/domain/income-record.ts";
import { itemsOf } from "../../../../shared/domain/items-of.ts";
import type { Call } from "../../../../shared/http/call.ts";
import { faultsOf } from "../../../../shared/http/faults.ts";
import type { Reply } from "../../../../shared/http/respond.ts";
import { keepTrail } from "../../../../shared/stores/audit.ts";
import { loadedPerson, personRows } from "../../../../shared/stores/people.ts";
import type { StorePorts } from "../../../ports.ts";
import { readIncome } from "../read-rows.ts";
import type { ReferenceFault, TaxReference } from "../reference/tax-reference.ts";
import { takeIncome } from "../take-income.ts";
import { takenIncomeView } from "../taken-income.ts";

const problems: Readonly<Record<ReferenceFault, Problem>> = {
  "not-configured": problem("reference-not-configured"),
  unreachable: problem("reference-unreachable"),
  refused: problem("reference-refused"),
  unreadable: problem("reference-unreadable"),
  absent: problem("reference-absent"),
};

/**
 * Asks the ward's tax system for one person's 所得情報 of one year, and takes the answer in like a row of the feed. Nobody is
 * asked about who is not on file. The trail says first that it was asked.
 */
export const referIncome =
  (ports: StorePorts, tax: TaxReference) =>
  async (call: Call): Promise<Reply> => {
    const asked = referenceRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { atenaNumber, year } = asked.data;
    if (isYearOpen(year, today(call.occasion)))
      return problem("invalid-content", [
        { code: "year-not-over", detail: "まだ終わっていない年の所得は照会できません", pointer: "/year" },
      ]);
    const index = await ports.keyring.index();
    const personId = index.person(atenaNumber);
    const about = {
      subjects: [index.auditSubject(personId)],
      object: String(year),
      items: itemsOf(incomeRecord),
      purpose: "tax-reference",
    };
    await keepTrail(ports.database, call.trail({ ...about, codes: ["asked"] }));
    const rows = await ports.database.getAll(personRows(personId));
    if (!rows[0] || (await loadedPerson(personId, rows, ports.keyring)).person.facts === null)
      return problem("not-found");

    const failed = async (fault: ReferenceFault): Promise<Reply> => {
      await keepTrail(ports.database, call.trail({ ...about, result: "refused", codes: [fault] }));
      ports.log.note("income-reference-failed", { fault });
      return problems[fault];
    };
    const answer = await tax.ask(atenaNumber, year);
    if (!answer.ok) return failed(answer.fault);
    const row = readIncome(answer.row);
    // Somebody else's income, or another year's, is not what was asked for.
    if (!row.ok || row.income.atenaNumber !== atenaNumber || row.income.incomeYear !== year)
      return failed("unreadable");
    const feed = { occasion: call.occasion, trail: call.trail, index, ports };
    return { status: 200, body: takenIncomeView(await takeIncome(row.income, feed)) };
  };
