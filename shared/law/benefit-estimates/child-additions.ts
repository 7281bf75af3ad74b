import type { BasicAmounts } from "../benefit-amounts.ts";
import { yen } from "../rounding.ts";
import { type EstimateLine, present } from "./estimate.ts";

/** The lines of 子の加算: `first` children by the larger amount, `further` by the lesser. */
export const childLines = (
  amounts: BasicAmounts,
  { first, further }: { readonly first: number; readonly further: number },
  { ordinal, article }: { readonly ordinal: string; readonly article: string },
): EstimateLine[] =>
  present<EstimateLine>([
    first > 0 && {
      code: "first-children",
      message: `子の加算(${ordinal})は${yen(amounts.firstChildren)}×${first}人=${yen(amounts.firstChildren * first)}です。`,
      article,
      yen: amounts.firstChildren * first,
    },
    further > 0 && {
      code: "further-children",
      message: `子の加算(3人目から)は${yen(amounts.furtherChild)}×${further}人=${yen(amounts.furtherChild * further)}です。`,
      article,
      yen: amounts.furtherChild * further,
    },
  ]);

/** Who counts as a child. */
export const whoIsChild: EstimateLine = {
  code: "who-is-child",
  message: "子は、18歳に達した後の3月31日までの子と、20歳未満で障害等級1級・2級の子です(生計を維持していること)。",
  article: "国民年金法33条の2第1項・37条の2第1項",
};
