import { useEffect, useState } from "preact/hooks";
import { hashOf, parseHash, type Route } from "./hash.ts";
import type { ScreenName } from "./screen-names.ts";

/** Goes there; the browser's way back leads here again. */
export const go = (screen: ScreenName, params: Readonly<Record<string, string | undefined>> = {}): void => {
  location.hash = hashOf(screen, params);
};

export const useRoute = (): Route => {
  const [route, setRoute] = useState(() => parseHash(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parseHash(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return route;
};
