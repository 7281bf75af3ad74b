import type * as z from "zod";
import { noticeDelivery, noticeIdPattern } from "../../shared/contracts/notices.ts";
import { problem } from "../../shared/contracts/problems.ts";
import type { Call } from "../../shared/http/call.ts";
import { faultsOf } from "../../shared/http/faults.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { auditWrite } from "../../shared/stores/audit.ts";
import { bookOfNotice, type Notice, settlingWrites } from "../../shared/stores/notices.ts";
import type { StorePorts } from "../ports.ts";
import { noticeView } from "./notice-view.ts";

const attempts = 3;

const wayOf = (delivery: z.infer<typeof noticeDelivery>) => ({
  how: delivery.by,
  documentNumber: delivery.by === "document" ? delivery.documentNumber : null,
});

/** Says how a receiver came to know of a 訂正. That its system was answered is not enough by itself, and nothing else can be said of it without. */
export const settleNotice =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = noticeDelivery.safeParse(call.body);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { noticeId = "" } = call.params;
    if (!noticeIdPattern.test(noticeId)) return problem("not-found");
    const index = await ports.keyring.index();
    const way = wayOf(asked.data);
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const book = await bookOfNotice(ports.database, noticeId);
      const found = book?.notices.find((each) => each.noticeId === noticeId);
      if (!book || !found) return problem("not-found");
      const { personId, list } = book;
      if (found.told !== null)
        return found.told.how === way.how && found.told.documentNumber === way.documentNumber
          ? { status: 200, body: noticeView({ ...found, personId, list }) }
          : problem("already-decided");
      if (way.how === "api-pull" && found.offeredAt === null) return problem("notice-not-offered");
      const told: Notice = { ...found, told: { ...way, by: call.caller.officer, at: call.occasion.at } };
      const entry = call.trail({
        subjects: [index.auditSubject(personId)],
        object: noticeId,
        purpose: "correction",
        codes: ["told", way.how],
      });
      const outcome = await ports.database.transact([...settlingWrites(book, told), auditWrite(entry)]);
      if (outcome.ok) return { status: 200, body: noticeView({ ...told, personId, list }) };
    }
    return problem("contended");
  };
