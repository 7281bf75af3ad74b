import { may } from "../shared/access/may.ts";
import { medicalItems } from "../shared/domain/recipient-facts.ts";
import { type RecordItemId, recordItems } from "../shared/domain/record-items.ts";
import type { Call } from "../shared/http/call.ts";
import type { Viewer } from "../shared/protection/mask-person.ts";

/** What is shown to whoever calls, for the purpose they stated. */
export const viewerOf = ({ caller, purpose, operation }: Call): Viewer => ({
  seesIndividualNumber: may(caller, "reveal:individual-number", { purpose, through: operation }),
  seesMedical: may(caller, "reveal:medical", { purpose }),
  seesWhereabouts: may(caller, "reveal:protected-address", { purpose }),
});

/** Of the items that a record holds those that are shown, for the trail: what was masked was not seen. */
export const itemsSeen = (items: readonly RecordItemId[], viewer: Viewer): RecordItemId[] =>
  items.filter((id) => {
    if (medicalItems.has(id)) return viewer.seesMedical;
    return recordItems[id].sensitivity !== "個人番号" || (viewer.seesIndividualNumber && id === "addressee.myNumber");
  });
