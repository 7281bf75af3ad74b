import type { PersonId } from "../../../shared/domain/ids.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { endedHolds, type Hold, holdsInForce } from "../../../shared/stores/holds.ts";
import { heldOf, holdView } from "./hold-view.ts";
import { numberOf } from "./number-of.ts";
import type { ErasureDeskPorts } from "./ports.ts";

/** Years of them. */
const most = 100;

const peopleOf = (holds: readonly Hold[]): PersonId[] => [
  ...new Set(
    holds.flatMap((hold) => {
      const held = heldOf(hold);
      return "person" in held ? [held.person] : [];
    }),
  ),
];

/** Every hold that stands, and the latest that are over. */
export const listHolds =
  (ports: ErasureDeskPorts) =>
  async (call: Call): Promise<Reply> => {
    const [standing, ended] = [await holdsInForce(ports.database), await endedHolds(ports.database, most)];
    const people = peopleOf([...standing, ...ended]);
    const index = await ports.keyring.index();
    await keepTrail(
      ports.database,
      call.trail({
        subjects: people.map((person) => index.auditSubject(person)),
        items: people.length > 0 ? ["addressee.addressee"] : [],
        purpose: "erasure",
      }),
    );
    const numbers = new Map(
      await Promise.all(people.map(async (person) => [person, await numberOf(ports, person)] as const)),
    );
    const view = (hold: Hold) => {
      const held = heldOf(hold);
      return holdView(hold, "person" in held ? (numbers.get(held.person) ?? null) : null);
    };
    return { status: 200, body: { holds: standing.map(view), ended: ended.map(view) } };
  };
