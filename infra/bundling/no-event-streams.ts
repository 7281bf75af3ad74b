/**
 * Stands in for `@smithy/core/event-streams` inside a bundle: no operation that a function of ours calls streams events
 * (S3's SELECT would). The configuration passes through; using it is a bug.
 */
const never = (): never => {
  throw new Error("event streams are left out of the bundle");
};

export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config;
export const eventStreamSerdeProvider = never;
export const EventStreamSerde = never;
