import { isDeepStrictEqual } from "node:util";

/** Prints what happens and holds each step to what it should be: the first that does not hold ends the demo. */
export const openReport = (say: (line: string) => void) => {
  let steps = 0;
  let held = 0;
  return {
    step: (title: string) => {
      steps += 1;
      say(`\n${steps}. ${title}`);
    },
    tell: (line: string) => say(`   ${line}`),
    /** @throws when `actual` is not what it should be. */
    holds: (what: string, actual: unknown, expected: unknown) => {
      if (!isDeepStrictEqual(actual, expected))
        throw new Error(`${what}: ${JSON.stringify(actual)} であって ${JSON.stringify(expected)} ではない`);
      held += 1;
      say(`   ✔ ${what}`);
    },
    summary: () => `${steps}段階、${held}項目を確かめました。`,
  };
};

export type Report = ReturnType<typeof openReport>;
