import { may } from "../shared/access/may.ts";
import { type RecordItemId, recordItems } from "../shared/domain/record-items.ts";
import type { Call } from "../shared/http/call.ts";
import type { Viewer } from "../shared/protection/mask-person.ts";

/** What is shown to whoever calls, for the purpose they stated. */
export const viewerOf = ({ caller, purpose, operation }: Call): Viewer => ({
  seesIndividualNumber: may(caller, "reveal:individual-number", { purpose, through: operation }),
  seesWhereabouts: may(caller, "reveal:protected-address", { purpose }),
  seesMedical: may(caller, "reveal:medical", { purpose, through: operation }),
});

/** Items of 受給年金受給者情報 and 特別障害給付金受給者情報. */
export const isOfRecipient = (id: RecordItemId): boolean =>
  recordItems[id].group === "beneficiary" || recordItems[id].group === "specialDisabilityBeneficiary";

/** Of the items that a record holds those that are shown, for the trail: a 個人番号 or 要配慮 that was masked was not seen. */
export const itemsSeen = (
  items: readonly RecordItemId[],
  { seesIndividualNumber, seesMedical }: Viewer,
): RecordItemId[] =>
  items.filter((id) => {
    const { sensitivity } = recordItems[id];
    if (sensitivity === "個人番号") return seesIndividualNumber && id === "addressee.myNumber";
    return sensitivity !== "要配慮" || !isOfRecipient(id) || seesMedical;
  });
