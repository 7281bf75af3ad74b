import { provisionLists } from "../../shared/domain/provisions.ts";
import { recordItems } from "../../shared/domain/record-items.ts";
import { type ListedNotice, noticeWays } from "../../shared/stores/notices.ts";

/** A notice as an answer shows it: which items, never what they say, and nobody is named. The 届出 leads to the person. */
export const noticeView = ({ personId: _personId, items, told, ...row }: ListedNotice) => ({
  ...row,
  listTitle: provisionLists[row.list].title,
  items: items.map((item) => ({ item, label: recordItems[item].ja })),
  told: told && { ...told, howLabel: noticeWays[told.how] },
});
