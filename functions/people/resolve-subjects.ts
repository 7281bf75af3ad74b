import { resolutionRequest } from "../../shared/contracts/audit.ts";
import { problem } from "../../shared/contracts/problems.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import { loadedPerson, peopleOfSubjects, personRows } from "../../shared/stores/people.ts";
import type { StorePorts } from "../ports.ts";

const atenaNumberOf = async ({ database, keyring }: StorePorts, id: PersonId | undefined) => {
  if (id === undefined) return null;
  const { person } = await loadedPerson(id, await database.getAll(personRows(id)), keyring);
  return person.facts?.atenaNumber ?? null;
};

/**
 * Who pseudonyms of the trail are: their 宛名番号 and nothing else; null for nobody on file. Only for those who answer for
 * the section; the entry names whom they asked for. 評価書 III-3 リスク2⑥.
 */
export const resolveSubjects =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = resolutionRequest.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const subjects = [...new Set(asked.data.subjects)];
    await keepTrail(ports.database, call.trail({ subjects, items: ["addressee.addressee"], purpose: "audit" }));
    const ids = await peopleOfSubjects(ports.database, await ports.keyring.index(), subjects);
    const people = await Promise.all(
      subjects.map(async (subject, at) => ({ subject, atenaNumber: await atenaNumberOf(ports, ids[at]) })),
    );
    return { status: 200, body: { people } };
  };
