import { checkDigitOf, hasValidCheckDigit, isIndividualNumber } from "../../../shared/law/individual-number.ts";
import { InputError, type Topic } from "../input.ts";

/** 個人番号検査数字: `valid` is the form alone, `accepted` also refuses twelve zeros. */
export const individualNumber: Topic = (input) => {
  const number = input.text("myNumber");
  const first11 = input.text("first11") ?? number?.slice(0, 11);
  if (first11 === undefined) throw new InputError("myNumber or first11 is needed");
  return {
    valid: number === undefined ? undefined : hasValidCheckDigit(number),
    accepted: number === undefined ? undefined : isIndividualNumber(number),
    checkDigit: /^[0-9]{11}$/.test(first11) ? checkDigitOf(first11) : undefined,
  };
};
