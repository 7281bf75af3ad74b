/** Exit codes: done, refused or something was found, the command was not understood. */
export const exit = { done: 0, refused: 1, misuse: 2 } as const;

/** Runs a command. What an error says may repeat what it met: only our own words and the kinds of others are printed. */
export const runCommand = async (usage: string, main: () => Promise<number>): Promise<void> => {
  try {
    process.exitCode = await main();
  } catch (error) {
    const isMisuse =
      error instanceof Misuse || (error instanceof Error && "code" in error && isOfArguments(error.code));
    console.error(error instanceof Misuse ? error.message : `失敗 / failed: ${kindOf(error)}`);
    if (isMisuse) console.error(usage);
    process.exitCode = isMisuse ? exit.misuse : exit.refused;
  }
};

/** The command was not understood, and why. */
export class Misuse extends Error {}

const isOfArguments = (code: unknown) => String(code).startsWith("ERR_PARSE_ARGS");

const kindOf = (error: unknown): string => {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error ? `${error.name} ${String(error.code)}` : error.name;
};

/** A value that the command cannot do without. */
export const needed = (value: string | undefined, name: string): string => {
  if (value === undefined) throw new Misuse(`--${name} が要る / is needed`);
  return value;
};
