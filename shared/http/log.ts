import { LogFormatter, Logger, LogItem } from "@aws-lambda-powertools/logger";
import type { LogAttributes, UnformattedAttributes } from "@aws-lambda-powertools/logger/types";
import { maskNumbers } from "../protection/mask.ts";
import { type LogCode, logCodes } from "./log-codes.ts";
import { admitted, type Fact, type FactKind } from "./log-facts.ts";
import { placeOf } from "./log-place.ts";

type Declared<Code extends LogCode> = (typeof logCodes)[Code]["facts"];

/** What a line of a code may carry; each may be left out or be null. */
type FactsOf<Code extends LogCode> = {
  readonly [Name in keyof Declared<Code>]?: Declared<Code>[Name] extends FactKind
    ? Fact<Declared<Code>[Name]> | null
    : never;
};

/** The only way anything is logged: by a code of the registry, with the facts that it declares. */
export interface Log {
  note<Code extends LogCode>(code: Code, facts?: FactsOf<Code>): void;
  /** An error nobody foresaw: its kind and where it came from, never its message (which may repeat input). */
  fault(error: unknown, facts?: Pick<FactsOf<"internal-error">, "correlationId">): void;
}

/** Digits of which a number of a person could be part; a SHA-256 or a UUID, whole, is told from one. */
const numbersAndDigests = /"(?:[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"|\d{10,}/g;

/** The last guard: whatever reaches a log line, no run of ten digits or more leaves in the clear. */
class MaskingFormatter extends LogFormatter {
  override formatAttributes(attributes: UnformattedAttributes, additional: LogAttributes): LogItem {
    const { logLevel, message, timestamp, serviceName } = attributes;
    const plain = { level: logLevel, message, at: timestamp.toISOString(), service: serviceName, ...additional };
    const text = JSON.stringify(plain).replace(numbersAndDigests, (run) => (run[0] === '"' ? run : maskNumbers(run)));
    return new LogItem({ attributes: JSON.parse(text) });
  }
}

export const powertoolsLog = (service: string): Log => {
  const logger = new Logger({ serviceName: service, logFormatter: new MaskingFormatter() });
  const write = (code: LogCode, facts: Readonly<Record<string, unknown>>) => {
    const { level, message, facts: declared } = logCodes[code];
    logger[level](message, { code, ...admitted(declared, facts) });
  };
  return {
    note: (code, facts = {}) => write(code, facts),
    fault: (error, { correlationId } = {}) =>
      write("internal-error", {
        error: error instanceof Error ? error.name : typeof error,
        where: error instanceof Error ? placeOf(error) : "",
        ...(correlationId === undefined ? {} : { correlationId }),
      }),
  };
};

/** A double that keeps its lines, and of a fault the whole stack: a test that fails can say why. */
export const memoryLog = (): Log & { readonly lines: { code: LogCode; facts: object }[] } => {
  const lines: { code: LogCode; facts: object }[] = [];
  return {
    lines,
    note: (code, facts = {}) => lines.push({ code, facts: admitted(logCodes[code].facts, facts) }),
    fault: (error, facts = {}) =>
      lines.push({
        code: "internal-error",
        facts: { ...facts, error: error instanceof Error ? (error.stack ?? "") : "" },
      }),
  };
};
