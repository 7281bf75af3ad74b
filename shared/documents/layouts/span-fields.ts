import type { Field, RecordItem } from "../layout.ts";
import { type SpanItem, spanPlaces } from "../span-items.ts";
import { reliefKindCodes } from "./relief-codes.ts";

/** 14 bytes a place: 免除区分, 開始年月, 終了年月. A place not used is blank. */
export const spanFields = <Name extends string>(name: Name, label: string) =>
  spanPlaces.flatMap((place): readonly Field<RecordItem<SpanItem<Name>>>[] => [
    {
      label: `${label}${place} 免除区分`,
      width: 2,
      type: "code",
      codes: reliefKindCodes,
      item: `${name}${place}Kind`,
      required: false,
    },
    { label: `${label}${place} 開始年月`, width: 6, type: "month", item: `${name}${place}From`, required: false },
    { label: `${label}${place} 終了年月`, width: 6, type: "month", item: `${name}${place}Until`, required: false },
  ]);
