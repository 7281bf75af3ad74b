import { holdRequest } from "../../../shared/contracts/erasures.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import { today } from "../../../shared/domain/filing.ts";
import { type AtenaNumber, lettersFrom, type PersonId } from "../../../shared/domain/ids.ts";
import type { RetentionClass } from "../../../shared/domain/retention.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { auditWrite, keepTrail } from "../../../shared/stores/audit.ts";
import type { Write } from "../../../shared/stores/database.ts";
import { type Hold, holdsInForce, holdTarget, holdWrite } from "../../../shared/stores/holds.ts";
import { personKeyRow } from "../../../shared/stores/keyring.ts";
import { personRows } from "../../../shared/stores/people.ts";
import { holdView } from "./hold-view.ts";
import type { ErasureDeskPorts } from "./ports.ts";

type Held = { readonly person: PersonId; readonly atenaNumber: AtenaNumber } | { readonly class: RetentionClass };

/**
 * Holds the key of somebody on file to its row, whether it is stopped for an erasure or not: only a key that is gone is too
 * late. Null for nobody on file.
 */
const onFileCheck = async ({ database }: ErasureDeskPorts, person: PersonId): Promise<Write | null> => {
  const [snapshot, key] = await database.getAll([...personRows(person)]);
  if (!snapshot || typeof key?.version !== "number") return null;
  return { kind: "check", table: "keys", key: personKeyRow(person), expects: key.version };
};

/** The same decision once more: its answer was lost. */
const isSame = (found: Hold, asked: Pick<Hold, "reason" | "until" | "documentNumber">) =>
  found.reason === asked.reason && found.until === asked.until && found.documentNumber === asked.documentNumber;

/**
 * Holds back a person, or a whole class. It counts at once, for an erasure that is under way as well: what erases a record
 * does so only while no hold on it is there.
 */
export const placeHold =
  (ports: ErasureDeskPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = holdRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { atenaNumber, class: name, ...decided } = asked.data;
    const day = today(call.occasion);
    if (decided.until !== null && decided.until < day)
      return problem("invalid-content", [
        { code: "until-in-the-past", detail: "期限は今日以後の日にしてください", pointer: "/until" },
      ]);
    const index = await ports.keyring.index();
    // One of the two is there, by the schema.
    const held: Held = atenaNumber
      ? { person: index.person(atenaNumber), atenaNumber }
      : { class: name as RetentionClass };
    const subjects = "person" in held ? [index.auditSubject(held.person)] : [];
    const refused = (code: string) =>
      keepTrail(ports.database, call.trail({ subjects, purpose: "erasure", result: "refused", codes: [code] }));
    const onFile = "person" in held ? await onFileCheck(ports, held.person) : null;
    if ("person" in held && onFile === null) {
      await refused("not-found");
      return problem("not-found");
    }
    const view = (hold: Hold) => holdView(hold, "person" in held ? held.atenaNumber : null);
    const target = holdTarget(held);
    const before = (await holdsInForce(ports.database)).find((hold) => hold.target === target);
    if (before) {
      if (isSame(before, decided)) {
        await keepTrail(ports.database, call.trail({ subjects, object: before.holdId, codes: ["placed-before"] }));
        return { status: 200, body: view(before) };
      }
      await refused("already-held");
      return problem("already-held");
    }
    const hold: Hold = {
      ...decided,
      holdId: `H${day.replaceAll("-", "")}-${lettersFrom(ports.random(6))}`,
      target,
      placedBy: call.caller.officer,
      placedAt: call.occasion.at,
      ended: null,
      version: 1,
    };
    const codes = ["hold-placed", hold.reason, ...("class" in held ? [held.class] : [])];
    const outcome = await ports.database.transact([
      ...(onFile ? [onFile] : []),
      holdWrite(hold),
      auditWrite(call.trail({ subjects, object: hold.holdId, purpose: "erasure", codes })),
    ]);
    return outcome.ok ? { status: 201, body: view(hold) } : problem("contended");
  };
