import * as z from "zod";

/**
 * 文書番号 of the paper that a decision rests on, such as 「8目国発第123号の2」. It is kept in the open, so its form has no room
 * for a name, and none for a number as long as one of a person.
 */
export const documentNumberSchema = z
  .string()
  .regex(
    /^[\p{Script=Han}0-9]{0,16}第[0-9]{1,6}号(の[0-9]{1,3})?$/u,
    "文書番号を「8目国発第123号」の形で入力してください",
  )
  .refine((text) => !/\d{7,}/.test(text), "文書番号を「8目国発第123号」の形で入力してください");
