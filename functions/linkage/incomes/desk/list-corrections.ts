import { correctionsQuery } from "../../../../shared/contracts/incomes.ts";
import { problem } from "../../../../shared/contracts/problems.ts";
import { itemsOf } from "../../../../shared/domain/items-of.ts";
import type { Call } from "../../../../shared/http/call.ts";
import { faultsOf } from "../../../../shared/http/faults.ts";
import type { Reply } from "../../../../shared/http/respond.ts";
import { keepTrail } from "../../../../shared/stores/audit.ts";
import { correctionsIn, sealedCorrection } from "../../../../shared/stores/income-corrections.ts";
import type { StorePorts } from "../../../ports.ts";
import { correctionView, ownerOf } from "../correction-view.ts";

/** 更正 that opened something again, of one state, a page at a time. The trail is written first. */
export const listIncomeCorrections =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = correctionsQuery.safeParse(call.query);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { state, limit, after } = asked.data;
    const { rows, next } = await correctionsIn(ports.database, state, limit, after);
    const index = await ports.keyring.index();
    const people = [...new Set(rows.map(({ personId }) => personId))];
    await keepTrail(
      ports.database,
      call.trail({
        subjects: people.map((person) => index.auditSubject(person)),
        items: itemsOf(sealedCorrection),
        purpose: "tax-information",
        codes: [state],
      }),
    );
    const corrections = await Promise.all(rows.map(async (row) => correctionView(row, await ownerOf(row, ports))));
    return { status: 200, body: { state, corrections, next } };
  };
