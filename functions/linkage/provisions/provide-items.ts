import { may } from "../../../shared/access/may.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import { today } from "../../../shared/domain/filing.ts";
import { itemsOf } from "../../../shared/domain/items-of.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { provided, provisionLists } from "../../../shared/domain/provisions.ts";
import { isSuspended } from "../../../shared/domain/suspensions.ts";
import { atenaNumberSchema } from "../../../shared/domain/values.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { dayAt } from "../../../shared/law/calendar.ts";
import { auditWrite, keepTrail } from "../../../shared/stores/audit.ts";
import { noticeBookOf, noticeBookRow, offerWrites, openNotices } from "../../../shared/stores/notices.ts";
import { loadedPerson, personRows } from "../../../shared/stores/people.ts";
import { suspensionCheck, suspensionOf, suspensionRowOf } from "../../../shared/stores/suspensions.ts";
import type { StorePorts } from "../../ports.ts";

/** A 利用停止 or a notice that came in between is looked at once more. */
const attempts = 3;

/**
 * What the ward's other offices are told of one person (評価書 II-5 移転先1・2): the items of the one list that the policies
 * open to the system that asks. Nobody on file and nobody the list is about answer alike; the trail names both. That a 提供
 * is not suspended holds at the moment its entry is kept. An answer also says which items were corrected (個人情報保護法97条),
 * every time until somebody at the desk has settled the notice: one answer may be lost.
 */
export const provideItems =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const name = keysOf(provisionLists).find((list) => may(call.caller, "provideItems", { list, suspended: false }));
    if (!name) return problem("not-allowed");
    const atenaNumber = atenaNumberSchema.safeParse(call.params.atenaNumber);
    if (!atenaNumber.success) return problem("not-found");
    const list = provisionLists[name];
    const index = await ports.keyring.index();
    const personId = index.person(atenaNumber.data);
    const about = { subjects: [index.auditSubject(personId)], object: name, purpose: list.purpose };
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const rows = await ports.database.getAll([
        ...personRows(personId),
        suspensionRowOf(personId),
        noticeBookRow(personId, name),
      ]);
      const items = rows[0] ? provided(name, (await loadedPerson(personId, rows, ports.keyring)).person) : null;
      if (!items) {
        await keepTrail(ports.database, call.trail({ ...about, result: "refused", codes: ["not-found"] }));
        return problem("not-found");
      }
      const suspension = suspensionOf(rows[2]);
      const suspended = isSuspended(suspension, "provision", today(call.occasion));
      if (!may(call.caller, "provideItems", { list: name, suspended })) {
        await keepTrail(ports.database, call.trail({ ...about, result: "refused", codes: ["provision-suspended"] }));
        return problem("provision-suspended");
      }
      const book = noticeBookOf(rows[3], personId, name);
      const open = openNotices(book);
      const outcome = await ports.database.transact([
        suspensionCheck(personId, suspension),
        ...offerWrites(book, call.occasion.at),
        auditWrite(
          call.trail({
            ...about,
            items: itemsOf(list.schema),
            codes: open.length > 0 ? ["corrected", ...open.map(({ noticeId }) => noticeId)] : [],
          }),
        ),
      ]);
      if (outcome.ok)
        return {
          status: 200,
          body: {
            list: name,
            items,
            ...(open.length > 0
              ? {
                  corrected: open.map(({ items: changed, correctedAt }) => ({
                    items: changed,
                    on: dayAt(correctedAt),
                  })),
                }
              : {}),
          },
        };
    }
    return problem("contended");
  };
