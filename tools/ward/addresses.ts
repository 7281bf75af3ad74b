import type { Random } from "./random.ts";

/** Towns of 目黒区 with a postal code of 153, and how many 丁目 each has. The rest of an address is drawn. */
const towns = [
  ["駒場", "0041", 4],
  ["青葉台", "0042", 4],
  ["東山", "0043", 3],
  ["大橋", "0044", 2],
  ["上目黒", "0051", 5],
  ["祐天寺", "0052", 2],
  ["五本木", "0053", 3],
  ["中目黒", "0061", 5],
  ["三田", "0062", 2],
  ["目黒", "0063", 4],
  ["下目黒", "0064", 6],
  ["中町", "0065", 2],
] as const;

const kanjiDigits = ["〇", "一", "二", "三", "四", "五", "六"] as const;
const buildings = ["架空荘", "見本ハイツ", "コーポ仮名", "メゾン例示", "合成マンション"] as const;

export const drawAddress = (random: Random) => {
  const [town, code, chome] = random.pick(towns);
  const supplement = random.chance(0.6)
    ? `${random.pick(buildings)}${random.int(9) + 1}0${random.int(9) + 1}号室`
    : undefined;
  return {
    postalCode: `153-${code}`,
    address: `東京都目黒区${town}${kanjiDigits[random.int(chome) + 1]}丁目${random.int(40) + 1}番${random.int(30) + 1}号`,
    ...(supplement === undefined ? {} : { addressSupplement: supplement }),
  };
};

/** Exchange 0000 is never assigned, so no call from a test can reach anyone. */
export const drawPhoneNumber = (random: Random): string =>
  `${random.pick(["03", "090", "080"])}0000${String(random.int(10_000)).padStart(4, "0")}`;
