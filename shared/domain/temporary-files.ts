/**
 * 一時ファイル: what lies in a bucket only until somebody or something has taken it. Whose it is says whether it is still
 * needed: `open` while it is, `over` once it is not, `none` when nobody knows of it.
 */
export type FileOwner =
  | { readonly state: "open" }
  /** Since when nobody needs it any more: an instant; null when that is not told. */
  | { readonly state: "over"; readonly since: string | null }
  | { readonly state: "none" };

/** How a place is kept tidy by its own work. */
export const temporaryPlaces = {
  /** Needed until its owner is over, however long that takes; nobody's are the remains of a turn that was cut off. */
  staged: { title: "進達・所得情報の出力・処理結果一覧の途中のファイル", waits: true },
  /** Likewise, and its owner expires by itself: past the limit it goes in any case. */
  exported: { title: "一括出力のファイル", waits: false },
  /** Another system's file that was not taken in yet. */
  inbox: { title: "連携の受け箱のファイル", waits: false },
  /** What the other system is told about its file: it stays until the limit. */
  report: { title: "連携の取込結果", waits: false },
  /** Lies where nothing of the system puts anything. */
  elsewhere: { title: "置き場所の決まりにないファイル", waits: false },
} as const satisfies Record<string, { readonly title: string; readonly waits: boolean }>;
export type TemporaryPlace = keyof typeof temporaryPlaces;

/** All versions of one name. */
export interface TemporaryFile {
  readonly place: TemporaryPlace;
  readonly owner: FileOwner;
  /** Instant of the newest version. */
  readonly newestAt: string;
  /** The newest is the mark of a deletion: nobody can see the file any more. */
  readonly deleted: boolean;
}

/** What is to be done with a file, and why somebody must look at it; null when nobody needs to. */
export interface Fate {
  readonly goes: boolean;
  readonly told: "late" | "untaken" | "waiting" | null;
}

const day = 24 * 60 * 60 * 1_000;
const stays: Fate = { goes: false, told: null };

/** Hours and days of grace: a turn that ends an owner clears its files itself, minutes later at the most. */
const graceDays = 1;

const ofOwner = (file: TemporaryFile, now: number, age: number, limit: number): Fate => {
  const { owner, newestAt, place } = file;
  if (owner.state === "none") return { goes: age > graceDays * day, told: null };
  if (owner.state === "over") {
    const since = Math.max(Date.parse(newestAt), owner.since === null ? 0 : Date.parse(owner.since));
    return { goes: true, told: now - since > graceDays * day ? "late" : null };
  }
  if (age <= limit) return stays;
  return temporaryPlaces[place].waits ? { goes: false, told: "waiting" } : { goes: true, told: "late" };
};

/**
 * What becomes of a temporary file at `now`, an instant. After success it is gone; after `limitDays` it goes in any case, but
 * for staged files that somebody still decides on: those are told of. Its owner must have been looked up after the file was
 * listed.
 */
export const fateOf = (file: TemporaryFile, now: string, limitDays: number): Fate => {
  const age = Date.parse(now) - Date.parse(file.newestAt);
  const limit = limitDays * day;
  if (file.deleted) return { goes: true, told: null };
  switch (file.place) {
    case "report":
      return { goes: age > limit, told: null };
    case "inbox":
    case "elsewhere":
      return { goes: age > limit, told: age > graceDays * day ? "untaken" : null };
    default:
      return ofOwner(file, Date.parse(now), age, limit);
  }
};
