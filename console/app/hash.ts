import { defaultScreen, isScreen, type ScreenName } from "./screen-names.ts";

/**
 * Where somebody is, as the address says it: `#/search?officer=clerk-1`. Officers, days and pseudonyms may stand there;
 * a 宛名番号, a name or a number never does.
 */
export interface Route {
  readonly screen: ScreenName;
  readonly params: Readonly<Record<string, string>>;
}

export const parseHash = (hash: string): Route => {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  return {
    screen: isScreen(path) ? path : defaultScreen,
    params: Object.fromEntries(new URLSearchParams(query)),
  };
};

export const hashOf = (screen: ScreenName, params: Readonly<Record<string, string | undefined>> = {}): string => {
  const given = Object.entries(params).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== "",
  );
  const query = new URLSearchParams(given).toString();
  return `#/${screen}${query === "" ? "" : `?${query}`}`;
};
