import type { Sex } from "./person.ts";
import type { Random } from "./random.ts";

export interface Name {
  readonly name: string;
  readonly kana: string;
}

type Part = readonly [text: string, kana: string];

/** Families are put together from parts, so that old forms (髙﨑邊邉齋齊瀨濵) and 𠮷, which is outside the basic plane, come up often. */
const familyFirst: readonly Part[] = [
  ["山", "ヤマ"],
  ["高", "タカ"],
  ["髙", "タカ"],
  ["吉", "ヨシ"],
  ["𠮷", "ヨシ"],
  ["西", "ニシ"],
  ["北", "キタ"],
  ["南", "ミナミ"],
  ["東", "ヒガシ"],
  ["松", "マツ"],
  ["竹", "タケ"],
  ["石", "イシ"],
  ["岩", "イワ"],
  ["森", "モリ"],
  ["大", "オオ"],
  ["小", "コ"],
  ["中", "ナカ"],
  ["上", "ウエ"],
  ["村", "ムラ"],
  ["長", "ナガ"],
  ["濵", "ハマ"],
  ["藤", "フジ"],
];

const familySecond: readonly Part[] = [
  ["田", "タ"],
  ["川", "カワ"],
  ["本", "モト"],
  ["野", "ノ"],
  ["井", "イ"],
  ["島", "シマ"],
  ["崎", "サキ"],
  ["﨑", "サキ"],
  ["原", "ハラ"],
  ["瀨", "セ"],
  ["沢", "ザワ"],
  ["橋", "ハシ"],
  ["谷", "タニ"],
];

const wholeFamilies: readonly Part[] = [
  ["渡邊", "ワタナベ"],
  ["渡邉", "ワタナベ"],
  ["齋藤", "サイトウ"],
  ["齊藤", "サイトウ"],
  ["田邊", "タナベ"],
];

const givenParts: Readonly<Record<Sex, readonly [first: readonly Part[], second: readonly Part[]]>> = {
  male: [
    [
      ["健", "ケン"],
      ["大", "ダイ"],
      ["拓", "タク"],
      ["直", "ナオ"],
      ["雄", "ユウ"],
      ["和", "カズ"],
      ["正", "マサ"],
      ["義", "ヨシ"],
      ["翔", "ショウ"],
      ["俊", "シュン"],
    ],
    [
      ["太", "タ"],
      ["也", "ヤ"],
      ["樹", "キ"],
      ["介", "スケ"],
      ["一", "イチ"],
      ["彦", "ヒコ"],
      ["人", "ト"],
      ["之", "ユキ"],
    ],
  ],
  female: [
    [
      ["真", "マ"],
      ["優", "ユウ"],
      ["千", "チ"],
      ["由", "ユ"],
      ["和", "カズ"],
      ["佐", "サ"],
      ["奈", "ナ"],
      ["久", "ヒサ"],
      ["朋", "トモ"],
      ["麻", "マ"],
    ],
    [
      ["子", "コ"],
      ["美", "ミ"],
      ["香", "カ"],
      ["央", "オ"],
      ["江", "エ"],
      ["代", "ヨ"],
      ["里", "リ"],
      ["希", "キ"],
    ],
  ],
};

/** Syllables of names of no particular country. */
const latinSyllables: readonly Part[] = [
  ["KA", "カ"],
  ["RI", "リ"],
  ["TO", "ト"],
  ["NA", "ナ"],
  ["MI", "ミ"],
  ["SA", "サ"],
  ["LE", "レ"],
  ["RO", "ロ"],
  ["DA", "ダ"],
  ["VI", "ヴィ"],
  ["SON", "ソン"],
  ["LIN", "リン"],
  ["MAN", "マン"],
  ["TEL", "テル"],
];

const join = (parts: readonly Part[]): Name => ({
  name: parts.map(([text]) => text).join(""),
  kana: parts.map(([, kana]) => kana).join(""),
});

export const drawFamily = (random: Random): Name =>
  random.chance(0.1) ? join([random.pick(wholeFamilies)]) : join([random.pick(familyFirst), random.pick(familySecond)]);

export const drawLatinFamily = (random: Random): Name =>
  join(Array.from({ length: 2 + random.int(2) }, () => random.pick(latinSyllables)));

/** The whole name of a Japanese national, or the 通称 of a foreign resident. */
export const drawJapaneseName = (random: Random, family: Name, sex: Sex): Name => {
  const [first, second] = givenParts[sex];
  const given = join([random.pick(first), random.pick(second)]);
  return { name: `${family.name}\u3000${given.name}`, kana: `${family.kana}\u3000${given.kana}` };
};

export const drawLatinName = (random: Random, family: Name): Name => {
  const given = drawLatinFamily(random);
  return { name: `${family.name} ${given.name}`, kana: `${family.kana}\u3000${given.kana}` };
};
