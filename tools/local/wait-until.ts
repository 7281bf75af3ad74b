import { setTimeout as delay } from "node:timers/promises";

type Wait = {
  /** Asked every 50 ms; a rejection counts as "not yet". */
  ready(): Promise<boolean>;
  /** A reason to stop waiting, such as the exit of the process that should answer. */
  hopeless?: () => string | undefined;
  seconds: number;
  what: string;
};

/** @throws Error with `what` when the time is over or waiting is hopeless. */
export const waitUntil = async ({ ready, hopeless, seconds, what }: Wait): Promise<void> => {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const reason = hopeless?.();
    if (reason !== undefined) throw new Error(`${what}: ${reason}`);
    if (await ready().catch(() => false)) return;
    if (performance.now() > deadline) throw new Error(`${what}: no answer within ${seconds} s`);
    await delay(50);
  }
};
