import { LogFormatter, Logger, LogItem } from "@aws-lambda-powertools/logger";
import type { LogAttributes, UnformattedAttributes } from "@aws-lambda-powertools/logger/types";
import { maskNumbers } from "../protection/mask.ts";

/** What is logged, by code: the metric filters, alarms and runbooks go by these. Messages hold no data of people. */
export const logCodes = {
  "request-done": "要求を処理した",
  "request-refused": "要求を断った",
  "access-refused": "認証または権限で断った",
  "internal-error": "想定しない誤りが起きた",
  "transmittal-step": "進達の一段を終えた",
  "transmittal-stopped": "媒体に書けない記録を進達から外した",
  "resident-file-done": "住民記録の異動ファイルを取り込んだ",
  "resident-file-refused": "住民記録の異動ファイルを読めなかった",
  "income-file-done": "所得情報ファイルを取り込んだ",
  "income-file-refused": "所得情報ファイルを読めなかった",
  "income-reference-failed": "税システムへの照会に答えが得られなかった",
  "results-unmatched": "処理結果一覧に突合できない行があった",
  "batches-done": "夜間の一括処理を終えた",
  "audit-head": "アクセス記録の1時間を要約し署名した",
  "trail-differs": "アクセス記録が署名した要約と違う",
  "trail-gap": "API呼出しとアクセス記録の数が合わない",
  "trail-compared": "API呼出しとアクセス記録を突き合わせた",
  "outputs-tended": "出力の続きと期限切れを処理した",
} as const satisfies Record<string, string>;
export type LogCode = keyof typeof logCodes;

/** The last guard: whatever reaches a log line, no run of ten digits or more leaves in the clear. */
class MaskingFormatter extends LogFormatter {
  override formatAttributes(attributes: UnformattedAttributes, additional: LogAttributes): LogItem {
    const { logLevel, message, timestamp, serviceName } = attributes;
    const plain = { level: logLevel, message, at: timestamp.toISOString(), service: serviceName, ...additional };
    return new LogItem({ attributes: JSON.parse(maskNumbers(JSON.stringify(plain))) });
  }
}

export interface Log {
  note(code: LogCode, facts?: Readonly<Record<string, string | number | null>>): void;
  /** An error nobody foresaw: its kind and where it came from, never its message (which may repeat input). */
  fault(error: unknown, facts?: Readonly<Record<string, string | number | null>>): void;
}

const whereOf = (error: Error) =>
  error.stack
    ?.split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 8)
    .join("\n") ?? "";

export const powertoolsLog = (service: string): Log => {
  const logger = new Logger({ serviceName: service, logFormatter: new MaskingFormatter() });
  return {
    note: (code, facts = {}) => logger.info(logCodes[code], { code, ...facts }),
    fault: (error, facts = {}) =>
      logger.error(logCodes["internal-error"], {
        code: "internal-error",
        error: error instanceof Error ? error.name : typeof error,
        where: error instanceof Error ? whereOf(error) : "",
        ...facts,
      }),
  };
};

/** A double that keeps its lines. */
export const memoryLog = (): Log & { readonly lines: { code: LogCode; facts: object }[] } => {
  const lines: { code: LogCode; facts: object }[] = [];
  return {
    lines,
    note: (code, facts = {}) => lines.push({ code, facts }),
    fault: (error, facts = {}) =>
      lines.push({
        code: "internal-error",
        facts: { ...facts, error: error instanceof Error ? (error.stack ?? "") : "" },
      }),
  };
};
