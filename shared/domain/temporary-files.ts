/**
 * 一時ファイル: what lies in a bucket only until somebody or something has taken it. Three buckets hold nothing else.
 *
 * No file of this system lies on 国保総合PC: 国保 is given items by an operation (提供), not by a file, and what the assessment
 * says of temporary files there is the 国保 system's own (評価書 III-7). What corresponds to it here is a file on its way to
 * somebody else: an approved output in `exports` until it was taken, and a medium of 進達 or 所得情報の出力 in `staging` until it
 * was released. Released ones in the outbox are no temporary files but records of what went out (`transmittal-file`), and the
 * locked audit bucket holds records only.
 */
export const temporaryBuckets = ["staging", "linkage", "exports"] as const;
export type TemporaryBucket = (typeof temporaryBuckets)[number];

/**
 * Whose a file is says whether it is still needed: `open` while it is; `over` once it is not, since the instant told or, where
 * none is told, since it was put; `none` when nobody knows of it.
 */
export type FileOwner =
  | { readonly state: "open" }
  | { readonly state: "over"; readonly since: string | null }
  | { readonly state: "none" };

/**
 * How a place is kept tidy. `clears`: by its owner's own work, in every version. `waits`: past the limit it is told of, and
 * stays while its owner needs it. `passes`: within a day somebody should have taken it.
 */
export const temporaryPlaces = {
  /** Media in the making or awaiting a decision: a manager may not decide on what is gone. */
  staged: { title: "進達・所得情報の出力の途中のファイル", clears: true, waits: true, passes: false },
  /** 処理結果一覧 as it came: nobody reads it again, and whoever goes on with the import sends it once more. */
  imported: { title: "取込中の処理結果一覧", clears: true, waits: false, passes: false },
  exported: { title: "承認された出力", clears: true, waits: false, passes: false },
  /** Another system's file that was not taken in yet. Who takes it in deletes it, and leaves its older versions. */
  inbox: { title: "連携の受け箱のファイル", clears: false, waits: false, passes: true },
  /** The previous package's extract: its own command erases it with a certificate, and nothing else may. */
  extract: { title: "移行元の抽出データ", clears: true, waits: true, passes: false },
  /** What the other system is told about its file: it stays until the limit. */
  report: { title: "連携の取込結果", clears: false, waits: false, passes: false },
  /** Lies where nothing of the system puts anything. */
  elsewhere: { title: "置き場所の決まりにないファイル", clears: false, waits: false, passes: true },
} as const satisfies Record<
  string,
  { readonly title: string; readonly clears: boolean; readonly waits: boolean; readonly passes: boolean }
>;
export type TemporaryPlace = keyof typeof temporaryPlaces;

/** All versions of one name. */
export interface TemporaryFile {
  readonly place: TemporaryPlace;
  /** Of a place that `clears`; elsewhere it does not count. */
  readonly owner: FileOwner;
  /** Instant of the newest version. */
  readonly newestAt: string;
  /** The newest is the mark of a deletion: nobody can see the file any more. */
  readonly deleted: boolean;
}

/**
 * What is to be done with a file, and why somebody must look at it; null when nobody needs to. `late`: it should have been gone
 * long before. `untaken`: nobody takes it. `waiting`: past the limit, and still needed.
 */
export interface Fate {
  readonly goes: boolean;
  readonly told: "late" | "untaken" | "waiting" | null;
}

const hour = 60 * 60 * 1_000;
const day = 24 * hour;

/** Whoever ends an owner clears its files in the same turn; links to them are good for five minutes. */
const settling = hour;
/** After so long nobody puts, takes or clears any more: whatever is left was left behind. */
const grace = day;

/** From when on a file is not needed, in milliseconds of the epoch. */
const dueAt = ({ place, owner, newestAt, deleted }: TemporaryFile, limit: number): number => {
  const put = Date.parse(newestAt);
  if (deleted) return put;
  if (!temporaryPlaces[place].clears || owner.state === "open") return put + limit;
  if (owner.state === "none") return put + grace;
  return Math.max(put, owner.since === null ? put : Date.parse(owner.since)) + settling;
};

const toldOf = ({ place, owner, newestAt, deleted }: TemporaryFile, now: number, due: number): Fate["told"] => {
  const { clears, waits, passes } = temporaryPlaces[place];
  // In such a place only the bucket's own rule leaves marks: whose work it was did not do it.
  if (deleted) return clears || now - due > grace ? "late" : null;
  if (clears && owner.state === "open") return now < due ? null : waits ? "waiting" : "late";
  if (passes) return now - Date.parse(newestAt) > grace ? "untaken" : null;
  return now - due > grace ? "late" : null;
};

/**
 * What becomes of a temporary file at `now`, an instant. After success it goes; after `limitDays` it goes in any case, but for
 * what somebody still has to decide on: that is told of, and the bucket's own rule takes it in the end. Its owner must have
 * been looked up after the file was listed.
 */
export const fateOf = (file: TemporaryFile, now: string, limitDays: number): Fate => {
  const at = Date.parse(now);
  const limit = limitDays * day;
  const due = dueAt(file, limit);
  const told = toldOf(file, at, due);
  return { goes: at >= Math.min(due, Date.parse(file.newestAt) + limit) && told !== "waiting", told };
};
