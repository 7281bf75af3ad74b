import { type RecordItemId, recordItems } from "./record-items.ts";

/**
 * Why something is left out of what is disclosed: 個人情報の保護に関する法律78条1項各号. 4号 is for organs of the state and 5号
 * for those of prefectures; a ward has neither.
 */
export const nonDisclosureReasons = {
  "78-1-1": "開示請求者の生命、健康、生活または財産を害するおそれがある情報(法78条1項1号)",
  "78-1-2": "開示請求者以外の個人に関する情報(法78条1項2号)",
  "78-1-3": "法人その他の団体などに関する情報(法78条1項3号)",
  "78-1-6": "審議、検討または協議に関する情報(法78条1項6号)",
  "78-1-7": "事務または事業の適正な遂行に支障を及ぼすおそれがある情報(法78条1項7号)",
} as const satisfies Record<string, string>;
export type NonDisclosureReason = keyof typeof nonDisclosureReasons;

/** Items of 別添1 in a person's record that are of somebody else, by how their names within the group begin, and of whom. */
const itemsOfOthers = [
  ["spouse", "配偶者"],
  ["householdHead", "世帯主"],
  ["head", "世帯主"],
] as const;

/** Whom besides the person an item tells of; undefined for an item of the person's own. 法78条1項2号. */
export const otherToldOf = (item: RecordItemId): string | undefined =>
  itemsOfOthers.find(([beginning]) => item.split(".")[1]?.startsWith(beginning))?.[1];

/** Every item of others, with whom it is of: what docs/disclosure.md lists. */
export const othersItems = (): readonly (readonly [label: string, of: string])[] =>
  (Object.keys(recordItems) as RecordItemId[]).flatMap((id) => {
    const of = otherToldOf(id);
    return of === undefined ? [] : [[recordItems[id].ja, of] as const];
  });
