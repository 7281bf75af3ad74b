import { problem } from "../../../../shared/contracts/problems.ts";
import { changesQuery } from "../../../../shared/contracts/resident-changes.ts";
import { itemsOf } from "../../../../shared/domain/items-of.ts";
import { residentChange } from "../../../../shared/domain/resident-change-row.ts";
import type { Call } from "../../../../shared/http/call.ts";
import { faultsOf } from "../../../../shared/http/faults.ts";
import type { Reply } from "../../../../shared/http/respond.ts";
import { keepTrail } from "../../../../shared/stores/audit.ts";
import { loadedPerson, personRows } from "../../../../shared/stores/people.ts";
import { type ChangeRow, changesIn, openChange } from "../../../../shared/stores/resident-changes.ts";
import type { StorePorts } from "../../../ports.ts";
import { itemsSeen, viewerOf } from "../../../viewer.ts";
import { changeView } from "../change-view.ts";

const opened = async (row: ChangeRow, call: Call, ports: StorePorts) => {
  if (row.personId === null) return changeView(row, undefined, false, viewerOf(call));
  const loaded = await loadedPerson(row.personId, await ports.database.getAll(personRows(row.personId)), ports.keyring);
  return changeView(row, openChange(loaded.key, row), loaded.person.addressProtected, viewerOf(call));
};

/** 異動 of one state, a page at a time, by 異動番号. The trail is written first. */
export const listResidentChanges =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = changesQuery.safeParse(call.query);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { state, limit, after } = asked.data;
    const { rows, next } = await changesIn(ports.database, state, limit, after);
    const index = await ports.keyring.index();
    const people = [...new Set(rows.flatMap(({ personId }) => personId ?? []))];
    await keepTrail(
      ports.database,
      call.trail({
        subjects: people.map((person) => index.auditSubject(person)),
        items: itemsSeen(itemsOf(residentChange), viewerOf(call)),
        purpose: "resident-record",
        codes: [state],
      }),
    );
    const changes = await Promise.all(rows.map((row) => opened(row, call, ports)));
    return { status: 200, body: { state, changes, next } };
  };
