import * as z from "zod";

/** Where a row that another system sent is not as agreed. */
export const rowFault = z.strictObject({ code: z.string(), pointer: z.string().optional(), detail: z.string() });
