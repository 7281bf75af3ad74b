/** How an 個人番号 is shown to someone whose purpose does not need it. */
export const maskedIndividualNumber = "************";

/** Every run of ten digits or more becomes asterisks of its length: 個人番号 has twelve, 基礎年金番号 ten, 宛名番号 fifteen. */
export const maskNumbers = (text: string): string => text.replace(/\d{10,}/g, (run) => "*".repeat(run.length));
