import { noticesRequest } from "../../shared/contracts/notices.ts";
import { problem } from "../../shared/contracts/problems.ts";
import { correctionFlows, correctionOf, itemsChanged } from "../../shared/domain/correction-notices.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import { auditWrite, keepTrail } from "../../shared/stores/audit.ts";
import { findFiling } from "../../shared/stores/filings.ts";
import { keyCheck } from "../../shared/stores/keyring.ts";
import {
  type ListedNotice,
  noticeBookOf,
  noticeBookRow,
  noticeWrites,
  type Prepared,
  preparedKey,
  preparedOf,
  preparedWrite,
} from "../../shared/stores/notices.ts";
import { loadedPerson, personRows } from "../../shared/stores/people.ts";
import type { StorePorts } from "../ports.ts";
import { receiversOf } from "./find-receivers.ts";
import { groundWrites } from "./ground-writes.ts";
import { noticeView } from "./notice-view.ts";

const attempts = 3;

/** The notices that were prepared, as they stand now. */
const preparedBefore = async ({ personId, notices }: Prepared, { database }: StorePorts): Promise<ListedNotice[]> => {
  const books = await database.getAll(notices.map(({ list }) => noticeBookRow(personId, list)));
  return notices.flatMap(({ noticeId, list }, at) =>
    noticeBookOf(books[at], personId, list)
      .notices.filter((each) => each.noticeId === noticeId)
      .map((each) => ({ ...each, personId, list })),
  );
};

/**
 * Milliseconds after the call that corrected began. A call of a linked system that began within them may have read what was
 * on file before the correction was kept: no function works longer.
 */
const longestCall = 30_000;
const lastOldAnswer = (correctedAt: Instant): Instant =>
  new Date(Date.parse(correctedAt) + longestCall).toISOString() as Instant;

/**
 * Who has to be told of a 訂正 (個人情報保護法97条): receivers that the trail says were given the person's items before it, and
 * whose items it changed. Once for a correction: asked again, it answers with the same notices. The 訂正請求 that the correction
 * was made on, where the caller names one, tells of it in its history.
 */
export const prepareNotices =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const { database, keyring } = ports;
    const asked = noticesRequest.safeParse(call.body ?? {});
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { requestId } = asked.data;
    const filing = await findFiling(database, call.params.filingId);
    if (!filing) return problem("not-found");
    const { filingId, personId } = filing;
    const index = await keyring.index();
    const subject = index.auditSubject(personId);
    const about = { subjects: [subject], object: filingId, purpose: "correction" };
    const answer = (status: number, notices: readonly ListedNotice[]): Reply => ({
      status,
      body: { filingId, notices: notices.map(noticeView) },
    });
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const [memo, ...rows] = await database.getAll([
        { table: "requests", key: preparedKey(filingId) },
        ...personRows(personId),
      ]);
      const before = preparedOf(memo);
      const links = await groundWrites(database, requestId, filing, call.occasion);
      if (!links) {
        await keepTrail(database, call.trail({ ...about, result: "refused", codes: ["request-unfit"] }));
        return problem("request-unfit");
      }
      if (before) {
        const entry = call.trail({ ...about, codes: ["prepared-before"] });
        if (links.length === 0) await keepTrail(database, entry);
        else if (!(await database.transact([...links, auditWrite(entry)])).ok) continue;
        return answer(200, await preparedBefore(before, ports));
      }
      const loaded = rows[1] && (await loadedPerson(personId, rows, keyring));
      const correction =
        loaded && correctionFlows.includes(filing.flow) ? correctionOf(loaded.entries, filingId) : undefined;
      const first = loaded?.entries[0];
      if (!correction || !first) {
        await keepTrail(database, call.trail({ ...about, result: "refused", codes: ["not-a-correction"] }));
        return problem("not-a-correction");
      }
      const { recordedAt: correctedAt } = correction;
      const received = await receiversOf(database, { subject, from: first.recordedAt, to: lastOldAnswer(correctedAt) });
      const notices = [...received].flatMap(([list, receivedAt]): ListedNotice[] => {
        const items = itemsChanged(list, correction);
        if (items.length === 0) return [];
        return [
          {
            noticeId: `${filingId}-${list}`,
            filingId,
            personId,
            list,
            items: [...items],
            correctedAt,
            receivedAt,
            preparedBy: call.caller.officer,
            preparedAt: call.occasion.at,
            offeredAt: null,
            told: null,
          },
        ];
      });
      const books = await database.getAll(notices.map(({ list }) => noticeBookRow(personId, list)));
      const outcome = await database.transact([
        keyCheck(personId),
        preparedWrite(filingId, { personId, notices: notices.map(({ noticeId, list }) => ({ noticeId, list })) }),
        ...notices.flatMap(({ personId: _person, list, ...notice }, at) =>
          noticeWrites(noticeBookOf(books[at], personId, list), [notice]),
        ),
        ...links,
        auditWrite(call.trail({ ...about, codes: ["prepared", ...notices.map(({ list }) => list)] })),
      ]);
      if (outcome.ok) return answer(201, notices);
    }
    return problem("contended");
  };
