/** Titles of the operations by id, put in when the console is built. */
declare const OPERATION_TITLES: Readonly<Record<string, string>>;
