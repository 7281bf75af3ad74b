import { may } from "../shared/access/may.ts";
import { type RecordItemId, recordItems } from "../shared/domain/record-items.ts";
import type { Call } from "../shared/http/call.ts";
import type { Viewer } from "../shared/protection/mask-person.ts";

/** What is shown to whoever calls, for the purpose they stated. */
export const viewerOf = ({ caller, purpose, operation }: Call): Viewer => ({
  seesIndividualNumber: may(caller, "reveal:individual-number", { purpose, through: operation }),
  seesWhereabouts: may(caller, "reveal:protected-address", { purpose }),
});

/** Of the items that a record holds those that are shown, for the trail: a 個人番号 that was masked was not seen. */
export const itemsSeen = (items: readonly RecordItemId[], { seesIndividualNumber }: Viewer): RecordItemId[] =>
  items.filter(
    (id) => recordItems[id].sensitivity !== "個人番号" || (seesIndividualNumber && id === "addressee.myNumber"),
  );
