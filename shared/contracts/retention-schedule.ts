import { deflateRawSync, inflateRawSync } from "node:zlib";
import { type RetentionRow, retentionScheduleSchema } from "../domain/retention.ts";

/** More than any ward's schedule; what unpacks to more is no schedule. */
const mostBytes = 64 * 1024;

/**
 * A schedule as an environment variable: JSON, deflated, base64. All variables of a function together may have 4 KB, and the
 * rows of a ward, each with the source of its years, come to more than that as they stand.
 */
export const packSchedule = (schedule: readonly RetentionRow[]): string =>
  deflateRawSync(JSON.stringify(retentionScheduleSchema.parse(schedule)), { level: 9 }).toString("base64");

/** @throws for what is no schedule, and for one in which a class has no row. */
export const unpackSchedule = (text: string): RetentionRow[] =>
  retentionScheduleSchema.parse(
    JSON.parse(inflateRawSync(Buffer.from(text, "base64"), { maxOutputLength: mostBytes }).toString("utf8")),
  );
