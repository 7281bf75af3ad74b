import type { PlainDate } from "../law/calendar.ts";
import type { ExtractCondition } from "./extract-conditions.ts";
import { type ExtractItemId, extractItem, isSensitive } from "./extract-items.ts";
import type { FormSensitiveItem } from "./form-items.ts";
import { itemsOfList } from "./list-items.ts";
import { type OutputPurposeId, outputPurpose } from "./output-purposes.ts";
import type { OutputKind } from "./outputs.ts";
import { type RecordItemId, recordItems } from "./record-items.ts";

/** What the rules look at of a request. */
export interface AskedOutput {
  readonly kind: OutputKind;
  readonly purpose: OutputPurposeId;
  readonly spec: {
    readonly columns?: readonly ExtractItemId[];
    readonly conditions?: readonly ExtractCondition[];
    readonly with?: readonly FormSensitiveItem[];
    readonly asOf?: PlainDate;
    readonly filedOn?: PlainDate;
    readonly to?: PlainDate;
    readonly requestId?: string;
    /** Of a 一覧表. */
    readonly name?: string;
  };
}

interface Fault {
  readonly code: string;
  readonly detail: string;
  readonly pointer: string;
}

/** Items that the output shows or tells by whom it holds. */
export const itemsAsked = ({ spec }: Pick<AskedOutput, "spec">): readonly RecordItemId[] => [
  ...new Set([
    ...(spec.columns ?? []),
    ...(spec.conditions ?? []).map(({ item }) => item),
    ...(spec.with ?? []),
    ...itemsOfList(spec.name ?? ""),
  ]),
];

/** 個人番号 and 要配慮 items of it, which an approval has to name one by one. */
export const sensitiveItems = (asked: Pick<AskedOutput, "spec">): readonly RecordItemId[] =>
  itemsAsked(asked).filter(isSensitive);

/** Whether the approval names just the sensitive items: none is overlooked, and none approved that was not asked for. */
export const namesAll = (asked: Pick<AskedOutput, "spec">, names: readonly RecordItemId[]): boolean => {
  const sensitive = new Set(sensitiveItems(asked));
  return sensitive.size === new Set(names).size && names.every((name) => sensitive.has(name));
};

const beyondPurpose = ({ purpose, spec }: AskedOutput): Fault[] => {
  const { groups, label } = outputPurpose(purpose);
  const refused = (id: RecordItemId, pointer: string): Fault => ({
    code: "item-beyond-purpose",
    detail: `「${recordItems[id].ja}」は、目的「${label}」では出力できません`,
    pointer,
  });
  const asked = [
    ...(spec.columns ?? []).map((id, at) => [id, `/spec/columns/${at}`] as const),
    ...(spec.conditions ?? []).map(({ item }, at) => [item, `/spec/conditions/${at}/item`] as const),
  ];
  return [
    ...asked.flatMap(([id, pointer]) => (groups.includes(extractItem(id).group) ? [] : [refused(id, pointer)])),
    ...(spec.with ?? []).flatMap((id, at) =>
      recordItems[id].sensitivity !== "個人番号" || groups.includes("individual-number")
        ? []
        : [refused(id, `/spec/with/${at}`)],
    ),
  ];
};

/** What may not be asked for, or not yet, on `today`; empty where the request can go to whoever approves. */
export const outputFaults = (asked: AskedOutput, today: PlainDate): readonly Fault[] => {
  const { kind, purpose, spec } = asked;
  if (!outputPurpose(purpose).kinds.includes(kind))
    return [{ code: "kind-beyond-purpose", detail: "この目的では、この種類の出力はできません", pointer: "/purpose" }];
  return [
    ...beyondPurpose(asked),
    ...(spec.asOf !== undefined && spec.asOf > today
      ? [{ code: "day-to-come", detail: "先の日の状態は分かりません", pointer: "/spec/asOf" }]
      : []),
    ...(spec.filedOn !== undefined && spec.filedOn > today
      ? [{ code: "day-to-come", detail: "先の日の届出はまだありません", pointer: "/spec/filedOn" }]
      : []),
    ...(kind === "trail" && spec.to !== undefined && spec.to >= today
      ? [{ code: "day-not-over", detail: "終わった日までを指定してください", pointer: "/spec/to" }]
      : []),
  ];
};
