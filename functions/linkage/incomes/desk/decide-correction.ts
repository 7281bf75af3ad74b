import { correctionDecisionRequest } from "../../../../shared/contracts/incomes.ts";
import { problem } from "../../../../shared/contracts/problems.ts";
import { type CorrectionState, correctionStates } from "../../../../shared/domain/correction-states.ts";
import { type CorrectionId, correctionIdPattern } from "../../../../shared/domain/ids.ts";
import { itemsOf } from "../../../../shared/domain/items-of.ts";
import type { Call } from "../../../../shared/http/call.ts";
import { faultsOf } from "../../../../shared/http/faults.ts";
import type { Reply } from "../../../../shared/http/respond.ts";
import { auditWrite } from "../../../../shared/stores/audit.ts";
import {
  type CorrectionRow,
  decidedCorrectionWrites,
  findCorrection,
  openCorrection,
  sealCorrection,
  sealedCorrection,
} from "../../../../shared/stores/income-corrections.ts";
import type { StorePorts } from "../../../ports.ts";
import { correctionView, ownerOf } from "../correction-view.ts";

const attempts = 3;

const decided = { keep: "kept", refile: "refiled" } as const satisfies Record<string, CorrectionState>;

/**
 * An examiner says what became of a 更正: nothing has to change, or the application is corrected or made anew, which is then
 * done there. It may be said twice, but not otherwise the second time.
 */
export const decideIncomeCorrection =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = correctionDecisionRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { correctionId = "" } = call.params;
    const { decision, note } = asked.data;
    const state = decided[decision];
    const index = await ports.keyring.index();
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const row = correctionIdPattern.test(correctionId)
        ? await findCorrection(ports.database, correctionId as CorrectionId)
        : undefined;
      if (!row) return problem("not-found");
      const loaded = await ownerOf(row, ports);
      if (row.state === state) return { status: 200, body: correctionView(row, loaded) };
      if (row.state !== "open")
        return problem("transition-refused", [
          {
            code: "wrong-state",
            detail: `すでに「${correctionStates[row.state]}」とされています`,
            pointer: "/decision",
          },
        ]);
      const after: CorrectionRow = {
        ...row,
        state,
        decidedBy: call.occasion.by,
        decidedAt: call.occasion.at,
        sealed: sealCorrection(loaded.key, row.correctionId, { ...openCorrection(loaded.key, row), note }),
        version: row.version + 1,
      };
      const outcome = await ports.database.transact([
        ...decidedCorrectionWrites(row, after),
        auditWrite(
          call.trail({
            subjects: [index.auditSubject(row.personId)],
            object: row.correctionId,
            items: itemsOf(sealedCorrection),
            purpose: "tax-information",
            codes: [state],
          }),
        ),
      ]);
      if (outcome.ok) return { status: 200, body: correctionView(after, loaded) };
    }
    return problem("contended");
  };
