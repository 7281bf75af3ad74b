/**
 * A 基礎年金番号 as this system accepts it: ten ASCII digits (法14条; written 4-6, stored without the hyphen).
 * No public specification of a check digit or of the valid ranges was found, so none is claimed: doubtful, to be
 * confirmed with JPS before a number is refused for more than its form.
 */
export const isBasicPensionNumber = (text: string): boolean => /^[0-9]{10}$/.test(text);
