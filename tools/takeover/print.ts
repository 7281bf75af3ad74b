import { acceptanceCode, type Marks, type Standing, standingOf } from "../../functions/linkage/takeover/account.ts";
import { takeoverFaults } from "../../shared/contracts/takeover.ts";
import { takeoverFiles } from "../../shared/domain/takeover-mapping.ts";
import { takeoverReasons } from "../../shared/domain/takeover-row.ts";
import type { Difference } from "../../shared/domain/takeover-totals.ts";
import type { Account, Reject, Takeover } from "../../shared/stores/takeovers.ts";

/** Lines for the operator's terminal: places, headings, reasons and counts, never what stood in a row. */
type Lines = readonly string[];

export const faultLine = ({ fault, file, line }: NonNullable<Takeover["fault"]>): string =>
  [file === null ? "" : `${file}.csv`, line === 0 ? "" : `${line}行`, fault, takeoverFaults[fault]]
    .filter((part) => part !== "")
    .join("\t");

export const rejectLines = (rejects: readonly Reject[]): Lines =>
  rejects.map(({ file, line, reason, columns }) =>
    [`${file}.csv`, `${line}行`, reason, takeoverReasons[reason], columns.join("・")].join("\t").trimEnd(),
  );

export const differenceLines = (title: string, found: readonly Difference[]): Lines =>
  found.map(({ name, told, found: there }) => `${title}\t${name}\t${told}\t${there}`);

const accountLines = ({ files, people, apart, unreadable, toldAndRead, takenAndOnFile }: Account): Lines => [
  ...takeoverFiles.map((file) => {
    const { read, taken, repeated, rejected } = files[file];
    return `${file}.csv\t読んだ ${read}\t取り込んだ ${taken}\t前からある ${repeated}\t受け取らない ${rejected}`;
  }),
  `読み返した人 ${people}人、抽出データと違う人 ${apart}人、読めない行 ${unreadable}行`,
  ...differenceLines("統制合計と読んだ行の差", toldAndRead),
  ...differenceLines("取り込んだ行と記録の差", takenAndOnFile),
];

const standings: Readonly<Record<Standing, string>> = {
  reconciled: "一致。消してよい",
  acceptable: "受け取らない行がある。直して別の組で取り込むか、職員の受入れで消す",
  "not-reconciled": "合わない。消せない",
};

/** Where a set stands, with everything of it that was not taken in. */
export const setLines = (takeover: Takeover, marks: Marks): Lines => {
  const { set, state, fingerprint, fault, account, erasure } = takeover;
  const needsCode = state === "refused" || (state === "taken" && account && standingOf(account) === "acceptable");
  return [
    `${set}\t${state}\t${fingerprint}`,
    ...(fault ? [faultLine(fault)] : []),
    ...(account ? accountLines(account) : []),
    ...rejectLines([...marks.values()].flatMap(({ rejects }) => rejects)),
    ...(state === "taken" && account ? [standings[standingOf(account)]] : []),
    ...(needsCode ? [`受入れのコード / acceptance: ${acceptanceCode(takeover, marks)}`] : []),
    ...(erasure ? [`消去証明 / certificate: ${erasure.certificateId}`] : []),
  ];
};
