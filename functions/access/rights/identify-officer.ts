import { problem } from "../../../shared/contracts/problems.ts";
import { officerIdentity } from "../../../shared/contracts/rights.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { officerNamed } from "./find-officer.ts";
import type { RightsPorts } from "./ports.ts";
import { recordRight } from "./record-right.ts";

/**
 * Keeps by which pseudonyms the monthly report sees that an officer looked at their own record or at namesakes. The 宛名番号
 * and the surname themselves are not kept. Nobody tells their own. 評価書 III-3 その他のリスク1: アクセスログの定期的な解析.
 */
export const identifyOfficer =
  (ports: RightsPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = officerIdentity.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { atenaNumber, surnameKana } = asked.data;
    const index = await ports.keyring.index();
    return recordRight(
      ports,
      call,
      () => officerNamed(ports.database, call.params.officerId),
      ({ officer }) => {
        if (officer === call.occasion.by) return problem("own-right");
        return {
          event: {
            kind: "identified",
            subject: atenaNumber === undefined ? null : index.auditSubject(index.person(atenaNumber)),
            surname: surnameKana === undefined ? null : index.auditSurname(surnameKana),
          },
          codes: ["identified"],
          reply: () => ({ status: 200, body: { officer, identified: true } }),
        };
      },
    );
  };
