import { incomeQuery } from "../../../../shared/contracts/incomes.ts";
import { problem } from "../../../../shared/contracts/problems.ts";
import { incomeRecord } from "../../../../shared/domain/income-record.ts";
import { monthsDecided } from "../../../../shared/domain/income-reference.ts";
import { itemsOf } from "../../../../shared/domain/items-of.ts";
import type { Call } from "../../../../shared/http/call.ts";
import { faultsOf } from "../../../../shared/http/faults.ts";
import type { Reply } from "../../../../shared/http/respond.ts";
import { incomeVersions } from "../../../../shared/stores/incomes.ts";
import { readPerson } from "../../../people/read-person.ts";
import type { StorePorts } from "../../../ports.ts";
import { incomeView } from "../income-view.ts";

/** 所得情報 of one person and one year, with 参考情報 and the days on which versions came; null where nothing is on file. */
export const showIncome =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = incomeQuery.safeParse(call.query);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { year } = asked.data;
    const loaded = await readPerson(call, ports, { items: () => itemsOf(incomeRecord) });
    if ("problem" in loaded) return loaded;
    const versions = await incomeVersions(ports.database, loaded.personId, year, loaded.key);
    const current = versions.at(-1);
    return {
      status: 200,
      body: {
        year,
        exemptionMonths: monthsDecided("exemption", year),
        studentMonths: monthsDecided("student", year),
        income: current ? incomeView(current.record) : null,
        versions: versions.map(({ version, receivedAt }) => ({ version, receivedAt })),
      },
    };
  };
