import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { type FileOwner, fateOf, type TemporaryFile, temporaryPlaces } from "../../../shared/domain/temporary-files.ts";

const now = "2026-12-31T00:50:00.000Z";
const limitDays = 35;
const hours = (count: number) => new Date(Date.parse(now) - count * 60 * 60 * 1_000).toISOString();
const days = (count: number) => hours(count * 24);

const open: FileOwner = { state: "open" };
const none: FileOwner = { state: "none" };
const over = (since: string | null): FileOwner => ({ state: "over", since });

const stays = { goes: false, told: null };
const goes = { goes: true, told: null };
const late = { goes: true, told: "late" };
const untaken = { goes: false, told: "untaken" };

const fate = (file: Partial<TemporaryFile>, limit = limitDays) =>
  fateOf({ place: "staged", owner: open, newestAt: now, deleted: false, ...file }, now, limit);

describe("一時ファイル", () => {
  it.each([
    ["承認を待つ進達のファイル", { newestAt: days(34) }, stays],
    ["上限を過ぎても承認を待つ進達のファイル", { newestAt: days(35) }, { goes: false, told: "waiting" }],
    ["終わったばかりの進達のファイル", { owner: over(hours(0.5)), newestAt: days(3) }, stays],
    ["終わって一時間たつ進達のファイル", { owner: over(hours(1)), newestAt: days(3) }, goes],
    ["終わって一日より長く残る進達のファイル", { owner: over(hours(26)), newestAt: days(3) }, late],
    ["終わった後に遅れて置かれたファイル", { owner: over(days(9)), newestAt: hours(2) }, goes],
    ["いつ終わったか分からない出力のファイル", { owner: over(null), newestAt: hours(3) }, goes],
    ["上限を過ぎてから、いま終わった進達のファイル", { owner: over(hours(0.5)), newestAt: days(40) }, goes],
    ["持ち主がまだ記録されていないファイル", { owner: none, newestAt: hours(23) }, stays],
    ["途中で切れた仕事が残したファイル", { owner: none, newestAt: hours(25) }, goes],
    ["途中で切れた仕事が残し、前の日も消えなかったファイル", { owner: none, newestAt: hours(49) }, late],
  ] as const)("%s", (_, file, expected) => {
    expect(fate(file)).toEqual(expected);
  });

  it.each([
    ["取込中の処理結果一覧", { place: "imported", newestAt: days(34) }, stays],
    ["上限まで取り込み終わらない処理結果一覧", { place: "imported", newestAt: days(35) }, late],
    ["受取待ちの出力", { place: "exported", newestAt: days(1) }, stays],
    ["上限を過ぎた出力", { place: "exported", newestAt: days(35) }, late],
    ["バケットの規則が先に消した出力", { place: "exported", deleted: true }, late],
    ["受け箱に届いたファイル", { place: "inbox", newestAt: hours(24) }, stays],
    ["一日を過ぎて受け箱にあるファイル", { place: "inbox", newestAt: hours(25) }, untaken],
    ["上限まで取り込まれないファイル", { place: "inbox", newestAt: days(35) }, { goes: true, told: "untaken" }],
    ["取り込まれて、旧版だけが残るファイル", { place: "inbox", newestAt: hours(0.1), deleted: true }, goes],
    ["取り込まれて、旧版が一日より長く残るファイル", { place: "inbox", newestAt: hours(25), deleted: true }, late],
    ["上限の前の取込結果", { place: "report", newestAt: days(34) }, stays],
    ["上限の日の取込結果", { place: "report", newestAt: days(35) }, goes],
    ["上限を一日より長く過ぎた取込結果", { place: "report", newestAt: hours(36 * 24 + 1) }, late],
    ["決まりにない場所に置かれたばかりのファイル", { place: "elsewhere", newestAt: hours(1) }, stays],
    ["決まりにない場所のファイル", { place: "elsewhere", newestAt: days(2) }, untaken],
  ] as const)("%s", (_, file, expected) => {
    expect(fate(file)).toEqual(expected);
  });

  const instant = fc.integer({ min: -2, max: 24 * 120 }).map(hours);
  const owner: fc.Arbitrary<FileOwner> = fc.oneof(
    fc.constant(open),
    fc.constant(none),
    fc.option(instant).map((since) => over(since)),
  );
  const file = fc.record({
    place: fc.constantFrom(...keysOf(temporaryPlaces)),
    owner,
    newestAt: instant,
    deleted: fc.boolean(),
  });
  const limits = fc.integer({ min: 1, max: 90 });
  const age = ({ newestAt }: TemporaryFile) => (Date.parse(now) - Date.parse(newestAt)) / (24 * 60 * 60 * 1_000);
  const isNeeded = ({ place, owner: { state }, deleted }: TemporaryFile) =>
    !deleted && temporaryPlaces[place].clears && state === "open";

  it("never goes while it is needed and within the limit, and is then nobody's concern", () => {
    fc.assert(
      fc.property(file, limits, (each, limit) => {
        fc.pre(isNeeded(each) && age(each) < limit);
        expect(fate(each, limit)).toEqual(stays);
      }),
    );
  });

  it("goes past the limit in any case, but while somebody may still decide on it: then it is told of", () => {
    fc.assert(
      fc.property(file, limits, (each, limit) => {
        fc.pre(age(each) >= limit);
        const waits = isNeeded(each) && temporaryPlaces[each.place].waits;
        const { goes: gone, told } = fate(each, limit);
        expect([gone, told === "waiting"]).toEqual([!waits, waits]);
      }),
    );
  });

  it("is told of whenever it is there a day and an hour after it was needed for the last time", () => {
    fc.assert(
      fc.property(file, limits, instant, (each, limit, ended) => {
        const put = Date.parse(each.newestAt);
        const past = { ...each, owner: over(ended), deleted: false };
        fc.pre(temporaryPlaces[each.place].clears);
        const over25 = Date.parse(now) - Math.max(put, Date.parse(ended)) > 25 * 60 * 60 * 1_000;
        if (over25) expect(fate(past, limit)).toEqual(late);
      }),
    );
  });

  it("is not told of while it is younger than a day, but where the bucket's own rule has taken it or the limit is shorter", () => {
    fc.assert(
      fc.property(file, limits, (each, limit) => {
        fc.pre(age(each) <= 1 && limit > 1 && !each.deleted);
        expect(fate(each, limit).told).toBeNull();
      }),
    );
  });
});
