import { itemsLimit, itemsQuery } from "../../../shared/contracts/erasures.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import { itemStates } from "../../../shared/domain/erasures.ts";
import type { AtenaNumber, PersonId } from "../../../shared/domain/ids.ts";
import { retentionClasses } from "../../../shared/domain/retention.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { type ErasureItem, pageOfItems } from "../../../shared/stores/erasures.ts";
import { erasureOfNumber } from "./find-erasure.ts";
import { numberOf } from "./number-of.ts";
import type { ErasureDeskPorts } from "./ports.ts";
import { reasonLabel } from "./reasons.ts";

/** Of what kind a record is, without its name: that may hold a number of the work or a pseudonym. */
const kindOf = ({ record }: ErasureItem): string => record.split(":", 1)[0] ?? record;

const itemView = (item: ErasureItem, atenaNumber: AtenaNumber | null) => ({
  atenaNumber,
  record: kindOf(item),
  class: item.class,
  classLabel: retentionClasses[item.class].title,
  clockOn: item.clockOn,
  dueOn: item.dueOn,
  state: item.state,
  stateLabel: itemStates[item.state],
  reason: item.reason,
  reasonLabel: reasonLabel(item),
});

const encoded = (text: string | null) => text && Buffer.from(text).toString("base64url");
const decoded = (text: string | undefined) =>
  text === undefined ? undefined : Buffer.from(text, "base64url").toString("utf8");

/** Who owns what is on the page, each once. */
const ownersOf = (items: readonly ErasureItem[]): PersonId[] => [
  ...new Set(items.flatMap(({ owner }) => (owner === "~" ? [] : [owner]))),
];

/** A page of what goes and what stays, with the 宛名番号 of whoever can still be named. */
export const listErasureItems =
  (ports: ErasureDeskPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = itemsQuery.safeParse(call.query);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const erasure = await erasureOfNumber(ports.database, call.params.erasureId);
    if (!erasure) return problem("not-found");
    const { items, next } = await pageOfItems(ports.database, erasure.erasureId, itemsLimit, decoded(asked.data.after));
    const owners = ownersOf(items);
    const index = await ports.keyring.index();
    await keepTrail(
      ports.database,
      call.trail({
        object: erasure.erasureId,
        subjects: owners.map((owner) => index.auditSubject(owner)),
        items: owners.length > 0 ? ["addressee.addressee"] : [],
        purpose: "erasure",
      }),
    );
    const numbers = new Map(
      await Promise.all(owners.map(async (owner) => [owner, await numberOf(ports, owner)] as const)),
    );
    return {
      status: 200,
      body: {
        items: items.map((item) => itemView(item, (item.owner === "~" ? null : numbers.get(item.owner)) ?? null)),
        next: encoded(next),
      },
    };
  };
