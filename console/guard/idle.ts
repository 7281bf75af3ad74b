const signsOfLife = ["keydown", "pointerdown", "pointermove", "wheel", "touchstart"] as const;

/** How long before the lock it is announced, in seconds. */
const warning = 60;

interface Watch {
  readonly idleSeconds: number;
  readonly soon: (near: boolean) => void;
  readonly lock: () => void;
}

/**
 * Locks when nobody has touched keyboard, mouse or screen for `idleSeconds`. The clock is asked, not the timer alone: a
 * terminal that slept wakes up locked. Gives what ends the watch.
 */
export const watchIdle = ({ idleSeconds, soon, lock }: Watch): (() => void) => {
  let last = Date.now();
  let near = false;
  const look = () => {
    const idle = (Date.now() - last) / 1000;
    if (idle >= idleSeconds) return lock();
    const nearNow = idleSeconds > warning * 2 && idle >= idleSeconds - warning;
    if (nearNow !== near) soon(nearNow);
    near = nearNow;
  };
  const alive = () => {
    // A touch after the time is over does not undo it.
    look();
    last = Date.now();
    look();
  };
  const timer = setInterval(look, 1000);
  for (const name of signsOfLife) addEventListener(name, alive, { capture: true, passive: true });
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    for (const name of signsOfLife) removeEventListener(name, alive, { capture: true });
    document.removeEventListener("visibilitychange", look);
  };
};
