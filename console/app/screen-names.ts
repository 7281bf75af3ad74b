import type { ConsoleOperation } from "../api/types.ts";

interface Screen {
  readonly title: string;
  /** The operation without which the screen shows nothing: who may not call it is not shown the way. */
  readonly needs: ConsoleOperation;
  /** Reached from another screen, not from the menu. */
  readonly inner?: true;
}

/** The screens, in the order of the menu and of the shortcuts Alt+1, Alt+2, … */
export const screens = {
  search: { title: "検索", needs: "listEntries" },
  officer: { title: "職員の一日", needs: "listEntries" },
  person: { title: "人の記録", needs: "listEntries" },
  activity: { title: "推移", needs: "showActivity" },
  digests: { title: "署名の状態", needs: "listDigests" },
  reports: { title: "月次報告", needs: "listReports" },
  outputs: { title: "出力", needs: "listOutputs" },
  rights: { title: "権限", needs: "listRights" },
  entry: { title: "記録の詳細", needs: "showEntry", inner: true },
} as const satisfies Record<string, Screen>;

export type ScreenName = keyof typeof screens;

const table: Readonly<Record<ScreenName, Screen>> = screens;

export const isScreen = (name: string): name is ScreenName => Object.hasOwn(screens, name);

/** The screens of the menu that somebody with these operations may open. */
export const menuFor = (actions: readonly string[]): ScreenName[] =>
  (Object.keys(screens) as ScreenName[]).filter((name) => !table[name].inner && actions.includes(table[name].needs));

export const defaultScreen: ScreenName = "search";
