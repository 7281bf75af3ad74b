/*
 * Japanese names by code, put in when the console is built: the tables they come from bring their rules with them, and the
 * console needs the words alone.
 */

/** Titles of the operations. */
declare const OPERATION_TITLES: Readonly<Record<string, string>>;

/** What a record was looked at for. */
declare const PURPOSE_NAMES: Readonly<Record<string, string>>;

/** Items of 別添1. */
declare const RECORD_ITEM_NAMES: Readonly<Record<string, string>>;
